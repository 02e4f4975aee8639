import { sha256 } from '../../base/sha256.ts'
import type { Claim, ClaimAnchor, ClaimReference, Reading } from '../../model/index.ts'

/** The claims of each report, by its id. */
export type ClaimsOf = ReadonlyMap<string, readonly Claim[]>

/** The claims of some readings. */
export function claimsOf(readings: Iterable<Reading>): ClaimsOf {
  return new Map(Array.from(readings, ({ report, claims }) => [report.id, claims]))
}

/** A claim as an entry names it. */
export function anchorOf(reference: ClaimReference, claim: Claim): ClaimAnchor {
  const { start, end } = claim.quote
  return { report: reference.report, claim: reference.claim, quote: { start, end } }
}

/**
 * Where the claim stands today that a person spoke of: at its index where its quote is still the same, else wherever that quote is.
 * Null where the report has no such claim any more, or is not in.
 */
export function findAnchored(claims: ClaimsOf, { report, claim, quote }: ClaimAnchor): ClaimReference | null {
  const found = claims.get(report)
  if (!found) return null
  const isIt = (one: Claim | undefined) => one?.quote.start === quote.start && one.quote.end === quote.end
  const index = isIt(found[claim]) ? claim : found.findIndex(isIt)
  return index < 0 ? null : { report, claim: index }
}

/** The id of an incident whose claim published first is this one: sixteen hexadecimal digits, as corroboration gives it. */
export function incidentIdOf({ report, claim }: ClaimReference): string {
  return Buffer.from(sha256(`${report}\n${claim}`).subarray(0, 8)).toString('hex')
}
