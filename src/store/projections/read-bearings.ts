import type { Sql } from '../sql.ts'

/** Where each report came from: an address, file or feed, by report id. */
export async function readReportSources(sql: Sql): Promise<ReadonlyMap<string, string>> {
  const rows = await sql.query<{ id: string; source: string }>('select id, source from report')
  return new Map(rows.map(({ id, source }) => [id, source]))
}

/** The zones that incidents lie in, by incident id; an incident that lies in none is not there. */
export async function readIncidentZones(sql: Sql): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await sql.query<{ incident: string; zone: string }>(
    'select incident, zone from incident_zone order by incident, zone',
  )
  const zones = new Map<string, string[]>()
  for (const { incident, zone } of rows) zones.set(incident, [...(zones.get(incident) ?? []), zone])
  return zones
}
