import type { ClaimTable } from '../claims/claim-table.ts'
import { actEvidence, STRANGERS } from './act-evidence.ts'
import { partyEvidence } from './party-evidence.ts'
import { placeEvidence } from './place-evidence.ts'
import { timeEvidence } from './time-evidence.ts'

/** Log-odds in points that two candidates taken at random tell of one event. */
const PRIOR = -500
/** Points by which the likeness of two reports speaks: none at EVEN_LIKENESS, at most MOST_STORY. */
const PER_LIKENESS = 2000
const EVEN_LIKENESS = 0.16
const LEAST_STORY = -250
const MOST_STORY = 500

/** What the likeness of two reports (0..1) says for their claims telling of one event. */
export function storyEvidence(likeness: number): number {
  return Math.round(Math.max(LEAST_STORY, Math.min(MOST_STORY, PER_LIKENESS * (likeness - EVEN_LIKENESS))))
}

/**
 * The log-odds in points that two claims tell of one event, from all their fields; positive: rather yes.
 *
 * @param published days their reports were published, or UNTOLD
 * @param story what their reports' likeness says; 0 where both stand in one report
 */
export function pairEvidence(
  claims: ClaimTable,
  i: number,
  j: number,
  published: number,
  otherPublished: number,
  story: number,
): number {
  const acts = actEvidence(claims.acts.at(i), claims.acts.at(j))
  if (acts <= STRANGERS) return STRANGERS
  const times = timeEvidence(claims, i, j, published, otherPublished)
  if (times <= STRANGERS) return STRANGERS
  const standing = claims.standings.at(i) + claims.standings.at(j)
  return PRIOR + acts + times + placeEvidence(claims, i, j) + partyEvidence(claims, i, j) + story + standing
}
