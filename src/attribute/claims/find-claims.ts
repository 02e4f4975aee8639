import { sharedLength, trimmedSpan, type Interval } from '../../base/span.ts'
import type { TokenRange, Vocabulary, Words } from '../../base/words/index.ts'
import {
  familyOf,
  type ActorMention,
  type Claim,
  type Harm,
  type Modality,
  type PlaceMention,
  type TimeMention,
} from '../../model/index.ts'
import { createClosedClass, parseSentence } from '../clauses/index.ts'
import type { FoundStatement } from '../statements/index.ts'
import type { ActLexicon } from './act-lexicon.ts'
import { buildActTable, type ActTable } from './act-table.ts'
import { carryTimes, type DatedDraft } from './carry-time.ts'
import { placeOfClaim } from './claim-place.ts'
import { timeOfClaim } from './claim-time.ts'
import { withoutEchoes } from './echoes.ts'
import { createHarmReader } from './harm.ts'
import type { ActMatch } from './match.ts'
import { matchNouns } from './match-nouns.ts'
import { matchVerbs } from './match-verbs.ts'
import { modalityOf } from './modality.ts'
import { charactersOf, classesOf, type Scene } from './scene.ts'
import { canAct, confidenceOf, isPast } from './standing.ts'
import { isTheatre } from './theatre.ts'
import { allowedAround, clip, statementAt, tokensWithin } from './voice.ts'

/** What a page yielded so far, for the acts to be read from. */
export interface ClaimSources {
  readonly words: Words
  readonly statements: readonly FoundStatement[]
  readonly places: readonly PlaceMention[]
  readonly times: readonly TimeMention[]
  /** The neutral id of whom some words name, null if the case knows none. */
  readonly actorOf: (words: string) => string | null
}

/** Finds the claims of a page, in the order of the text. */
export type ClaimFinder = (sources: ClaimSources) => readonly Claim[]

/** A finder over the acts' lexicon; create it before any words are read, since its words enter the vocabulary. */
export function createClaimFinder(lexicon: ActLexicon, vocabulary: Vocabulary): ClaimFinder {
  const closed = createClosedClass(vocabulary)
  const readHarm = createHarmReader(vocabulary)
  const table = buildActTable(lexicon, vocabulary)

  return (sources) => {
    const { words } = sources
    if (!isTheatre(words, table)) return []
    const page = classesOf(words, table)
    const near: DatedDraft[] = []
    const wide: DatedDraft[] = []
    const sceneOf = remembering(words.sentences.length, (at, again): Scene | null => {
      const sentence = words.sentences[at]
      if (!sentence) return null
      const parsed = parseSentence(words, sentence, closed)
      const span = charactersOf(words, sentence)
      return {
        words,
        table,
        sentence,
        parsed,
        places: sources.places.filter((place) => sharedLength(place, span) > 0),
        times: sources.times.filter((time) => sharedLength(time, span) > 0),
        page,
        before: () => again(at - 1),
      }
    })
    for (let at = 0; at < words.sentences.length; at++) {
      if (!hasTrigger(words, words.sentences[at], table)) continue
      const scene = sceneOf(at)
      if (!scene) continue
      const verbs = matchVerbs(scene)
      for (const match of withoutEchoes([...verbs, ...matchNouns(scene, verbs)])) {
        const claim = claimOf(scene, match, sources)
        if (claim) (match.frame.wide ? wide : near).push({ claim, sentence: at, past: isPast(scene, match) })
      }
    }
    const told = (near.length > 0 ? near : wide).sort(byQuote)
    return carryTimes(told, words)
  }

  /** The toll told with an act: in its own words; what these leave out of an act of force, in what its voice says around it. */
  function harmOf(scene: Scene, match: ActMatch, allowed: Interval): Harm | null {
    const own = readHarm(scene.words, match.extent)
    if (familyOf(match.frame.act) !== 'force' || (own?.killed && own.injured)) return own
    const voice = tokensWithin(scene.words, scene.sentence, allowed)
    const onward = { first: match.extent.first, last: voice.last }
    const around = (onward.first < onward.last ? readHarm(scene.words, onward) : null) ?? readHarm(scene.words, voice)
    const killed = own?.killed ?? around?.killed ?? null
    const injured = own?.injured ?? around?.injured ?? null
    return killed || injured ? { killed, injured } : null
  }

  function claimOf(scene: Scene, match: ActMatch, sources: ClaimSources): Claim | null {
    const at = scene.words.start[match.trigger] ?? 0
    const index = statementAt(sources.statements, at)
    const statement = index === null ? null : (sources.statements[index] ?? null)
    const allowed = allowedAround(scene, at, statement, sources.statements)
    const modality = modalityOf({ scene, match, closed, cueKind: statement?.cueKind ?? null })
    if (modality === null) return null
    const quote = clip(scene, match.extent, allowed)
    if (quote.text === '') return null
    return {
      act: match.frame.act,
      modality,
      quote,
      statement: index,
      speaker: statement?.speaker ?? null,
      via: statement?.via ?? null,
      actor: mentionOf(scene, canAct(scene, match.actor) ? match.actor : null, sources),
      target: mentionOf(scene, match.target, sources),
      place: placeOfClaim(scene, match, allowed, scene.before(), isFirm(modality)),
      time: timeOfClaim(scene, match, allowed),
      harm: harmOf(scene, match, allowed),
      rule: match.frame.name,
      confidence: confidenceOf(scene, match),
    }
  }
}

/** A function of small whole numbers that computes each value once; it is handed itself. */
function remembering<T>(
  size: number,
  compute: (at: number, again: (at: number) => T | null) => T | null,
): (at: number) => T | null {
  const memory = Array.from<T | null | undefined>({ length: size })
  const again = (at: number): T | null => {
    if (at < 0 || at >= size) return null
    const known = memory[at]
    return known === undefined ? (memory[at] = compute(at, again)) : known
  }
  return again
}

function hasTrigger(words: Words, sentence: TokenRange | undefined, table: ActTable): boolean {
  if (!sentence) return false
  for (let i = sentence.first; i < sentence.last; i++) {
    const id = words.form[i]?.id ?? 0
    if (id > 0 && (table.verbFrames[id] || table.nounFrames[id])) return true
  }
  return false
}

function byQuote({ claim: a }: DatedDraft, { claim: b }: DatedDraft): number {
  return a.quote.start - b.quote.start || a.quote.end - b.quote.end
}

function isFirm(modality: Modality): boolean {
  return modality === 'asserted' || modality === 'denied' || modality === 'planned'
}

function mentionOf(scene: Scene, range: TokenRange | null, sources: ClaimSources): ActorMention | null {
  if (!range) return null
  const { start, end } = charactersOf(scene.words, range)
  const span = trimmedSpan(scene.words.text, start, end)
  return span.text === '' ? null : { ...span, id: sources.actorOf(span.text) }
}
