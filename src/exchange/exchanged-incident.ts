import type {
  Act,
  ClaimReference,
  Contradiction,
  Count,
  Origin,
  PlaceReference,
  TimeReference,
} from '../model/index.ts'

/** An incident as it is handed to others: all that the record says of it, in one value, with the ids that lead back to the evidence. */
export interface ExchangedIncident {
  readonly id: string
  readonly act: Act
  readonly time: TimeReference | null
  readonly place: PlaceReference | null
  /** Whether it happened. */
  readonly validity: string
  /** Who answers for it; apart from validity. */
  readonly responsibility: string
  /** From the lowest to the highest number that any origin tells; nothing is averaged. */
  readonly killed: Count | null
  readonly injured: Count | null
  /** Who is said to have done it, by actor id where the case knows one, else as told; in the order of the claims, each once. */
  readonly actors: readonly string[]
  /** Who is said to have suffered it. */
  readonly targets: readonly string[]
  readonly zones: readonly string[]
  readonly road: string | null
  readonly chainageKm: number | null
  readonly origins: readonly Origin[]
  readonly independentOrigins: number
  readonly contradictions: readonly Contradiction[]
  readonly claims: readonly ClaimReference[]
}

/** Something that a format has no room for. Nothing is left out in silence. */
export interface LeftOut {
  /** The incident's id. */
  readonly incident: string
  /** What of it: `the incident`, or the name of a part. */
  readonly what: string
  readonly why: string
}

/** A document in a format of others, and what it could not hold. */
export interface ExportedText {
  readonly text: string
  /** Rows, features or events in it. */
  readonly count: number
  readonly leftOut: readonly LeftOut[]
}
