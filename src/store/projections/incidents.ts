import { canonicalJson } from '../../base/canonical-json.ts'
import { parseDay } from '../../base/calendar.ts'
import type { ClaimReference, Incident } from '../../model/index.ts'
import type { Sql } from '../sql.ts'
import { insertRows, type Column } from './insert-rows.ts'

/** Where an incident lies by the case's own geography. */
export interface Bearings {
  /** Zones that its point lies in. */
  readonly zones: readonly string[]
  /** Nearest road, distance along it and off it; null where none is near. */
  readonly road: { readonly id: string; readonly chainageKm: number; readonly offsetMetres: number } | null
}

/** Where an incident stands by what people decided. */
export interface Standing {
  readonly validity: string
  /** A validity that one person proposed and that waits for a second; null where none does. */
  readonly proposed: string | null
  readonly responsibility: string
}

/** An incident as it is projected. */
export interface IncidentRow extends Standing {
  readonly incident: Incident
  /** Ids of those who are said to do it, where the case knows them, else their names in lower case. */
  readonly actors: readonly string[]
  readonly bearings: Bearings
}

const INCIDENT_COLUMNS: readonly Column<IncidentRow>[] = [
  { name: 'id', type: 'text', of: ({ incident }) => incident.id },
  { name: 'act', type: 'text', of: ({ incident }) => incident.act },
  { name: 'first_day', type: 'date', of: ({ incident }) => dayOf(incident.time?.from) },
  { name: 'last_day', type: 'date', of: ({ incident }) => dayOf(incident.time?.to) },
  { name: 'time_precision', type: 'text', of: ({ incident }) => incident.time?.precision ?? null },
  { name: 'place', type: 'text', of: ({ incident }) => incident.place?.name ?? null },
  { name: 'latitude', type: 'float8', of: ({ incident }) => incident.place?.lat ?? null },
  { name: 'longitude', type: 'float8', of: ({ incident }) => incident.place?.lon ?? null },
  { name: 'radius_metres', type: 'float8', of: ({ incident }) => incident.place?.radiusMetres ?? null },
  { name: 'origins', type: 'int', of: ({ incident }) => incident.independentOrigins },
  { name: 'contradictions', type: 'int', of: ({ incident }) => incident.contradictions.length },
  { name: 'validity', type: 'text', of: ({ validity }) => validity },
  { name: 'proposed', type: 'text', of: ({ proposed }) => proposed },
  { name: 'responsibility', type: 'text', of: ({ responsibility }) => responsibility },
  { name: 'road', type: 'text', of: ({ bearings }) => bearings.road?.id ?? null },
  { name: 'chainage_km', type: 'float8', of: ({ bearings }) => bearings.road?.chainageKm ?? null },
  { name: 'road_offset_metres', type: 'float8', of: ({ bearings }) => bearings.road?.offsetMetres ?? null },
  { name: 'document', type: 'text', of: ({ incident }) => canonicalJson(incident) },
]

interface LinkRow extends ClaimReference {
  readonly incident: string
  readonly role: 'news' | 'recall'
}

const LINK_COLUMNS: readonly Column<LinkRow>[] = [
  { name: 'incident', type: 'text', of: ({ incident }) => incident },
  { name: 'report', type: 'text', of: ({ report }) => report },
  { name: 'claim', type: 'int', of: ({ claim }) => claim },
  { name: 'role', type: 'text', of: ({ role }) => role },
]

/** Writes incidents with their claims, actors and zones. None of them may be there yet. */
export async function writeIncidents(sql: Sql, rows: readonly IncidentRow[]): Promise<void> {
  await insertRows(sql, 'incident', INCIDENT_COLUMNS, rows)
  await insertRows(sql, 'incident_claim', LINK_COLUMNS, rows.flatMap(linksOf))
  const actors = rows.flatMap(({ incident, actors }) => [...new Set(actors)].map((name) => pair(incident.id, name)))
  await insertRows(sql, 'incident_actor', pairColumns('actor'), actors)
  const zones = rows.flatMap(({ incident, bearings }) =>
    [...new Set(bearings.zones)].map((id) => pair(incident.id, id)),
  )
  await insertRows(sql, 'incident_zone', pairColumns('zone'), zones)
}

/** Writes where an incident stands now. */
export async function writeStanding(sql: Sql, incident: string, standing: Standing): Promise<void> {
  const { validity, proposed, responsibility } = standing
  await sql.query('update incident set validity = $2, proposed = $3, responsibility = $4 where id = $1', [
    incident,
    validity,
    proposed,
    responsibility,
  ])
}

/** Takes out the incidents that hold one of some claims, or any claim of some reports. */
export async function removeIncidentsOf(
  sql: Sql,
  claims: readonly ClaimReference[],
  reports: readonly string[],
): Promise<void> {
  const found = await sql.query<{ incident: string }>(
    `select incident from incident_claim where report = any($3::text[])
     union select incident from incident_claim join unnest($1::text[], $2::int[]) as named (report, claim) using (report, claim)`,
    [claims.map(({ report }) => report), claims.map(({ claim }) => claim), reports],
  )
  const ids = found.map(({ incident }) => incident)
  for (const [table, column] of OF_INCIDENTS)
    await sql.change(`delete from ${table} where ${column} = any($1::text[])`, [ids])
}

const OF_INCIDENTS = [
  ['incident_claim', 'incident'],
  ['incident_actor', 'incident'],
  ['incident_zone', 'incident'],
  ['incident', 'id'],
] as const

/** Empties the incidents and what belongs to them. */
export async function clearIncidents(sql: Sql): Promise<void> {
  await sql.run('truncate incident, incident_claim, incident_actor, incident_zone')
}

function linksOf({ incident }: IncidentRow): readonly LinkRow[] {
  const link = (role: LinkRow['role']) => (claim: ClaimReference) => ({ ...claim, incident: incident.id, role })
  return [...incident.claims.map(link('news')), ...incident.recalls.map(link('recall'))]
}

interface Pair {
  readonly incident: string
  readonly value: string
}

function pair(incident: string, value: string): Pair {
  return { incident, value }
}

function pairColumns(name: string): readonly Column<Pair>[] {
  return [
    { name: 'incident', type: 'text', of: ({ incident }) => incident },
    { name, type: 'text', of: ({ value }) => value },
  ]
}

/** The day of a time as told; null for one that the calendar does not have. */
function dayOf(time: string | undefined): string | null {
  return time !== undefined && parseDay(time) !== null ? time.slice(0, 10) : null
}
