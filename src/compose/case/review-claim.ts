import { done, type Result } from '../../base/result.ts'
import type { Claim, ClaimReference, Entry, EntryOf } from '../../model/index.ts'
import type { Sql } from '../../store/index.ts'
import { findReadings } from '../../store/projections/index.ts'
import { amendClaim, type ClaimAmendment } from './amend-claim.ts'
import { anchorOf } from './claim-anchors.ts'
import { readDecided } from './decided.ts'
import { refused, type CaseFailure } from './failure.ts'
import type { OpenCase } from './open-case.ts'
import { recordDecision, type Recorded } from './record-decision.ts'
import { applyReviews, type ReviewedReadings } from './reviews.ts'
import type { CaseTools } from './tools.ts'

/** What a person says of one claim, and why. */
export type ReviewInput = ClaimReference & { readonly reason: string } & (
    | { readonly verdict: 'confirmed' | 'rejected' }
    | { readonly verdict: 'amended'; readonly amendment: ClaimAmendment }
  )

/**
 * A person confirms, amends or rejects a claim. Fails with `claim-unknown`, `amendment-malformed`, `person-malformed` or `reason-missing`.
 * Amendments add up; a rejected claim comes back when it is confirmed or amended.
 */
export function reviewClaim(
  open: OpenCase,
  tools: CaseTools,
  by: string,
  input: ReviewInput,
): Promise<Result<Recorded, CaseFailure>> {
  return recordDecision(open, tools, { by, reason: input.reason }, async (sql) => {
    const claims = await readClaims(sql, [input])
    if (!claims.ok) return claims
    const [claim] = claims.value
    if (!claim) return unknown(input, 'a claim of the record')
    const { read, standing, text } = claim
    const amended = input.verdict === 'amended' ? amendClaim(standing ?? read, input.amendment, text) : done(null)
    if (!amended.ok) return amended
    const body: EntryOf<'review'>['body'] = {
      ...anchorOf(input, read),
      verdict: input.verdict,
      amended: amended.value,
      reason: input.reason.trim(),
    }
    return done([{ kind: 'review', at: tools.now(), by, body } satisfies Entry])
  })
}

/** A claim of the record. */
export interface ClaimOfRecord {
  readonly reference: ClaimReference
  /** As it was read. */
  readonly read: Claim
  /** As people left it; null where they rejected it. */
  readonly standing: Claim | null
  /** Of its report. */
  readonly text: string
}

/** Claims of the record, with what reviews made of them. Fails with `claim-unknown` where one is not there. */
export async function readClaims(
  sql: Sql,
  references: readonly ClaimReference[],
): Promise<Result<readonly ClaimOfRecord[], CaseFailure>> {
  const readings = await findReadings(sql, [...new Set(references.map(({ report }) => report))])
  const reviewed: ReviewedReadings = applyReviews([...readings.values()], (await readDecided(sql)).reviews)
  const found: ClaimOfRecord[] = []
  for (const { report, claim } of references) {
    const reading = readings.get(report)
    const read = reading?.claims[claim]
    if (!read) {
      const expected = reading ? `one of its ${reading.claims.length} claims, from 0` : 'a report of the record'
      return unknown({ report, claim }, expected)
    }
    const standing = reviewed.claimAt({ report, claim })
    found.push({ reference: { report, claim }, read, standing, text: reading.report.text })
  }
  return done(found)
}

function unknown({ report, claim }: ClaimReference, expected: string): Result<never, CaseFailure> {
  return refused('claim-unknown', 'claim', `${report}#${claim}`, expected)
}
