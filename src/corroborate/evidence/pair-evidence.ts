import type { ClaimTable } from '../claims/claim-table.ts'
import { actEvidence, modalityEvidence, OTHER_LEAD, STRANGERS } from './act-evidence.ts'
import { partyEvidence } from './party-evidence.ts'
import { placeEvidence } from './place-evidence.ts'
import { timeEvidence } from './time-evidence.ts'

/**
 * What all fields of two claims say for their telling of one event, in points; what their reports share is not in it, nor are the odds before all
 * evidence, which are part of storyEvidence.
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
  const areLeads = claims.leads.at(i) === 1 && claims.leads.at(j) === 1
  const acts = Math.max(actEvidence(claims.acts.at(i), claims.acts.at(j)), areLeads ? OTHER_LEAD : STRANGERS)
  if (acts <= STRANGERS) return STRANGERS
  const times = timeEvidence(claims, i, j, published, otherPublished)
  if (times <= STRANGERS) return STRANGERS
  const modality = modalityEvidence(claims.modalities.at(i), claims.modalities.at(j))
  const standing = claims.standings.at(i) + claims.standings.at(j)
  return acts + modality + times + placeEvidence(claims, i, j) + partyEvidence(claims, i, j) + standing
}
