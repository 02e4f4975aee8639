import type { Claim } from '../../../../src/model/index.ts'
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
      .filter(({ kind }) => kind === 'review')
      .map(({ index, at, by, body }) => {
        const { claim, verdict, amended, reason } = body as unknown as Review & { readonly claim: number }
        return [claim, { verdict, amended, reason, by, at, entry: index }]
      }),
  )
}
