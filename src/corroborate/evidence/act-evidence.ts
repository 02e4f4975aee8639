import { ACTS, type Act } from '../../model/index.ts'
import { MODALITIES } from '../claims/claim-table.ts'

/** Points (hundredths of a nat) for two claims of one act, and of acts that one event may be told as. */
const SAME_ACT = 150
const KIN_ACT = 0
/** Points for other acts that two reports lead with: readers and desks may name the same news by another of its parts. */
export const OTHER_LEAD = -150
/** Points that no other evidence makes up for. */
export const STRANGERS = -100_000

/** Acts that different reports may call one and the same event. */
const KIN: readonly (readonly Act[])[] = [
  ['armed-clash', 'shelling', 'offensive', 'position-seized'],
  ['armed-clash', 'ceasefire-breached', 'shelling', 'air-strike'],
  ['attack-on-patrol', 'ied-mine', 'suicide-attack', 'shelling', 'armed-clash'],
  ['attack-on-civilians', 'shelling', 'air-strike', 'ied-mine', 'suicide-attack', 'force-on-protesters'],
  ['patrol-held', 'patrol-shortened', 'patrol-blocked', 'patrol-cancelled'],
  ['patrol-shortened', 'patrol-blocked', 'human-shield', 'access-denied'],
  ['road-cut', 'patrol-blocked', 'fortification'],
  ['force-on-protesters', 'obstacle-cleared'],
  ['agreement-signed', 'talks', 'ceasefire-observed', 'local-truce', 'deadline-extended'],
  ['agreement-suspended', 'ceasefire-breached', 'agreement-refused', 'deadline-missed', 'patrol-cancelled'],
  ['rearm', 'presence', 'troop-movement', 'weapon-in-zone', 'recruitment'],
  ['withdrawal', 'weapon-in-zone', 'rearm', 'troop-movement'],
  ['looting-destruction', 'aid-delivered', 'access-denied'],
  ['abduction', 'release-exchange', 'attack-on-civilians'],
]

const POINTS = new Int32Array(ACTS.length * ACTS.length).fill(STRANGERS)
for (const group of KIN)
  for (const one of group)
    for (const other of group) POINTS[ACTS.indexOf(one) * ACTS.length + ACTS.indexOf(other)] = KIN_ACT
for (let act = 0; act < ACTS.length; act++) POINTS[act * ACTS.length + act] = SAME_ACT

/** What two acts, as indices into ACTS, say for their claims telling of one event. */
export function actEvidence(act: number, other: number): number {
  return POINTS[act * ACTS.length + other] ?? STRANGERS
}

/** Points for two claims of which only one is about what was, or is said not to have been. */
const DEED_AND_PLAN = -100
/** And where that other one threatens it: whoever carries out a threat does so later, and then it is told. */
const DEED_AND_THREAT = -400
const THREAT = MODALITIES.indexOf('threatened')
const DEEDS = new Set([MODALITIES.indexOf('asserted'), MODALITIES.indexOf('denied')])

/** What two modalities, as indices into MODALITIES, say: a denial is about what the other side asserts, a plan mostly about something yet to come. */
export function modalityEvidence(modality: number, other: number): number {
  if (DEEDS.has(modality) === DEEDS.has(other)) return 0
  return modality === THREAT || other === THREAT ? DEED_AND_THREAT : DEED_AND_PLAN
}
