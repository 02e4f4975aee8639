import { rangeInWords } from '../../base/count-words.ts'
import { familyOf } from '../../model/index.ts'
import type { IncidentVersion, PublishedIncident } from '../bulletin.ts'
import type { CaseFacts } from '../rules.ts'
import { ACT_CLAUSES } from '../say/acts.ts'
import { sayList, sayTime } from '../say/plain.ts'

/** An incident without what is said of it. */
export type Told = Omit<PublishedIncident, 'sentence' | 'versions'>

/** At most so many speakers by name in a sentence. */
const MAX_SPEAKERS = 3

/** "According to A and B, …": who says it, what, where, when. Words of reports stand in quotation marks only. */
export function sayIncident(told: Told, versions: readonly IncidentVersion[], { nameOf }: CaseFacts): string {
  const speakers = namesOf(versions, 'says')
  const deniers = namesOf(versions, 'denies')
  const named =
    speakers.length > MAX_SPEAKERS
      ? [...speakers.slice(0, MAX_SPEAKERS), `${speakers.length - MAX_SPEAKERS} more`]
      : speakers
  const other = versions.find(({ stance }) => stance !== 'says' && stance !== 'denies')
  const first = other ? `${other.name} ${other.stance}: ` : ''
  const who = named.length > 0 ? `According to ${sayList(named)}, ` : first
  const denied = deniers.length > 0 ? ` ${sayList(deniers)} ${deniers.length === 1 ? 'denies' : 'deny'} it.` : ''
  const where = told.place ? ` at ${told.place.name}` : ''
  const harm = sayHarm(told)
  const text = `${who}${sayAct(told, nameOf)}${where}, ${sayTime(told.time)}${harm}.${denied}`
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function namesOf(versions: readonly IncidentVersion[], asked: string): readonly string[] {
  return [...new Set(versions.filter(({ stance }) => stance === asked).map(({ name }) => name))]
}

/** Harm is told of acts of force only: a number in a report about talks is of something else. */
function sayHarm({ act, killed, injured }: Told): string {
  if (familyOf(act) !== 'force') return ''
  const parts = [
    ...(killed ? [`${rangeInWords(killed)} killed`] : []),
    ...(injured ? [`${rangeInWords(injured)} injured`] : []),
  ]
  return parts.length > 0 ? `; ${parts.join(', ')}` : ''
}

/**
 * Only an actor that the case knows is named in the record's own voice, and only where every claim that names a doer names this one: words
 * of a report that name someone may be loaded, and of several it is not said that they did it together.
 */
function sayAct({ act, actors, targets }: Told, nameOf: CaseFacts['nameOf']): string {
  const isKnown = (all: readonly string[]) => all.every((actor) => nameOf(actor) !== actor)
  const [doer] = actors.length === 1 && isKnown(actors) && !targets.includes(actors[0] ?? '') ? actors : []
  const sufferers = isKnown(targets) ? targets.map(nameOf) : []
  const clause = ACT_CLAUSES[act]
  const against = sufferers.length > 0 ? ` (towards ${sayList(sufferers)})` : ''
  return `${doer === undefined ? clause.was : `${nameOf(doer)} ${clause.did}`}${against}`
}
