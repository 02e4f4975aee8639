import type { PlainDate } from '../base/calendar.ts'
import type { ClaimReference } from './incident.ts'

/** What a decision settles. */
export type Resolution =
  | {
      readonly kind: 'patrol-plan'
      readonly patrol: string
      readonly road: string
      readonly fromKm: number
      readonly toKm: number
      /** `hh:mm` in the case's local time; null where it is not told. */
      readonly departs: string | null
      readonly note: string | null
    }
  /** More time for someone who is bound; `until` null: how long is not told. */
  | {
      readonly kind: 'extension'
      readonly obligation: string
      readonly party: string
      readonly until: PlainDate | null
    }
  | { readonly kind: 'parameters' | 'other'; readonly clause: string | null }

/** A side's word on a decision. */
export interface Signature {
  readonly side: string
  readonly verdict: 'signed' | 'declined'
  readonly on: PlainDate | null
}

/** What the sides, or their coordination centre, resolved. */
export interface Decision {
  readonly id: string
  /** Null where the day is not told. */
  readonly on: PlainDate | null
  /** In our own words. */
  readonly text: string
  readonly resolution: Resolution
  readonly signatures: readonly Signature[]
  /** Claims that tell of it. */
  readonly claims: readonly ClaimReference[]
  readonly source: string | null
}
