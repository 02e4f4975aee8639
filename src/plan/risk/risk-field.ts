import type { DayNumber } from '../../base/calendar.ts'
import { distanceMetres, type GeoPoint } from '../../base/geometry/distance.ts'
import type { Hazard } from './hazard.ts'
import type { RiskParameters } from './parameters.ts'

/** What one incident adds to the risk at a place and hour, all else as it is. */
export interface Contribution {
  readonly incident: string
  /** 0–1, before others are counted. */
  readonly alone: number
  /** By how much the risk would fall without it. */
  readonly withoutIt: number
}

/** The risk at a place and hour: an index from 0 to 1 for comparing, not a probability. */
export interface Risk {
  readonly risk: number
  /** What is due to nobody watching. */
  readonly unwatched: number
  /** The greatest first; those below a thousandth are left out. */
  readonly contributions: readonly Contribution[]
}

/** A place on the ground, or on a road. */
export interface Spot {
  readonly point: GeoPoint
  /** The road it lies on; null where it lies on none of the case's. */
  readonly road: string | null
  /** When it was last watched; null: never, as far as is known. */
  readonly watched: DayNumber | null
}

const SMALLEST = 0.001

/**
 * The risk at a spot on a day and hour (0–23): 1 − ∏(1 − contribution), with "nobody watched" as one more contribution. Incidents after
 * the day count as of that day.
 */
export function riskAt(
  hazards: readonly Hazard[],
  spot: Spot,
  when: { readonly day: DayNumber; readonly hour: number },
  parameters: RiskParameters,
): Risk {
  const dark = when.hour < 6 || when.hour >= 18 ? parameters.darkness : 1
  const unwatched = Math.min(1, unwatchedAt(spot, when.day, parameters) * dark)
  const alone = aloneByIncident(hazards, spot, when, parameters, dark)
  const safe = alone.reduce((rest, one) => rest * (1 - one.alone), 1 - unwatched)
  const contributions = alone
    .map((one) => ({ ...one, withoutIt: safe / (1 - one.alone) - safe }))
    .toSorted((a, b) => b.alone - a.alone)
  return { risk: 1 - safe, unwatched, contributions }
}

/** What each incident contributes by itself, all its acts together. */
function aloneByIncident(
  hazards: readonly Hazard[],
  spot: Spot,
  when: { readonly day: DayNumber; readonly hour: number },
  parameters: RiskParameters,
  dark: number,
): readonly { readonly incident: string; readonly alone: number }[] {
  const safe = new Map<string, number>()
  for (const hazard of hazards) {
    const one = hazard.weight === 0 ? 0 : Math.min(0.95, contributionOf(hazard, spot, when, parameters) * dark)
    if (one >= SMALLEST) safe.set(hazard.incident, (safe.get(hazard.incident) ?? 1) * (1 - one))
  }
  return [...safe].map(([incident, rest]) => ({ incident, alone: 1 - rest }))
}

function contributionOf(
  { weight, day, hour, where, point }: Hazard,
  spot: Spot,
  when: { readonly day: DayNumber; readonly hour: number },
  parameters: RiskParameters,
): number {
  const near = nearness(where, point, spot, parameters)
  if (near < SMALLEST) return 0
  const age = day === null ? parameters.ageHalfLifeDays : Math.max(0, when.day - day)
  return weight * 0.5 ** (age / parameters.ageHalfLifeDays) * near * hourShare(hour, when.hour, parameters)
}

/** A place that may reach farther around its point than this tells too little of where to count anywhere. */
const VAGUEST_METRES = 6000
const METRES_A_DEGREE = 111_195

/** Whether it is known well enough where an incident happened for it to count at some place, or somewhere on a road. */
export function isPlaced({ where, point }: Pick<Hazard, 'where' | 'point'>): boolean {
  return where.kind !== 'off' || (point !== null && point.radiusMetres <= VAGUEST_METRES)
}

/** Whole within the place's own radius, then falling with distance; a wide place is spread thin. */
function nearness(
  where: Hazard['where'],
  point: Hazard['point'],
  spot: Spot,
  { reachMetres, somewhereShare }: RiskParameters,
): number {
  if (where.kind === 'somewhere') return where.road === spot.road ? somewhereShare : 0
  if (!point || !isPlaced({ where, point })) return 0
  // beyond this it is below what counts: spares most edges of a large network the trigonometry
  const limitMetres = point.radiusMetres + reachMetres * Math.log(1 / SMALLEST)
  if (Math.abs(point.lat - spot.point.lat) * METRES_A_DEGREE > limitMetres) return 0
  const beyond = Math.max(0, distanceMetres(point, spot.point) - point.radiusMetres)
  return Math.exp(-beyond / reachMetres) * Math.min(1, (2 * reachMetres) / (reachMetres + point.radiusMetres))
}

function hourShare(told: number | null, hour: number, { hourSpread, otherHoursShare }: RiskParameters): number {
  if (told === null) return 1
  const apart = Math.abs(told - hour)
  return Math.min(apart, 24 - apart) <= hourSpread ? 1 : otherHoursShare
}

function unwatchedAt({ watched }: Spot, day: DayNumber, { unwatchedRisk, watchHalfLifeDays }: RiskParameters): number {
  const known = watched === null ? 0 : 0.5 ** (Math.max(0, day - watched) / watchHalfLifeDays)
  return unwatchedRisk * (1 - known)
}
