import type { EntryOf, Reading } from '../../model/index.ts'
import { claimsOf, findAnchored } from '../case/claim-anchors.ts'
import { applyReviews } from '../case/reviews.ts'

/**
 * Readings as people left them, every claim at the index it has in the record: an amended claim says what people say, a confirmed or amended
 * one is certain, a rejected one has certainty 0 and founds nothing.
 */
export function withReviews(
  readings: readonly Reading[],
  reviews: readonly EntryOf<'review'>['body'][],
): readonly Reading[] {
  if (reviews.length === 0) return readings
  const claims = claimsOf(readings)
  const { claimAt } = applyReviews(readings, reviews)
  const reviewed = new Set(
    reviews.flatMap((review) => {
      const claim = findAnchored(claims, review)
      return claim ? [`${claim.report}\n${claim.claim}`] : []
    }),
  )
  return readings.map((reading) => ({
    ...reading,
    claims: reading.claims.map((claim, index) => {
      const report = reading.report.id
      if (!reviewed.has(`${report}\n${index}`)) return claim
      const now = claimAt({ report, claim: index })
      return now ? { ...now, confidence: 1 } : { ...claim, confidence: 0 }
    }),
  }))
}
