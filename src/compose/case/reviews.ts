import type { Claim, ClaimReference, EntryOf, Incident, Reading } from '../../model/index.ts'

/** Readings as people left them, and the way from their claims to the machine's and back. */
export interface ReviewedReadings {
  readonly readings: readonly Reading[]
  /** The reviewed claim that a claim of the record became; null where it was rejected. */
  readonly reviewed: (claim: ClaimReference) => ClaimReference | null
  /** An incident of reviewed claims, told in claims of the record. */
  readonly inRecord: (incident: Incident) => Incident
}

/** Applies reviews in the order of the log: the last one on a claim counts. Rejected claims go, amended ones say what the person says. */
export function applyReviews(
  readings: readonly Reading[],
  reviews: readonly EntryOf<'review'>['body'][],
): ReviewedReadings {
  const verdicts = new Map(reviews.map((review) => [`${review.report}\n${review.claim}`, review]))
  /** Indices in the record of a report's remaining claims; only reports that lost one. */
  const kept = new Map<string, readonly number[]>()
  const reviewed = readings.map((reading) => {
    const { id } = reading.report
    const entries = reading.claims.flatMap((claim, index) => {
      const review = verdicts.get(`${id}\n${index}`)
      return review?.verdict === 'rejected' ? [] : [{ index, claim: amend(claim, review) }]
    })
    if (entries.length < reading.claims.length)
      kept.set(
        id,
        entries.map(({ index }) => index),
      )
    return verdicts.size === 0 ? reading : { ...reading, claims: entries.map(({ claim }) => claim) }
  })
  const inRecord = (claim: ClaimReference): ClaimReference => {
    return { report: claim.report, claim: kept.get(claim.report)?.[claim.claim] ?? claim.claim }
  }
  return {
    readings: reviewed,
    reviewed: (claim) => {
      const index = kept.get(claim.report)?.indexOf(claim.claim) ?? claim.claim
      return index < 0 ? null : { report: claim.report, claim: index }
    },
    inRecord: (incident) => {
      return { ...incident, claims: incident.claims.map(inRecord), recalls: incident.recalls.map(inRecord) }
    },
  }
}

/** An amended claim keeps what the amendment does not mention. */
function amend(claim: Claim, review: EntryOf<'review'>['body'] | undefined): Claim {
  return review?.verdict === 'amended' && review.amended ? { ...claim, ...review.amended } : claim
}
