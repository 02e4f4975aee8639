import type { ClaimReference, Incident } from '../../model/index.ts'
import type { Sql, SqlValue } from '../sql.ts'
import type { Standing } from './incidents.ts'

/** Which incidents are asked for; all conditions must hold. (Default of each: any) */
export interface IncidentFilter {
  readonly id?: string
  /** The one that this claim was news of. */
  readonly claim?: ClaimReference
  /**
   * The one that has, as news, the claim that an id was made of: the first eight bytes of the SHA-256 of its report and its index. Takes time
   * linear in the claims.
   */
  readonly namedBy?: string
  /** Any of these. */
  readonly acts?: readonly string[]
  /** An actor's id, or a name of which each letter counts but not its case. */
  readonly actor?: string
  /** A place's name, in any case. */
  readonly place?: string
  readonly near?: { readonly lat: number; readonly lon: number; readonly km: number }
  /** West, south, east, north in degrees. */
  readonly box?: readonly [number, number, number, number]
  /** Along a road of the case, by chainage, at most `offsetKm` off it (Default: any that is counted to the road). */
  readonly stretch?: {
    readonly road: string
    readonly fromKm: number
    readonly toKm: number
    readonly offsetKm?: number
  }
  readonly zone?: string
  /** First and last day, inclusive; an incident that reaches into them counts, one without a date does not. */
  readonly from?: string
  readonly to?: string
  readonly validity?: string
  readonly responsibility?: string
  readonly minOrigins?: number
  /** Only those with a validity that waits for a second person. */
  readonly awaiting?: true
  /** (Default: all) */
  readonly limit?: number
}

/** An incident as it stands. */
export interface FoundIncident extends Standing {
  readonly incident: Incident
  readonly road: string | null
  readonly chainageKm: number | null
}

/** A row of `incident`, as `INCIDENT_SELECTION` selects it. */
export interface IncidentRecord extends Omit<FoundIncident, 'incident'> {
  readonly id: string
  /** YYYY-MM-DD. */
  readonly firstDay: string | null
  readonly document: string
}

/** The columns of an `IncidentRecord`. */
export const INCIDENT_SELECTION =
  'id, first_day::text as "firstDay", document, validity, proposed, responsibility, road, chainage_km as "chainageKm"'

/** Longest interval of days looked through by the index: an incident told only by its year spans 366. */
const LONGEST_SPAN_DAYS = 366

/** Finds incidents, by day and id; those without a date last. */
export async function findIncidents(sql: Sql, filter: IncidentFilter): Promise<readonly FoundIncident[]> {
  const { conditions, values } = conditionsOf(filter)
  const where = conditions.length > 0 ? `where ${conditions.join('\n and ')}` : ''
  const limit = filter.limit === undefined ? '' : `limit ${Math.max(0, Math.trunc(filter.limit))}`
  const rows = await sql.query<IncidentRecord>(
    `select ${INCIDENT_SELECTION} from incident ${where} order by first_day nulls last, id ${limit}`,
    values,
  )
  return rows.map(foundOf)
}

/** An incident from its row. */
export function foundOf(record: IncidentRecord): FoundIncident {
  const { document, validity, proposed, responsibility, road, chainageKm } = record
  return { incident: JSON.parse(document) as Incident, validity, proposed, responsibility, road, chainageKm }
}

/** The conditions of a filter as SQL; `take` adds a value and gives its parameter. Every value travels as a parameter. */
export function conditionsOf(filter: IncidentFilter): {
  readonly conditions: readonly string[]
  readonly values: readonly SqlValue[]
  readonly take: Take
} {
  const values: SqlValue[] = []
  const take = (value: SqlValue): string => `$${values.push(value)}`
  const conditions = [
    ...whatConditions(filter, take),
    ...whereConditions(filter, take),
    ...whenConditions(filter, take),
  ]
  return { conditions, values, take }
}

type Take = (value: SqlValue) => string

