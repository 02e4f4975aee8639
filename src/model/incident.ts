import type { Act } from './act.ts'
import type { Harm } from './claim.ts'
import type { PlaceReference } from './place.ts'
import type { TimeReference } from './time.ts'

/** A claim by the report it stands in and its index among that report's claims. */
export interface ClaimReference {
  readonly report: string
  readonly claim: number
}

/** An utterance behind any number of reports: eight papers that carry one ministry's statement are one origin. */
export interface Origin {
  /** The speaker's actor id where the case knows one, else the fullest name told; for its own words the outlet's name. */
  readonly speaker: string
  /** The fullest wording of what was said. */
  readonly statement: string
  /** The reports that carry it, in the order of their ids. */
  readonly reports: readonly string[]
}

export type ContradictedField = 'act' | 'harm' | 'place' | 'time' | 'modality' | 'actor'

/** What one side of a contradiction says. */
export type ContradictedValue = string | Harm | TimeReference | PlaceReference

/** Two origins that do not agree on a field. Each keeps its version: nothing is averaged and nobody is overruled. */
export interface Contradiction {
  readonly field: ContradictedField
  /** Indices into the incident's origins, the lower first. */
  readonly between: readonly [number, number]
  /** What each of the two says, in that order. */
  readonly values: readonly [ContradictedValue, ContradictedValue]
}

/** What several claims are about. All claims are kept, opposed ones side by side. */
export interface Incident {
  /** Derived from the claim that was published first, so that later reports do not change it. */
  readonly id: string
  /** The act that most origins assert. */
  readonly act: Act
  /** The narrowest time that most origins share; null where none tells. */
  readonly time: TimeReference | null
  /** The most exact place that is told; null where none is known. */
  readonly place: PlaceReference | null
  /** The claims of reports to which this was news. */
  readonly claims: readonly ClaimReference[]
  /** Claims that look back on it in reports about something else: kept, but no witness. */
  readonly recalls: readonly ClaimReference[]
  readonly origins: readonly Origin[]
  /** How many different speakers the origins have. */
  readonly independentOrigins: number
  readonly contradictions: readonly Contradiction[]
}

/** A person's word on whether claims tell of one incident; it outranks the machine. Later decisions outrank earlier ones. */
export interface LinkDecision {
  /** same: all are one. different: no two of them are one. unsure: the machine must not join them by each other's likeness. */
  readonly decision: 'same' | 'different' | 'unsure'
  readonly claims: readonly ClaimReference[]
}
