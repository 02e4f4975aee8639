import type { PlainDate } from '../base/calendar.ts'
import type { ClaimReference } from './incident.ts'
import type { Validity } from './verification.ts'

/** How something bears on an obligation. */
export const OUTCOMES = [
  'breach',
  'consistent',
  'fulfilled',
  'fulfilled-in-part',
  'not-covered',
  'cannot-tell',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What a finding is about. */
export type FindingSubject =
  | { readonly kind: 'incident'; readonly incident: string }
  | { readonly kind: 'patrol'; readonly patrol: string }
  | { readonly kind: 'deadline' }
  /** Days without anything told. */
  | { readonly kind: 'silence'; readonly from: PlainDate; readonly to: PlainDate }

/** Whether, and how, whoever did it is bound: signed, vouches for others, accepted, refused, never asked, or not known. */
export type BoundBy = 'party' | 'guarantor' | 'accepted' | 'refused' | 'never-asked' | 'unknown'

/** What one side, or another speaker, says of it. */
export interface Version {
  /** A side's id, else the speaker's. */
  readonly side: string
  readonly says: string
}

/** How an obligation with a last day stands. */
export type DeadlineState = 'due' | 'met' | 'met-late' | 'overdue' | 'extended' | 'unknown'

/** How something, or a silence, bears on an obligation. Cites the clause, the claims and the rule. */
export interface Finding {
  /** Made of obligation and subject, so that the same finding has the same id in every run. */
  readonly id: string
  readonly clause: string
  readonly obligation: string
  readonly subject: FindingSubject
  readonly outcome: Outcome
  readonly validity: Validity
  /** As on the axis of responsibility: `undetermined`, `attributable:ACTOR` … */
  readonly responsibility: string
  readonly bound: BoundBy
  /** Who is said to have done it, by neutral id; null where it is not told, or told differently. */
  readonly doer: string | null
  readonly on: { readonly from: string; readonly to: string } | null
  /** Name of the rule that gave the outcome; docs/agreement.md explains each. */
  readonly rule: string
  /** Independent origins behind it. */
  readonly origins: number
  readonly claims: readonly ClaimReference[]
  readonly versions: readonly Version[]
  readonly disputed: boolean
  readonly deadline: DeadlineState | null
  /** Id of the decision that it rests on; null if on none. */
  readonly decision: string | null
  /** Plain words: the chain of reasons. */
  readonly sentence: string
}