function* whatConditions(filter: IncidentFilter, take: Take): Generator<string> {
  if (filter.id !== undefined) yield `id = ${take(filter.id)}`
  if (filter.claim !== undefined) {
    const { report, claim } = filter.claim
    yield `id in (select incident from incident_claim where report = ${take(report)} and claim = ${take(claim)} and role = 'news')`
  }
  if (filter.namedBy !== undefined) {
    const name = `substr(sha256(convert_to(report || chr(10) || claim::text, 'UTF8')), 1, 8)`
    yield `id in (select incident from incident_claim where role = 'news' and encode(${name}, 'hex') = ${take(filter.namedBy)})`
  }
  if (filter.acts !== undefined) yield `act = any(${take(filter.acts)}::text[])`
  if (filter.actor !== undefined) {
    yield `id in (select incident from incident_actor where actor in (${take(filter.actor)}, ${take(filter.actor.toLowerCase())}))`
  }
  if (filter.validity !== undefined) yield `validity = ${take(filter.validity)}`
  if (filter.responsibility !== undefined) yield `responsibility = ${take(filter.responsibility)}`
  if (filter.awaiting) yield 'proposed is not null'
  if (filter.minOrigins !== undefined) yield `origins >= ${take(filter.minOrigins)}`
}

function* whereConditions({ place, near, box, stretch, zone }: IncidentFilter, take: Take): Generator<string> {
  if (place !== undefined) yield `lower(place) = lower(${take(place)})`
  if (near !== undefined) {
    // The index is on the plain point: a box of degrees around the circle goes first.
    const [west, south, east, north] = boxAround(near).map((degrees) => `${take(degrees)}::float8`)
    yield `point && st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326)`
    yield `${greatCircle(`${take(near.lat)}::float8`, `${take(near.lon)}::float8`)} <= ${take(near.km * 1000)}::float8`
  }
  if (box !== undefined) {
    const [west, south, east, north] = box.map((degrees) => `${take(degrees)}::float8`)
    yield `point && st_makeenvelope(${west}, ${south}, ${east}, ${north}, 4326)`
  }
  if (stretch !== undefined) {
    yield `road = ${take(stretch.road)}`
    yield `chainage_km between ${take(stretch.fromKm)}::float8 and ${take(stretch.toKm)}::float8`
    if (stretch.offsetKm !== undefined) yield `road_offset_metres <= ${take(stretch.offsetKm * 1000)}::float8`
  }
  if (zone !== undefined) yield `id in (select incident from incident_zone where zone = ${take(zone)})`
}

/**
 * Metres from an incident to a point by the haversine formula on a sphere of the Earth's mean radius, within 0.6 % of the ellipsoid: places
 * are told more vaguely. PostGIS's geography would cost the embedded engine a quarter of a second at the first question.
 */
function greatCircle(lat: string, lon: string): string {
  const half = (column: string, degrees: string) => `power(sin(radians(${column} - ${degrees}) / 2), 2)`
  const chord = `${half('latitude', lat)} + cos(radians(${lat})) * cos(radians(latitude)) * ${half('longitude', lon)}`
  return `2 * 6371008.8 * asin(least(1, sqrt(${chord})))`
}

/** Least lengths of a degree, at the equator and at the pole, so that the box never cuts the circle. */
const METRES_A_DEGREE = { latitude: 110_574, longitude: 111_319 }

/** West, south, east and north of a circle; all around the globe where it holds a pole or crosses the date line. */
function boxAround({ lat, lon, km }: NonNullable<IncidentFilter['near']>): readonly [number, number, number, number] {
  const metres = km * 1000 * 1.01
  const [south, north] = [lat - metres / METRES_A_DEGREE.latitude, lat + metres / METRES_A_DEGREE.latitude]
  const narrowest = Math.cos((Math.min(89.9, Math.max(Math.abs(south), Math.abs(north))) * Math.PI) / 180)
  const degrees = metres / (METRES_A_DEGREE.longitude * narrowest)
  const [west, east] = [lon - degrees, lon + degrees]
  const isWhole = north > 89.9 || south < -89.9 || west < -180 || east > 180
  return isWhole ? [-180, Math.max(-90, south), 180, Math.min(90, north)] : [west, south, east, north]
}

function* whenConditions({ from, to }: IncidentFilter, take: Take): Generator<string> {
  if (from !== undefined) {
    const first = `${take(from)}::text::date`
    yield `last_day >= ${first}`
    yield `first_day >= ${first} - ${LONGEST_SPAN_DAYS}`
  }
  if (to !== undefined) yield `first_day <= ${take(to)}::text::date`
}
