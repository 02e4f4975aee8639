import type { Decision, Patrol, Road } from '../../../src/model/index.ts'
import type { IncidentLine } from './api-types.ts'

/** A part of a road, the lesser km first. */
export interface Part {
  readonly fromKm: number
  readonly toKm: number
}

/** A decision and how far the sides consent to it. */
export interface DecisionLine extends Decision {
  readonly consent: {
    readonly kind: 'proposed' | 'one-side-only' | 'declined' | 'in-force'
    readonly signed?: readonly string[]
    readonly missing?: readonly string[]
    readonly by?: readonly string[]
  }
}

/** What was driven of what was to be driven, counted. */
export interface PatrolStatistics {
  readonly obliged: Part & { readonly road: string }
  readonly weeks: readonly {
    readonly monday: string
    readonly patrols: number
    readonly obligedKm: number
    readonly leastKm: number
    readonly mostKm: number
    readonly untold: number
  }[]
  readonly neverReached: readonly Part[]
  readonly daysBetween: readonly number[]
  readonly causes: readonly {
    readonly reason: string
    readonly accounts: readonly { readonly patrol: string; readonly side: string }[]
  }[]
}

/** A place of the case that lies on a road, for strips and menus. */
export interface PlaceAlong {
  readonly id: string
  readonly name: string
  readonly km: number
}

/** The patrols of a road. */
export interface PatrolsView {
  readonly road: Pick<Road, 'id' | 'name' | 'turningPlaces'> & { readonly places: readonly PlaceAlong[] }
  /** What patrols are to drive; `fromKm` may be the greater: driven westward. */
  readonly stretch: Part
  readonly sides: readonly string[]
  readonly patrols: readonly Patrol[]
  readonly differing: readonly string[]
  readonly decisions: readonly DecisionLine[]
  readonly statistics: PatrolStatistics
}

/** One patrol: what was decided, what each side tells, what they differ in, and what happened on the way. */
export interface PatrolFile {
  readonly road: PatrolsView['road']
  readonly sides: readonly string[]
  readonly patrol: Patrol
  readonly differences: readonly {
    readonly field: string
    readonly versions: readonly { readonly side: string; readonly says: string }[]
  }[]
  readonly decisions: readonly DecisionLine[]
  readonly incidents: readonly IncidentLine[]
}

/** A track as it lies on a road; instants are UTC. */
export interface Drive {
  readonly road: string
  /** Digest of the file: what is logged is what was looked at. */
  readonly sha256: string
  /** Null where the track never comes within a kilometre of the road. */
  readonly startKm: number | null
  readonly endKm: number | null
  readonly farthestKm: number | null
  readonly turnedBack: boolean
  readonly driven: readonly Part[]
  readonly drivenKm: number
  readonly ofPlannedKm: number | null
  readonly departed: string | null
  readonly returned: string | null
  readonly stops: readonly { readonly km: number; readonly from: string; readonly minutes: number }[]
  readonly gaps: readonly (Part & { readonly minutes: number | null })[]
  readonly away: readonly {
    readonly leftKm: number | null
    readonly backKm: number | null
    readonly from: string | null
    readonly to: string | null
    readonly points: number
    readonly farthestMetres: number
  }[]
  readonly pointsOnRoad: number
  readonly pointsOffRoad: number
  readonly dropped: readonly { readonly why: string; readonly count: number; readonly firstAt: number }[]
}

/** A kilometre of a road with its risk at an hour, and what makes it up. */
export interface StretchRisk extends Part {
  readonly risk: number
  readonly unwatched: number
  readonly contributions: readonly { readonly incident: string; readonly alone: number }[]
  readonly civilians: number
  readonly unwatchedDays: number | null
}

/** Something that bars a road whatever else speaks for it. */
export interface Bar {
  readonly kind: 'crowd' | 'device' | 'obstacle'
  readonly part: Part | null
  readonly place: string | null
  readonly reported: string
  readonly lapses: string
  readonly incident: string
}

/** One answer to how, or whether, to drive. */
export interface Proposal {
  readonly lengthKm: number
  readonly minutes: number
  readonly exposure: number
  readonly civilianExposure: number
  readonly deciding: StretchRisk | null
  readonly patrolledKm: number
  readonly allowed: boolean
  readonly barredBy: readonly Bar[]
  readonly way:
    | { readonly kind: 'full' }
    | { readonly kind: 'shortened'; readonly turnAt: PlaceAlong }
    | {
        readonly kind: 'detour'
        readonly detour: { readonly onRoadKm: number; readonly schematicKm: number; readonly leavesAtKm: number | null }
      }
    | { readonly kind: 'other-hour'; readonly departs: string; readonly turnAt: PlaceAlong | null }
    | { readonly kind: 'postponed'; readonly until: string }
}

/** The answers to a planner's question with all that they rest on. People decide; this proposes. */
export interface PatrolPlan {
  readonly request: { readonly stretch: Part & { readonly road: string }; readonly departs: string }
  readonly asOf: string | null
  readonly proposals: readonly Proposal[]
  readonly proposed: number
  readonly because: readonly string[]
  readonly stretches: readonly StretchRisk[]
  readonly bars: readonly Bar[]
  readonly curve: readonly { readonly weight: number; readonly minutes: number; readonly exposure: number }[]
  readonly unplaced: number
}
