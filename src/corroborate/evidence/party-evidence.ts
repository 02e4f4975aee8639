import type { ClaimTable } from '../claims/claim-table.ts'
import { sharedBits } from '../claims/content-words.ts'
import { UNTOLD } from '../claims/claim-table.ts'

/** Points for the same actor and for another: sides blame each other for one event, so a difference says little. */
const SAME_ACTOR = 60
const OTHER_ACTOR = -40
const SAME_TARGET = 60
/** Points for the same speaker: one statement is told by many. Names count as the same if they share this much. */
const SAME_SPEAKER = 200
const ALIKE_NAMES = 0.66
/** Points for the same number of dead or hurt, greater than two; and for another number, which one event often gets. */
const SAME_TOLL = 100
const OTHER_TOLL = -30

/** What actors, targets, speakers and harm of two claims say for their telling of one event. */
export function partyEvidence(claims: ClaimTable, i: number, j: number): number {
  return (
    actorEvidence(claims, i, j) +
    speakerEvidence(claims, i, j) +
    Math.round(SAME_TARGET * sharedBits(claims.targetNames.at(i), claims.targetNames.at(j))) +
    tollEvidence(claims.killed.at(i), claims.killed.at(j)) +
    tollEvidence(claims.injured.at(i), claims.injured.at(j))
  )
}

function actorEvidence(claims: ClaimTable, i: number, j: number): number {
  const [id, other] = [claims.actorIds.at(i), claims.actorIds.at(j)]
  if (id !== 0 && other !== 0) return id === other ? SAME_ACTOR : OTHER_ACTOR
  return Math.round(SAME_ACTOR * sharedBits(claims.actorNames.at(i), claims.actorNames.at(j)))
}

function speakerEvidence(claims: ClaimTable, i: number, j: number): number {
  return haveOneSpeaker(claims, i, j) ? SAME_SPEAKER : 0
}

/** Whether two claims are a named speaker's, by the same name. */
export function haveOneSpeaker(claims: ClaimTable, i: number, j: number): boolean {
  return sharedBits(claims.speakerNames.at(i), claims.speakerNames.at(j)) >= ALIKE_NAMES
}

function tollEvidence(count: number, other: number): number {
  if (count === UNTOLD || other === UNTOLD) return 0
  if (count !== other) return OTHER_TOLL
  return count > 2 ? SAME_TOLL : SAME_TOLL / 2
}
