/** The acts of the record by family; what each means stands in docs/glossary.md. */
export const ACT_FAMILIES = {
  force: [
    'armed-clash',
    'shelling',
    'air-strike',
    'ied-mine',
    'suicide-attack',
    'attack-on-patrol',
    'attack-on-civilians',
    'abduction',
    'sexual-violence',
    'position-seized',
    'force-on-protesters',
  ],
  posture: [
    'offensive',
    'rearm',
    'troop-movement',
    'presence',
    'weapon-in-zone',
    'fortification',
    'overflight',
    'recruitment',
  ],
  pressure: ['threat', 'access-denied', 'jamming', 'looting-destruction', 'patrol-blocked', 'human-shield', 'road-cut'],
  agreement: [
    'agreement-signed',
    'agreement-refused',
    'agreement-suspended',
    'ceasefire-breached',
    'ceasefire-observed',
    'deadline-extended',
    'deadline-missed',
    'talks',
  ],
  patrol: ['patrol-held', 'patrol-shortened', 'patrol-cancelled'],
  easing: [
    'withdrawal',
    'obstacle-cleared',
    'local-truce',
    'release-exchange',
    'aid-delivered',
    'joint-training',
    'investigation-opened',
  ],
} as const

export type ActFamily = keyof typeof ACT_FAMILIES
export type Act = (typeof ACT_FAMILIES)[ActFamily][number]

/** Every act, in the order of the families. */
export const ACTS: readonly Act[] = Object.values(ACT_FAMILIES).flat()

const FAMILY_OF = new Map<Act, ActFamily>(
  Object.entries(ACT_FAMILIES).flatMap(([family, acts]) => acts.map((act) => [act, family as ActFamily] as const)),
)

/** Whether a word is the code of an act. */
export function isAct(code: string): code is Act {
  return FAMILY_OF.has(code as Act)
}

/** The family that an act belongs to. */
export function familyOf(act: Act): ActFamily {
  const family = FAMILY_OF.get(act)
  if (!family) throw new TypeError(`no act: ${act}`)
  return family
}
