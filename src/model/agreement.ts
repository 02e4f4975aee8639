import type { PlainDate } from '../base/calendar.ts'
import type { Act } from './act.ts'

/**
 * Where a rule is written. `public-text`: in the published text. `unpublished`: in an annex or paper that was announced but not published.
 * `one-side`: only that side says that it was agreed.
 */
export type Standing =
  | { readonly kind: 'public-text' }
  | { readonly kind: 'unpublished' }
  | { readonly kind: 'one-side'; readonly side: string }

/** How sure the editors of the file are of a thing in it. */
export type Confidence = 'high' | 'medium' | 'low'

/** Claims of the record that bear a thing of the file out: those of a report with that act. */
export interface Evidence {
  readonly report: string
  readonly act: Act
}

/** Someone who signed. `accepted`: the day of signature; null where it is not known. */
export interface Party {
  readonly actor: string
  readonly accepted: PlainDate | null
  readonly source: string
}

/** Someone who vouches for others. Whom for is often told by press or practice only: `confidence` and `source` say so. */
export interface Guarantor {
  readonly actor: string
  /** Actors, or sides, whose acts touch the guarantor's duty. */
  readonly answersFor: readonly string[]
  readonly source: string
  readonly confidence: Confidence
}

/** Forces of several parties acting as one: a joint patrol. */
export interface JointActor {
  readonly actor: string
  readonly of: readonly string[]
}

/** What someone who is said to be bound makes of the agreement. */
export type Stance = 'accepted' | 'refused' | 'never-asked' | 'unknown'

/** Someone who did not sign but is said to be bound, or acts where the agreement holds. */
export interface Group {
  readonly actor: string
  readonly stance: Stance
  readonly says: string
  readonly evidence: readonly Evidence[]
  readonly source: string
}

/** A point as GeoJSON writes it: longitude, latitude in WGS 84 degrees. */
export type LonLat = readonly [number, number]

export type CompassSide = 'north' | 'south' | 'east' | 'west'

/** What a zone is drawn or derived from. */
export type ZoneShape =
  /** Drawn: rings of a polygon; the first is the outline, others are holes. */
  | { readonly kind: 'polygon'; readonly rings: readonly (readonly LonLat[])[] }
  /** So many metres either side of a road between two places of the case (null: the road's end). */
  | {
      readonly kind: 'road-corridor'
      readonly road: string
      readonly metres: number
      readonly between: readonly [string | null, string | null]
    }
  /** So many metres either side of a drawn line: a line of contact. */
  | { readonly kind: 'line-corridor'; readonly line: readonly LonLat[]; readonly metres: number }
  /** The part of another zone on one side of a road. */
  | { readonly kind: 'side-of-road'; readonly road: string; readonly side: CompassSide; readonly zone: string }
  /** Nobody published where it lies. */
  | { readonly kind: 'unknown'; readonly why: string }

/** Where an obligation holds. */
export interface Zone {
  readonly id: string
  readonly name: string
  readonly shape: ZoneShape
  /** How far the drawing itself may be off. */
  readonly uncertaintyMetres: number
  /** Places of the case (`case:ID`) that mean the zone itself or lie in it whatever their radius. */
  readonly places: readonly string[]
  /** First and last day that it holds; null where there is no such bound. */
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly source: string
  readonly confidence: Confidence
}

/** A clause of the text. */
export interface Clause {
  readonly id: string
  readonly title: string
  /** In our own words. */
  readonly says: string
  readonly standing: Standing
  /** Where the text is public, or who tells of it. */
  readonly source: string
}

/**
 * A moment of the agreement's own clock: a day, `YYYY-MM-DD`, or a minute, `YYYY-MM-DDThh:mm`. Or a word: `unknown`, a bound exists but nobody
 * published it; `open`, the text sets no end.
 */
export type Moment = string

/** From when to when, both inclusive. */
export interface Term {
  readonly from: Moment
  readonly to: Moment
}

/** A kind of weapon that an agreement tells apart, and the words by which reports name it. */
export interface Weapon {
  readonly id: string
  readonly name: string
  readonly words: readonly string[]
}

/** An act that would come under an obligation but is left out of it. */
export interface Exception {
  readonly says: string
  /** Acts that are excepted; empty: all. */
  readonly acts: readonly Act[]
  /** By whom; empty: by anyone. */
  readonly by: readonly string[]
  /** Against whom; empty: against anyone. */
  readonly against: readonly string[]
}

/** What a clause makes someone do or refrain from, where, and until when. */
export interface Obligation {
  readonly id: string
  readonly clause: string
  readonly title: string
  /** In our own words. */
  readonly says: string
  readonly standing: Standing
  readonly duty: 'must' | 'must-not' | 'may'
  /** Actors, or sides, that it binds. */
  readonly bound: readonly string[]
  /** must-not: the acts that break it. must: the acts that fulfil it. may: the acts that it allows. */
  readonly acts: readonly Act[]
  /** must: acts that fulfil it in part. */
  readonly inPart: readonly Act[]
  /** must: acts of those who are bound that show it unmet. must-not: acts that show it kept. */
  readonly contrary: readonly Act[]
  /** must: acts of others that hinder it. They are no breach by those who are bound. */
  readonly hinderedBy: readonly Act[]
  /** Only acts against these actors or sides; empty: against anyone. */
  readonly towards: readonly string[]
  /** Only these weapons, by id; empty: any. */
  readonly weapons: readonly string[]
  /** The zone in which it holds; null: everywhere. */
  readonly zone: string | null
  readonly term: Term
  /** must: the last day by which it is to be done, or `unknown`; null where the text sets none. */
  readonly due: Moment | null
  /** Where the text can be read so that the term ends later: that later day. Null where it cannot. */
  readonly dueAtLatest: PlainDate | null
  /** must: how many days may pass between two fulfilments; `unknown` where it is not published; null where it is done once. */
  readonly everyDays: number | 'unknown' | null
  /** The road whose patrols it is about; null if it is about none. */
  readonly patrolsOn: string | null
  readonly exceptions: readonly Exception[]
  readonly evidence: readonly Evidence[]
  readonly source: string
}

/** What a dated decision changed of an obligation. The obligation itself is never edited. */
export interface Amendment {
  /** Id of the decision. */
  readonly decision: string
  /** From which day it holds. */
  readonly on: PlainDate
  readonly obligation: string
  /** What each becomes; null: as it was. */
  readonly due: Moment | null
  readonly to: Moment | null
  readonly zone: string | null
}

/** An agreement as data. */
export interface Agreement {
  readonly id: string
  readonly title: string
  readonly signed: PlainDate | null
  readonly source: string
  /** IANA name of the clock that its hours go by; null where the text does not tell. */
  readonly timeZone: string | null
  /** Where the time zone is not told: by how many minutes the clocks in question differ. */
  readonly clockSlackMinutes: number
  /** Sides whose own ledgers are kept apart and compared. */
  readonly sides: readonly string[]
  readonly parties: readonly Party[]
  readonly guarantors: readonly Guarantor[]
  readonly groups: readonly Group[]
  readonly joint: readonly JointActor[]
  readonly weapons: readonly Weapon[]
  readonly zones: readonly Zone[]
  readonly clauses: readonly Clause[]
  readonly obligations: readonly Obligation[]
  readonly amendments: readonly Amendment[]
}
