import type { Claim, EntryOf } from '../../../../src/model/index.ts'
import type { LogLine } from '../api-types.ts'

/** What people said of a claim last, what it says by all of them, and where in the log. */
export interface Review {
  readonly verdict: 'confirmed' | 'amended' | 'rejected'
  readonly amended: Partial<Claim> | null
  readonly reason: string
  readonly by: string
  readonly at: string
  readonly entry: number
}

/** The last review of each claim that was not withdrawn, by the claim's index. Amendments add up, whatever is said after them. */
export function reviewsOf(history: readonly LogLine[]): ReadonlyMap<number, Review> {
  const withdrawn = new Set(history.filter(({ kind }) => kind === 'supersedes').map(({ body }) => body['entry']))
  const reviews = new Map<number, Review>()
  for (const { index, at, by, body } of history.filter(isReview)) {
    if (withdrawn.has(index)) continue
    const { claim, verdict, reason } = body
    const before = reviews.get(claim)?.amended ?? null
    const amended = body.amended ? { ...before, ...body.amended } : before
    reviews.set(claim, { verdict, amended, reason, by, at, entry: index })
  }
  return reviews
}

/** The log gives every kind of entry the body of its kind. */
function isReview(line: LogLine): line is LogLine & { readonly body: EntryOf<'review'>['body'] } {
  return line.kind === 'review'
}
