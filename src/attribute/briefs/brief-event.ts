import type { Act, Modality } from '../../model/index.ts'
import type { Clause } from '../clauses/index.ts'
import type { EventClass } from './brief-lexicon.ts'
import type { BriefScene, EventCue } from './brief-scene.ts'

/** What a brief tells, as an act of the record. */
export interface BriefEvent {
  readonly act: Act
  readonly modality: Modality
  /** How the act was come by: the words say it, their kind is nearest to it, or class and words only suggest it. */
  readonly by: 'words' | 'kind' | 'class'
  /** Token that tells it. */
  readonly token: number
  /** Index of the clause that tells it, -1 without any. */
  readonly clause: number
}

/** The act nearest to a class of event in words where no word of the lexicon tells more. */
const NEAREST: Readonly<Record<EventClass, Act | null>> = {
  0: null,
  1: 'talks',
  2: null,
  3: 'agreement-refused',
  4: null,
}

/**
 * The act that suits a sentence's class of event: of its cues, verbs of the event's clause first. Where no cue suits, the act
 * nearest to the class, or for a deed the first cue that is an act: deeds are not made up. Null where the sentence tells no event of the record.
 */
export function eventOf(scene: BriefScene, eventClass: EventClass): BriefEvent | null {
  if (eventClass === 0) return null
  const rank = (cue: EventCue): number => (cue.clause < 0 ? 2 : cue.clause === scene.event ? 0 : 1)
  const cues = [...scene.cues].sort((a, b) => rank(a) - rank(b) || a.token - b.token)
  let second: BriefEvent | null = null
  for (const cue of cues) {
    const { act, exact, class: own } = cue.kind
    if (act === null && own === eventClass) return null
    if (act === null) continue
    const modality = cue.kind.modality ?? modalityOf(scene, cue)
    const event = { act, modality, token: cue.token, clause: clauseAt(scene, cue) }
    if (classOf(own, modality) === eventClass) return { ...event, by: exact ? 'words' : 'kind' }
    second ??= { ...event, by: 'class' }
  }
  return nearestEvent(scene, eventClass) ?? second
}

function nearestEvent({ parsed, event }: BriefScene, eventClass: EventClass): BriefEvent | null {
  const act = NEAREST[eventClass]
  const clause = parsed.clauses[event]
  return act && clause ? { act, modality: 'asserted', by: 'class', token: clause.verb, clause: event } : null
}

/** The class that a kind's act comes to in a modality: what is planned is words, what is demanded or refused is conflict in words. */
export function classOf(kind: EventClass, modality: Modality): EventClass {
  switch (modality) {
    case 'planned':
      return kind === 2 ? 1 : kind === 4 ? 3 : kind
    case 'demanded':
    case 'threatened':
      return kind === 0 ? 0 : 3
    case 'denied':
      return kind === 1 || kind === 2 ? 3 : 0
    default:
      return kind
  }
}

/** Kinds of event whose verb sets what stands under it. */
const GOVERNING: Readonly<Record<string, Modality>> = {
  appeal: 'demanded',
  demand: 'demanded',
  offer: 'planned',
  threaten: 'threatened',
}

function modalityOf(scene: BriefScene, cue: EventCue): Modality {
  const own = scene.parsed.clauses[cue.clause]
  const governing = governingModality(scene, cue)
  if (governing !== null && (!own || own.group.infinitive || own.group.gerund)) return governing
  if (!own) return 'asserted'
  return own.group.negated ? 'denied' : modalityOfVerb(own, cue.kind.class)
}

function modalityOfVerb({ group, condition }: Clause, kind: EventClass): Modality {
  if (condition || group.possible) return 'hypothetical'
  if (group.necessary) return 'demanded'
  if (group.future || group.conditional) return kind >= 3 ? 'threatened' : 'planned'
  return 'asserted'
}

/** What the last verb before a cue makes of it: "agreed to lift", "demanded the release". */
function governingModality(scene: BriefScene, cue: EventCue): Modality | null {
  const above = scene.cues.filter(
    (other) => other.clause >= 0 && other.token < cue.token && other.clause !== cue.clause,
  )
  for (const { kind } of above.toReversed()) {
    const modality = GOVERNING[kind.name]
    if (modality) return modality
  }
  return null
}

/** The clause that holds a cue: its own, or of a noun the last that began before it. */
function clauseAt({ parsed, event }: BriefScene, { clause, token }: EventCue): number {
  if (clause >= 0) return clause
  const around = parsed.clauses.findLastIndex((c) => c.first <= token && token < c.last)
  return around >= 0 ? around : event
}
