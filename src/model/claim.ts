import type { Span } from '../base/span.ts'
import type { Act } from './act.ts'
import type { PlaceMention } from './place.ts'
import type { Speaker } from './statement.ts'
import type { TimeMention } from './time.ts'

/** How an act stands in the words that state it. */
export type Modality = 'asserted' | 'denied' | 'planned' | 'demanded' | 'threatened' | 'hypothetical'

/** Words that name who does, or suffers, an act, with the neutral actor id where the case knows one. */
export interface ActorMention extends Span {
  readonly id: string | null
}

/** A number of persons as told: equal bounds for a plain number, `max` null for "at least". */
export interface Count {
  readonly min: number
  readonly max: number | null
}

/** The harm told with an act; null for what is not told. */
export interface Harm {
  readonly killed: Count | null
  readonly injured: Count | null
}

/** One act asserted, denied, planned, demanded, threatened or supposed by a statement. A claim is not a fact. */
export interface Claim {
  readonly act: Act
  readonly modality: Modality
  /** The smallest clause that states the act, verbatim. */
  readonly quote: Span
  /** Index of the statement that holds it; null where the outlet itself says it. */
  readonly statement: number | null
  readonly speaker: Speaker | null
  readonly via: Span | null
  readonly actor: ActorMention | null
  readonly target: ActorMention | null
  readonly place: PlaceMention | null
  readonly time: TimeMention | null
  readonly harm: Harm | null
  /** Name of the rule or model that made it. */
  readonly rule: string
  /** 0..1. */
  readonly confidence: number
}
