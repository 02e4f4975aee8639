import type { Claim, EntryOf } from '../../../../src/model/index.ts'
import type { LogLine } from '../api-types.ts'

/** What people said of a claim last, and where in the log. */
export interface Review {
  readonly verdict: 'confirmed' | 'amended' | 'rejected'
  readonly amended: Partial<Claim> | null
  readonly reason: string
  readonly by: string
  readonly at: string
  readonly entry: number
}

/** The last review of each claim, by the claim's index. */
export function reviewsOf(history: readonly LogLine[]): ReadonlyMap<number, Review> {
  return new Map(
    history
      .filter(isReview)
      .map(({ index, at, by, body: { claim, verdict, amended, reason } }) => [
        claim,
        { verdict, amended, reason, by, at, entry: index },
      ]),
  )
}

/** The log gives every kind of entry the body of its kind. */
function isReview(line: LogLine): line is LogLine & { readonly body: EntryOf<'review'>['body'] } {
  return line.kind === 'review'
}
