import type { PlainDate } from '../base/calendar.ts'
import type { ClaimReference } from './incident.ts'
import type { Stretch } from './road.ts'

/** What an account says became of a patrol. `held`: that it took place, and no more; `not-mentioned`: nothing at all. */
export type PatrolOutcome = 'completed' | 'shortened' | 'cancelled' | 'held' | 'not-mentioned'

/** How one side, or the press, tells of a patrol. A claim like any other: accounts stand side by side, none overrules another. */
export interface PatrolAccount {
  /** A side's id (`ru`, `tr`), or `press`: outlets and observers, who speak for no side. A patrol may have several of `press`. */
  readonly side: string
  /** The patrol's number in that side's count. Numbers differ between sides and are no key. */
  readonly number: number | null
  /** What must be said of the number, or of its absence: "inferred from the sequence", "22nd or 23rd by source". */
  readonly numberNote: string | null
  readonly outcome: PatrolOutcome
  /** In our own words. */
  readonly says: string
  /** The reason given for shortening or cancelling, in our own words; null where none is given. */
  readonly reason: string | null
  /** Where on the road it began, and how far it got; null where it is not told. */
  readonly fromKm: number | null
  readonly toKm: number | null
  /** Where it turned back before its end; null where it did not, or it is not told. */
  readonly turnedBackAtKm: number | null
  /** Local time `YYYY-MM-DDThh:mm`; null where it is not told. */
  readonly departed: string | null
  readonly returned: string | null
  /** What happened on the way, in our own words. */
  readonly incidents: readonly string[]
  /** Addresses. */
  readonly sources: readonly string[]
  /** Claims of the record that say so. */
  readonly claims: readonly ClaimReference[]
}

/** A joint patrol of one day on one road. */
export interface Patrol {
  /** Day and road, `2020-03-15-m4`; a second one of the day adds `-2`. */
  readonly id: string
  readonly on: PlainDate
  readonly road: string
  /** What was to be driven; null where it is not told. */
  readonly planned: Stretch | null
  /** At most one of each side, any number of `press`. */
  readonly accounts: readonly PatrolAccount[]
}
