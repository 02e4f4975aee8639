import type { Act } from './act.ts'

/** How an act is called before people, and what it means. */
export interface ActWords {
  readonly name: string
  readonly meaning: string
}

/** Every act in plain words; docs/glossary.md shows the same. The most specific act wins. */
export const ACT_WORDS: { readonly [A in Act]: ActWords } = {
  'armed-clash': { name: 'armed clash', meaning: 'Two sides fire at each other, or one attacks the other’s forces.' },
  shelling: { name: 'shelling', meaning: 'Mortars, artillery, rockets or grenade launchers fire, whoever is hit.' },
  'air-strike': { name: 'air strike', meaning: 'Something is hit from the air, drones included.' },
  'ied-mine': { name: 'planted device or mine', meaning: 'A device or mine is laid, found or goes off.' },
  'suicide-attack': { name: 'suicide attack', meaning: 'An attacker dies by the attack’s own design.' },
  'attack-on-patrol': { name: 'attack on patrol', meaning: 'Monitors or a patrol are hit, by whatever means.' },
  'attack-on-civilians': { name: 'attack on civilians', meaning: 'Civilians are shot at, beaten or hit directly.' },
  abduction: { name: 'abduction', meaning: 'People are seized, arrested by an armed group, or held.' },
  'sexual-violence': { name: 'sexual violence', meaning: 'Rape or another sexual crime in the conflict.' },
  'position-seized': { name: 'position seized', meaning: 'A village, post or other ground is taken.' },
  'force-on-protesters': { name: 'force against protesters', meaning: 'Protesters are dispersed or hurt by force.' },
  offensive: { name: 'offensive', meaning: 'An attack to gain ground is launched or under way.' },
  rearm: { name: 'rearming', meaning: 'A side is supplied with arms, fuel or other means to fight.' },
  'troop-movement': { name: 'troop movement', meaning: 'Forces or convoys move, arrive or are sent.' },
  presence: { name: 'presence', meaning: 'Forces are there: gathered, stationed, posted.' },
  'weapon-in-zone': { name: 'weapon in zone', meaning: 'A weapon stands inside a line it had to be withdrawn from.' },
  fortification: { name: 'fortification', meaning: 'Trenches, posts or walls are built.' },
  overflight: { name: 'overflight', meaning: 'Aircraft or drones fly over without striking.' },
  recruitment: { name: 'recruitment', meaning: 'People are enlisted, willingly or not.' },
  threat: { name: 'threat', meaning: 'Force or an answer by force is announced.' },
  'access-denied': { name: 'access denied', meaning: 'Monitors, aid or people are kept from a place.' },
  jamming: { name: 'jamming', meaning: 'Signals of monitors or their drones are disturbed.' },
  'looting-destruction': { name: 'looting or destruction', meaning: 'Property is robbed, burned or torn down.' },
  'patrol-blocked': { name: 'patrol blocked', meaning: 'A patrol’s road is held shut, by people or by force.' },
  'human-shield': { name: 'human shield', meaning: 'Civilians are put between a force and its enemy.' },
  'road-cut': { name: 'road cut', meaning: 'A road is broken up, mined shut or barricaded.' },
  'agreement-signed': { name: 'agreement reached', meaning: 'An agreement is signed or reached.' },
  'agreement-refused': { name: 'agreement refused', meaning: 'Someone refuses or does not recognise an agreement.' },
  'agreement-suspended': {
    name: 'agreement suspended',
    meaning: 'An agreement, or a part in it, is suspended or left.',
  },
  'ceasefire-breached': { name: 'ceasefire breached', meaning: 'A violation, where no more exact act is told.' },
  'ceasefire-observed': { name: 'ceasefire observed', meaning: 'The ceasefire is kept, takes force or is called for.' },
  'deadline-extended': { name: 'deadline extended', meaning: 'A party is given more time.' },
  'deadline-missed': { name: 'deadline missed', meaning: 'A term runs out without what was due.' },
  talks: { name: 'talks', meaning: 'Parties meet or speak about the matter.' },
  'patrol-held': { name: 'patrol held', meaning: 'A patrol takes place.' },
  'patrol-shortened': { name: 'patrol shortened', meaning: 'A patrol turns back or drives less than planned.' },
  'patrol-cancelled': { name: 'patrol cancelled', meaning: 'A patrol is called off or put off.' },
  withdrawal: { name: 'withdrawal', meaning: 'Forces or weapons leave, or weapons are handed over.' },
  'obstacle-cleared': { name: 'obstacle cleared', meaning: 'Mines, walls or barricades are taken away.' },
  'local-truce': { name: 'local truce', meaning: 'Fighting stops at one place by agreement there.' },
  'release-exchange': { name: 'release or exchange', meaning: 'Prisoners or bodies are freed, returned or exchanged.' },
  'aid-delivered': { name: 'aid delivered', meaning: 'Relief reaches people.' },
  'joint-training': { name: 'joint training', meaning: 'Forces of several sides train together.' },
  'investigation-opened': {
    name: 'investigation',
    meaning: 'An inquiry, a search for culprits or a case in court begins.',
  },
}
