import { distanceMetres, type GeoPoint } from '../../base/geometry/distance.ts'
import type { Road } from '../../model/index.ts'
import type { Bar } from '../risk/bars.ts'
import type { Hazard } from '../risk/hazard.ts'
import { BY_SETTLEMENT, CROWD_AS_VILLAGES, type RiskParameters } from '../risk/parameters.ts'
import { riskAt, type Risk } from '../risk/risk-field.ts'
import { lastWatched, type Watch } from '../risk/watch.ts'
import { pointAtKm } from '../roads/project-to-road.ts'

/** A settlement as the case knows it. */
export interface Settlement extends GeoPoint {
  readonly name: string
  /** `village`, `town`, `city`; others do not count. */
  readonly kind: string
}

/** A kilometre of a road, or less at its ends, with its risk at an hour. */
export interface StretchRisk extends Risk {
  readonly fromKm: number
  readonly toKm: number
  /** People beside it, in villages. */
  readonly civilians: number
  /** Days since it was last watched; null: never, as far as is known. */
  readonly unwatchedDays: number | null
}

/** All that bears on the risk of driving, put together for one day. */
export interface Situation {
  readonly hazards: readonly Hazard[]
  readonly bars: readonly Bar[]
  readonly watches: readonly Watch[]
  readonly settlements: readonly Settlement[]
  readonly parameters: RiskParameters
}

/** The stretches of a road between two kilometres, the lesser first, at an hour of a day. */
export function stretchRisks(
  road: Road,
  part: { readonly fromKm: number; readonly toKm: number },
  when: { readonly day: number; readonly hour: number },
  situation: Situation,
): readonly StretchRisk[] {
  const [low, high] = [Math.min(part.fromKm, part.toKm), Math.max(part.fromKm, part.toKm)]
  const stretches: StretchRisk[] = []
  for (let fromKm = low; fromKm < high; fromKm = Math.floor(fromKm) + 1) {
    const toKm = Math.min(high, Math.floor(fromKm) + 1)
    const middleKm = (fromKm + toKm) / 2
    const point = pointAtKm(road, middleKm)
    const watched = lastWatched(situation.watches, middleKm)
    const risk = riskAt(situation.hazards, { point, road: road.id, watched }, when, situation.parameters)
    const civilians = civiliansAt(point, situation) + crowdAt(road.id, middleKm, situation)
    stretches.push({ ...risk, fromKm, toKm, civilians, unwatchedDays: watched === null ? null : when.day - watched })
  }
  return stretches
}

/** People who live beside a point, in villages. */
export function civiliansAt(point: GeoPoint, { settlements, parameters }: Situation): number {
  return settlements
    .filter((settlement) => distanceMetres(settlement, point) <= parameters.civiliansWithinMetres)
    .reduce((sum, { kind }) => sum + (BY_SETTLEMENT[kind] ?? 0), 0)
}

function crowdAt(road: string, km: number, { bars }: Situation): number {
  const crowd = bars.some(({ kind, part, road: barred }) => {
    return kind === 'crowd' && barred === road && part && km >= part.fromKm && km <= part.toKm
  })
  return crowd ? CROWD_AS_VILLAGES : 0
}
