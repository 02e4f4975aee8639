import { momentInWords } from '../../base/day-words.ts'
import type { Obligation } from '../../model/index.ts'
import type { IncidentFacts } from '../incidents/incident-facts.ts'
import { quote } from '../say/words.ts'
import { timeInTerm } from './term.ts'
import { withoutDoer, type Question, type RuleContext, type Verdict } from './verdict.ts'

/**
 * Whether an obligation speaks of an incident at all: its time, place, target and weapon. What surely lies outside comes before what cannot
 * be told, so that an unknown place does not hide that it was long before.
 */
export function scopeVerdict(facts: IncidentFacts, obligation: Obligation, context: RuleContext): Verdict | null {
  let doubt: Verdict | null = null
  for (const question of [askTime, askPlace, askExceptions, askTarget, askWeapon]) {
    const answer = question(facts, obligation, context)
    if (answer?.outcome === 'not-covered') return answer
    doubt ??= answer
  }
  return doubt
}

const askTime: Question = ({ adjudicated: { incident }, minutes, toldBy }, { term, zone }, { agreement, zones }) => {
  if (toldBy !== null && term.from !== 'unknown' && toldBy < term.from.slice(0, 10))
    return withoutDoer(
      'not-covered',
      'before-term',
      `It was told on ${momentInWords(toldBy)}, before the obligation held.`,
    )
  const answer = timeInTerm(minutes, term, agreement.clockSlackMinutes)
  if (answer === 'before')
    return withoutDoer(
      'not-covered',
      'before-term',
      `It lies before the obligation, which holds from ${momentInWords(term.from)}.`,
    )
  if (answer === 'after')
    return withoutDoer(
      'not-covered',
      'after-term',
      `It lies after the obligation, which held to ${momentInWords(term.to)}.`,
    )
  if (zone !== null && incident.time && !zones.holdsOn(zone, incident.time))
    return withoutDoer('not-covered', 'outside-zone', 'The zone of the obligation did not exist then.')
  if (answer === 'within') return null
  return withoutDoer('cannot-tell', 'time-not-told', incident.time ? untoldTerm(term) : 'No day is told.')
}

function untoldTerm({ from, to }: Obligation['term']): string {
  if (from === 'unknown' || to === 'unknown') return 'From when to when the obligation holds is not published.'
  return `The time told reaches across the beginning of the obligation, ${momentInWords(from)}.`
}

const askPlace: Question = ({ adjudicated: { incident }, places }, { zone }, { agreement }) => {
  if (zone === null) return null
  const answer = places.membership(zone)
  if (answer === 'inside') return null
  const name = agreement.zones.find(({ id }) => id === zone)?.name ?? zone
  if (answer === 'outside')
    return withoutDoer('not-covered', 'outside-zone', `${incident.place?.name} lies outside the zone, ${name}.`)
  const reason = incident.place
    ? `Whether ${incident.place.name} lies in the zone, ${name}, cannot be told.`
    : `No place is told, so whether it lies in the zone, ${name}, cannot be told.`
  return withoutDoer('cannot-tell', 'place-not-told', reason)
}

const askExceptions: Question = ({ acts, doer, targets }, { exceptions }) => {
  const met = exceptions.find(({ acts: excepted, by, against }) => {
    if (excepted.length > 0 && !excepted.some((act) => acts.has(act))) return false
    if (by.length > 0 && !(doer.kind === 'one' && by.includes(doer.principal))) return false
    return against.length === 0 || targets.some((target) => against.includes(target))
  })
  return met ? withoutDoer('not-covered', 'excepted', `It is excepted: ${met.says}`) : null
}

const askTarget: Question = ({ targets }, { towards }, { principals }) => {
  if (towards.length === 0 || targets.some((target) => towards.includes(target))) return null
  const protectedOnes = principals.namesOf(towards)
  return targets.length > 0
    ? withoutDoer('not-covered', 'other-target', `It is not said to be aimed at ${protectedOnes}.`)
    : withoutDoer('cannot-tell', 'target-not-told', `Whether it was aimed at ${protectedOnes} is not told.`)
}

const askWeapon: Question = ({ claims }, { weapons }, { agreement }) => {
  if (weapons.length === 0) return null
  const words = claims.map(({ claim }) => claim.quote.text.toLowerCase()).join(' ')
  const told = agreement.weapons.filter((weapon) => weapon.words.some((word) => hasWord(words, word.toLowerCase())))
  if (told.some(({ id }) => weapons.includes(id))) return null
  const names = agreement.weapons.filter(({ id }) => weapons.includes(id)).map(({ name }) => name)
  return told.length > 0
    ? withoutDoer(
        'not-covered',
        'other-weapon',
        `The weapon told, ${told.map(({ name }) => name).join(', ')}, is none of ${names.join(', ')}.`,
      )
    : withoutDoer(
        'cannot-tell',
        'weapon-not-told',
        `Whether it was ${names.join(', ')} is not told in ${quote(words)}.`,
      )
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + word.length] ?? ' ']
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true
  }
  return false
}
