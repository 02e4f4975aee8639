import {
  describeIncident,
  type ExchangedIncident,
  type OthersTableOptions,
  type SourceRow,
} from '../../exchange/index.ts'
import type { EntryIndex, Reading } from '../../model/index.ts'
import { readEntries, type Sql } from '../../store/index.ts'
import { findIncidents, readReadings, type IncidentFilter } from '../../store/projections/index.ts'
import { readDecided } from '../case/decided.ts'
import { withReviews } from '../record/with-reviews.ts'

/**
 * The incidents of a case as they are handed out, by day and id. Holds the readings of all reports in memory meanwhile.
 *
 * @param known readings by report id (Default: those that the projections hold, as people left them)
 */
export async function readExchangedIncidents(
  sql: Sql,
  filter: IncidentFilter = {},
  known?: ReadonlyMap<string, Reading>,
): Promise<readonly ExchangedIncident[]> {
  const readings = known ?? (await allReadings(sql))
  const zones = await zonesOf(sql)
  return (await findIncidents(sql, filter)).map((found) =>
    describeIncident({ ...found, zones: zones.get(found.incident.id) ?? [] }, readings),
  )
}

/** Every reading as people left it: what was amended is handed out as amended. */
async function allReadings(sql: Sql): Promise<ReadonlyMap<string, Reading>> {
  const readings: Reading[] = []
  for await (const reading of readReadings(sql)) readings.push(reading)
  const { reviews } = await readDecided(sql)
  return new Map(withReviews(readings, reviews).map((reading) => [reading.report.id, reading]))
}

/**
 * The rows that one source's tables gave, as they stand in the log now, in its order; with `isWhole` also those that no incident counts,
 * such as a row whose claim looks back. Reads the whole log.
 *
 * @param before an instant; rows recorded at it or later do not count (Default: all count)
 */
export async function readSourceRows(
  sql: Sql,
  source: string,
  incidents: readonly ExchangedIncident[],
  isWhole: boolean,
  before?: string,
): Promise<NonNullable<OthersTableOptions['sourceRows']>> {
  const incidentOf = new Map(incidents.flatMap(({ id, claims }) => claims.map(({ report }) => [report, id] as const)))
  const rows = new Map<EntryIndex, SourceRow>()
  for await (const { index, entry } of readEntries(sql, before === undefined ? {} : { before })) {
    if (entry.kind === 'supersedes') rows.delete(entry.body.entry)
    if (entry.kind !== 'import-row' || entry.body.source !== source) continue
    const incident = incidentOf.get(`${source}:${entry.body.row}`) ?? (isWhole ? '' : undefined)
    if (incident !== undefined) rows.set(index, { incident, columns: entry.body.columns })
  }
  return [...rows.values()]
}

async function zonesOf(sql: Sql): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await sql.query<{ incident: string; zone: string }>(
    'select incident, zone from incident_zone order by incident, zone',
  )
  const zones = new Map<string, string[]>()
  for (const { incident, zone } of rows) {
    const known = zones.get(incident)
    if (known) known.push(zone)
    else zones.set(incident, [zone])
  }
  return zones
}
