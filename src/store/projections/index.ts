/**
 * Projections: reports, claims and incidents as tables that QGIS and queries can read. Computed elsewhere and handed in; written in bulk,
 * emptied and written anew by a rebuild, and digested so that a rebuild can show that it gives the same bytes.
 * `shadowProjections` puts empty temporary tables before them, for questions about an earlier day.
 */
export { countProjections, type ProjectionCounts } from './count-projections.ts'
export { findPlaceNamed } from './find-place-named.ts'
export { clearFindings, listFindings, writeFindings, type FindingFilter } from './findings.ts'
export { findIncidents, type FoundIncident, type IncidentFilter } from './find-incidents.ts'
export {
  clearIncidents,
  removeIncidentsOf,
  writeIncidents,
  writeStanding,
  type Bearings,
  type IncidentRow,
  type Standing,
} from './incidents.ts'
export {
  countByTime,
  readIncidentPoints,
  type IncidentPoint,
  type TimelineBar,
  type TimelineStep,
} from './incident-points.ts'
export { countIncidents, listIncidents, type IncidentCount } from './list-incidents.ts'
export {
  findReadings,
  incidentsOfReport,
  listReports,
  type ClaimIncident,
  type ReportFilter,
  type ReportLine,
} from './list-reports.ts'
export type { Cursor, Page } from './page.ts'
export { readIncidentZones, readReportSources } from './read-bearings.ts'
export {
  readFailedPages,
  writeFailedPages,
  writeSightings,
  type FailedPageRow,
  type SightingRow,
} from './page-history.ts'
export {
  entriesOfReports,
  readReadings,
  removeReportsOf,
  takenReportIds,
  writeReports,
  type ReportRow,
} from './reports.ts'
export {
  clearProjections,
  digestProjections,
  readProjectionState,
  shadowProjections,
  writeProjectionState,
  type ProjectionState,
} from './state.ts'
