/**
 * The desk: a case as servers hold it, opened once and closed at the end, with the questions and acts that http and the pages share.
 * `openDesk` gives the desk; the rest are functions over it, one file a noun. The usual store is made and filled at the first start.
 * Every act ends in entries of the log; `desk.changes` tells listeners.
 */
export { openDesk, usualStoreOf, type Desk, type DeskOptions } from './open-desk.ts'
export type { Change } from './changes.ts'
export { incidentFile, incidentsOf, type ClaimInReport, type IncidentFile } from './incidents.ts'
export { reportFile, reportsOf, type ReportFile } from './reports.ts'
