import type { ClaimTable } from '../claims/claim-table.ts'
import { actEvidence, STRANGERS } from './act-evidence.ts'
import { partyEvidence } from './party-evidence.ts'
import { placeEvidence } from './place-evidence.ts'
import { timeEvidence } from './time-evidence.ts'

/** Log-odds in points that two candidates taken at random tell of one event. */
const PRIOR = -500
/**
 * The log-odds in points that two claims tell of one event, from all their fields, without what their reports share; positive: rather yes.
 *
 * @param published days their reports were published, or UNTOLD
 */
export function pairEvidence(
  claims: ClaimTable,
  i: number,
  j: number,
  published: number,
  otherPublished: number,
): number {
  const acts = actEvidence(claims.acts.at(i), claims.acts.at(j))
  if (acts <= STRANGERS) return STRANGERS
  const times = timeEvidence(claims, i, j, published, otherPublished)
  if (times <= STRANGERS) return STRANGERS
  const standing = claims.standings.at(i) + claims.standings.at(j)
  return PRIOR + acts + times + placeEvidence(claims, i, j) + partyEvidence(claims, i, j) + standing
}
