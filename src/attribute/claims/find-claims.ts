import { sharedLength, sliceSpan, trimmedSpan, type Interval, type Span } from '../../base/span.ts'
import { TAG, type TokenRange, type Vocabulary, type Words } from '../../base/words/index.ts'
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
import { createHarmReader } from './harm.ts'
import type { ActMatch } from './match.ts'
import { matchNouns } from './match-nouns.ts'
import { matchVerbs } from './match-verbs.ts'
import { modalityOf } from './modality.ts'
import { charactersOf, classesOf, inClass, isOfClass, type Scene } from './scene.ts'

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
    for (const [at, sentence] of words.sentences.entries()) {
      if (!hasTrigger(words, sentence, table)) continue
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

/** Distinct words of armed conflict or politics that a page must hold before its verbs are taken at their word. */
const THEATRE_WORDS = 3
/** A page shorter than this, in tokens, needs none: a flash of one sentence has no room for them. */
const SHORT_PAGE = 90

/** Whether a page speaks of conflict at all: prices are cut, shares fall and strikers attack in other pages. */
function isTheatre(words: Words, table: ActTable): boolean {
  const seen = new Set<number>()
  const needed = words.count < SHORT_PAGE ? 0 : THEATRE_WORDS
  if (needed === 0) return true
  for (const { id } of words.form) {
    if (id === 0 || seen.has(id) || !inClass(table, id, table.named.theatre)) continue
    seen.add(id)
    if (seen.size >= needed) return true
  }
  return false
}

/** A threat that names its act is that act, threatened; who agrees to stop fighting makes an agreement: one claim each, not two. */
function withoutEchoes(matches: readonly ActMatch[]): readonly ActMatch[] {
  const agreed = (m: ActMatch) => matches.some((o) => o.frame.act === 'agreement-signed' && o.trigger < m.trigger)
  return matches.filter((m, i) => {
    if (isToll(m, matches) || matches.findIndex((o) => isSame(o, m)) !== i) return false
    if (m.frame.act === 'threat') return !matches.some((o) => o !== m && o.trigger > m.trigger)
    return m.frame.act !== 'ceasefire-observed' || m.clause?.kind !== 'infinitive' || !agreed(m)
  })
}

/** "…, killing two soldiers": the toll of the act before it, not a second act. */
function isToll(match: ActMatch, all: readonly ActMatch[]): boolean {
  if (
    match.clause?.kind !== 'participle' ||
    match.clause.passive ||
    !/verb:(?:kill|wound|injure)#/.test(match.frame.name)
  )
    return false
  return all.some((o) => o.trigger < match.trigger && familyOf(o.frame.act) === 'force')
}

/** What a clause's verb tells, its nouns do not tell again; several nouns may be several acts ("three shootings in A, two in B"). */
function isSame(a: ActMatch, b: ActMatch): boolean {
  if (a === b) return true
  const byVerb = a.trigger === a.clause?.verb && a.frame.act === b.frame.act
  const byNoun = b.clause !== null && b.trigger !== b.clause.verb
  const oneDoer = byNoun && a.clause?.subject?.first === b.clause?.subject?.first
  return byVerb && (a.clause === b.clause || oneDoer)
}

/** From the first token that begins in a stretch of the text to the last that ends in it. */
function tokensWithin(words: Words, sentence: TokenRange, { start, end }: Interval): TokenRange {
  let { first, last } = sentence
  while (first < last && (words.start[first] ?? 0) < start) first++
  while (last > first && (words.end[last - 1] ?? 0) > end) last--
  return { first, last }
}

function hasTrigger(words: Words, sentence: TokenRange, table: ActTable): boolean {
  for (let i = sentence.first; i < sentence.last; i++) {
    const id = words.form[i]?.id ?? 0
    if (id > 0 && (table.verbFrames[id] || table.nounFrames[id])) return true
  }
  return false
}

/** The frame's own, more for each condition met, less for what stands in a subordinate clause or is told by a noun. */
function confidenceOf({ sentence, words }: Scene, { frame, clause }: ActMatch): number {
  const depth = clause === null ? 0.06 : clause.kind === 'relative' || clause.kind === 'infinitive' ? 0.04 : 0
  const late = 0.02 * Math.min(5, words.sentence[sentence.first] ?? 0)
  const value = 0.85 * frame.confidence + 0.05 * Math.min(3, frame.specificity) - depth - late
  return Math.round(100 * Math.min(0.99, Math.max(0.05, value))) / 100
}

function byQuote({ claim: a }: DatedDraft, { claim: b }: DatedDraft): number {
  return a.quote.start - b.quote.start || a.quote.end - b.quote.end
}

/** "fired", "was hit", "had taken": told as done, not as going on ("have been firing", "is blocked"). */
function isPast(scene: Scene, { clause }: ActMatch): boolean {
  if (!clause) return true
  let auxiliary = ''
  for (let i = clause.verb - 1; i >= clause.first && i > clause.verb - 5; i--) {
    if (scene.words.tag[i] === TAG.AUX) auxiliary = scene.words.form[i]?.lower ?? ''
  }
  const lower = scene.words.form[clause.verb]?.lower ?? ''
  if (auxiliary === '') return !lower.endsWith('ing') || clause.governor >= 0
  return auxiliary === 'was' || auxiliary === 'were' || auxiliary === 'had' || auxiliary === 'did'
}

/** Explosions, shells and weekdays act on nobody's behalf. */
function canAct(scene: Scene, range: TokenRange | null): boolean {
  if (!range) return false
  const { device, shell, killer, forces, weekday } = scene.table.named
  let head = range.last - 1
  for (let i = range.first; i < range.last; i++) {
    if (scene.words.form[i]?.lower === 'of' && i > range.first) {
      head = i - 1
      break
    }
  }
  if (isOfClass(scene, head, forces)) return true
  return ![device, shell, killer, weekday].some((asked) => isOfClass(scene, head, asked))
}

function isFirm(modality: Modality): boolean {
  return modality === 'asserted' || modality === 'denied' || modality === 'planned'
}

/** Cues that tell what someone does, not what someone says; the speaker is whoever tells that. */
const NO_SPEECH: ReadonlySet<string> = new Set(['decide', 'plan'])

/** The innermost statement whose content holds a place of the text. */
function statementAt(statements: readonly FoundStatement[], at: number): number | null {
  let found: number | null = null
  let size = Infinity
  for (const [i, statement] of statements.entries()) {
    if (NO_SPEECH.has(statement.cueKind)) continue
    for (const piece of statement.content) {
      if (piece.start > at || at >= piece.end || piece.end - piece.start >= size) continue
      found = i
      size = piece.end - piece.start
    }
  }
  return found
}

/** What of the sentence belongs to the same voice as the trigger: its piece of content, or the sentence without others' words. */
function allowedAround(
  scene: Scene,
  at: number,
  statement: FoundStatement | null,
  all: readonly FoundStatement[],
): Interval {
  const sentence = charactersOf(scene.words, scene.sentence)
  const piece = statement?.content.find((c) => c.start <= at && at < c.end)
  if (piece) return { start: Math.max(piece.start, sentence.start), end: Math.min(piece.end, sentence.end) }
  let { start, end } = sentence
  for (const other of all) {
    if (NO_SPEECH.has(other.cueKind)) continue
    for (const cut of [
      ...other.content,
      ...(other.speaker ? [other.speaker] : []),
      ...(other.cue ? [other.cue] : []),
    ]) {
      if (cut.end <= at && cut.end > start) start = cut.end
      if (cut.start > at && cut.start < end) end = cut.start
    }
  }
  return { start, end }
}

/** The extent cut to what its voice says, without quotation marks and stops at either end. */
function clip(scene: Scene, extent: TokenRange, allowed: Interval): Span {
  const { text } = scene.words
  const whole = charactersOf(scene.words, extent)
  const start = Math.max(whole.start, allowed.start)
  const end = Math.min(whole.end, allowed.end)
  const raw = text.slice(start, end)
  const lead = EDGE_START.exec(raw)?.[0].length ?? 0
  const tail = EDGE_END.exec(raw.slice(lead))?.[0].length ?? 0
  return end > start ? trimmedSpan(text, start + lead, end - tail) : sliceSpan(text, start, start)
}

const EDGE_START = /^[\s“”"„«»‘',;:.–—-]+/
const EDGE_END = /[\s“”"„«»',;:.–—]{1,9}$/

function mentionOf(scene: Scene, range: TokenRange | null, sources: ClaimSources): ActorMention | null {
  if (!range) return null
  const { start, end } = charactersOf(scene.words, range)
  const span = trimmedSpan(scene.words.text, start, end)
  return span.text === '' ? null : { ...span, id: sources.actorOf(span.text) }
}
