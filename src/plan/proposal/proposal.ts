import type { PlainDate } from '../../base/calendar.ts'
import type { RoadPlace, Stretch } from '../../model/index.ts'
import type { Bar, LiftedBar } from '../risk/bars.ts'
import type { RiskParameters } from '../risk/parameters.ts'
import type { CurvePoint, Detour } from './detour.ts'
import type { Measures } from './measure.ts'
import type { StretchRisk } from './stretches.ts'

/** What a planner asks. */
export interface PatrolRequest {
  /** Driven from `fromKm` to `toKm`. */
  readonly stretch: Stretch
  /** Local time, `YYYY-MM-DDThh:mm`. */
  readonly departs: string
}

/** One answer to how, or whether, to drive. */
export type Proposal = Measures & {
  /** What is patrolled of the road, in km of the stretch asked for. */
  readonly patrolledKm: number
  /** Whether the hard rules allow it: no weight outvotes them. */
  readonly allowed: boolean
  /** What bars it; empty where it is allowed. */
  readonly barredBy: readonly Bar[]
  readonly way:
    | { readonly kind: 'full' }
    /** Out to a place to turn, and back. */
    | { readonly kind: 'shortened'; readonly turnAt: RoadPlace }
    | { readonly kind: 'detour'; readonly detour: Detour }
    /** The whole road, or the shortened one, at another hour of the same day. */
    | { readonly kind: 'other-hour'; readonly departs: string; readonly turnAt: RoadPlace | null }
    /** The first day on which nothing that is reported now bars the road any more. */
    | { readonly kind: 'postponed'; readonly until: PlainDate }
}

/** The answers to a request, with all that they rest on. People decide; this proposes. */
export interface PatrolPlan {
  readonly request: PatrolRequest
  /** As known at the end of that day; null: all that is known. */
  readonly asOf: PlainDate | null
  readonly proposals: readonly Proposal[]
  /** Index of the one that is proposed. */
  readonly proposed: number
  /** Why, in plain words. */
  readonly because: readonly string[]
  /** Every stretch of the road asked for, at the hour asked for, the lesser km first. */
  readonly stretches: readonly StretchRisk[]
  readonly bars: readonly Bar[]
  readonly lifted: readonly LiftedBar[]
  /** What a longer drive buys, at the hour asked for. */
  readonly curve: readonly CurvePoint[]
  /** Incidents of which no place is known, or only a province: they count nowhere, which does not make them harmless. */
  readonly unplaced: number
  /** The figures that it rests on. */
  readonly parameters: RiskParameters
}
