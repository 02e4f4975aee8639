import type { RiskParameters } from '../risk/parameters.ts'
import type { StretchRisk } from './stretches.ts'

/** What driving costs and exposes to. */
export interface Measures {
  readonly lengthKm: number
  readonly minutes: number
  /** Minutes on the way, each times the risk there: an index for comparing. */
  readonly exposure: number
  /** The same times the people beside the road, in villages. */
  readonly civilianExposure: number
  /** The stretch with the greatest risk; null where nothing is driven. */
  readonly deciding: StretchRisk | null
}

/** Measures of driving stretches of a road, `times` over: twice for out and back. */
export function measureStretches(
  stretches: readonly StretchRisk[],
  times: number,
  { patrolKmh }: RiskParameters,
): Measures {
  let [lengthKm, exposure, civilianExposure] = [0, 0, 0]
  let deciding: StretchRisk | null = null
  for (const stretch of stretches) {
    const km = (stretch.toKm - stretch.fromKm) * times
    const exposed = (km / patrolKmh) * 60 * stretch.risk
    lengthKm += km
    exposure += exposed
    civilianExposure += exposed * stretch.civilians
    if (stretch.risk > (deciding?.risk ?? -1)) deciding = stretch
  }
  return { lengthKm, minutes: (lengthKm / patrolKmh) * 60, exposure, civilianExposure, deciding }
}
