import { sliceSpan, trimmedSpan, type Interval, type Span } from '../../base/span.ts'
import type { TokenRange, Vocabulary, Words } from '../../base/words/index.ts'
import type { ActorMention, Claim, PlaceMention, TimeMention } from '../../model/index.ts'
import { createClosedClass, parseSentence } from '../clauses/index.ts'
import type { FoundStatement } from '../statements/index.ts'
import type { ActLexicon } from './act-lexicon.ts'
import { buildActTable, type ActTable } from './act-table.ts'
import { placeOfClaim } from './claim-place.ts'
import { timeOfClaim } from './claim-time.ts'
import { createHarmReader } from './harm.ts'
import type { ActMatch } from './match.ts'
import { matchNouns } from './match-nouns.ts'
import { matchVerbs } from './match-verbs.ts'
import { modalityOf } from './modality.ts'
import { charactersOf, classesOf, type Scene } from './scene.ts'

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
    const page = classesOf(words, table)
    const claims: Claim[] = []
    for (const sentence of words.sentences) {
      if (!hasTrigger(words, sentence, table)) continue
      const parsed = parseSentence(words, sentence, closed)
      const scene: Scene = { words, table, sentence, parsed, places: sources.places, times: sources.times, page }
      const verbs = matchVerbs(scene)
      for (const match of [...verbs, ...matchNouns(scene, verbs)]) {
        const claim = claimOf(scene, match, sources)
        if (claim) claims.push(claim)
      }
    }
    return claims.sort((a, b) => a.quote.start - b.quote.start || a.quote.end - b.quote.end)
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
      actor: mentionOf(scene, match.actor, sources),
      target: mentionOf(scene, match.target, sources),
      place: placeOfClaim(scene, match.extent, allowed),
      time: timeOfClaim(scene, match.extent, allowed),
      harm: readHarm(scene.words, match.extent),
      rule: match.frame.name,
      confidence: match.frame.confidence,
    }
  }
}

function hasTrigger(words: Words, sentence: TokenRange, table: ActTable): boolean {
  for (let i = sentence.first; i < sentence.last; i++) {
    const id = words.form[i]?.id ?? 0
    if (id > 0 && (table.verbFrames[id] || table.nounFrames[id])) return true
  }
  return false
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
