import type { Claim, ClaimReference, EntryOf, Incident, Reading } from '../../model/index.ts'
import { claimsOf, findAnchored, incidentIdOf } from './claim-anchors.ts'

/** Readings as people left them, and the way from their claims to the machine's and back. */
export interface ReviewedReadings {
  readonly readings: readonly Reading[]
  /** The reviewed claim that a claim of the record became; null where it was rejected. */
  readonly reviewed: (claim: ClaimReference) => ClaimReference | null
  /** What a claim of the record says now; null where it was rejected. */
  readonly claimAt: (claim: ClaimReference) => Claim | null
  /** An incident of reviewed claims, told in claims of the record. */
  readonly inRecord: (incident: Incident) => Incident
}

type Review = EntryOf<'review'>['body']

/**
 * Applies reviews in the order of the log: rejected claims go until they are confirmed after all, amended ones say what people say, and a
 * confirmation stands for the claim as amended by then.
 */
export function applyReviews(readings: readonly Reading[], reviews: readonly Review[]): ReviewedReadings {
  const verdicts = verdictsOn(readings, reviews)
  /** Indices in the record of a report's remaining claims; only reports that lost one. */
  const kept = new Map<string, readonly number[]>()
  const reviewed = verdicts.size === 0 ? readings : readings.map((reading) => applyTo(reading, verdicts, kept))
  const claims = claimsOf(reviewed)
  const inRecord = (claim: ClaimReference): ClaimReference => {
    return { report: claim.report, claim: kept.get(claim.report)?.[claim.claim] ?? claim.claim }
  }
  const reviewedOf = (claim: ClaimReference): ClaimReference | null => {
    const index = kept.get(claim.report)?.indexOf(claim.claim) ?? claim.claim
    return index < 0 ? null : { report: claim.report, claim: index }
  }
  return {
    readings: reviewed,
    reviewed: reviewedOf,
    claimAt: (claim) => claims.get(claim.report)?.[reviewedOf(claim)?.claim ?? -1] ?? null,
    inRecord: (incident) => {
      const news = incident.claims.map(inRecord)
      const id = kept.size > 0 && news[0] ? incidentIdOf(news[0]) : incident.id
      return { ...incident, id, claims: news, recalls: incident.recalls.map(inRecord) }
    },
  }
}

/** What all reviews of a claim come to. */
interface Verdict {
  readonly rejected: boolean
  readonly amended: Review['amended']
}

type Verdicts = ReadonlyMap<string, Verdict>

function verdictsOn(readings: readonly Reading[], reviews: readonly Review[]): Verdicts {
  const verdicts = new Map<string, Verdict>()
  if (reviews.length === 0) return verdicts
  const claims = claimsOf(readings)
  for (const review of reviews) {
    const claim = findAnchored(claims, review)
    if (!claim) continue
    const before = verdicts.get(nameOf(claim))
    const amended = review.amended ? { ...before?.amended, ...review.amended } : (before?.amended ?? null)
    verdicts.set(nameOf(claim), { rejected: review.verdict === 'rejected', amended })
  }
  return verdicts
}

function applyTo(reading: Reading, verdicts: Verdicts, kept: Map<string, readonly number[]>): Reading {
  const report = reading.report.id
  const remaining = reading.claims.flatMap((claim, index) => {
    const verdict = verdicts.get(nameOf({ report, claim: index }))
    return verdict?.rejected ? [] : [{ index, claim: amend(claim, verdict) }]
  })
  if (remaining.length < reading.claims.length) {
    kept.set(
      report,
      remaining.map(({ index }) => index),
    )
  }
  return { ...reading, claims: remaining.map(({ claim }) => claim) }
}

/** An amended claim keeps what the amendments do not mention. */
function amend(claim: Claim, verdict: Verdict | undefined): Claim {
  return verdict?.amended ? { ...claim, ...verdict.amended } : claim
}

function nameOf({ report, claim }: ClaimReference): string {
  return `${report}\n${claim}`
}
