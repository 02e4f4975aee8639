import { TAG, type TokenRange, type Words } from '../../base/words/index.ts'
import { hashText } from '../../base/hash.ts'
import { parseSentence, type ClosedClass, type Clause, type ParsedSentence } from '../clauses/index.ts'
import type { BriefLexicon, EventKind } from './brief-lexicon.ts'
import { stemOf } from './stem.ts'

/** A word of the sentence that tells a kind of event. */
export interface EventCue {
  readonly token: number
  readonly kind: EventKind
  /** Index of the clause whose verb it is; -1 for a noun. */
  readonly clause: number
}

/** One sentence with what its labels and its class are read from. Columns are by token from `sentence.first` on. */
export interface BriefScene {
  readonly words: Words
  readonly sentence: TokenRange
  readonly parsed: ParsedSentence
  /** Hash of each token's stem. */
  readonly stem: Uint32Array
  /** Number of the first kind of event that each token tells, 0 if none. */
  readonly kind: Uint8Array
  /** Clause whose verb each token is, -1 if none. */
  readonly verbOf: Int16Array
  /** Cues in the order of the text. */
  readonly cues: readonly EventCue[]
  /** Index of the clause that tells the event, as far as syntax and lexicon say; -1 without any clause. */
  readonly event: number
}

/** How far behind a word the second one of a pair may stand. */
const PAIR_REACH = 3

/** Takes a sentence apart for tagging. */
export function readScene(words: Words, sentence: TokenRange, lexicon: BriefLexicon, closed: ClosedClass): BriefScene {
  const parsed = parseSentence(words, sentence, closed)
  const stems = Array.from({ length: sentence.last - sentence.first }, (_, i) =>
    stemOf(words.form[sentence.first + i]?.lower ?? ''),
  )
  const verbOf = new Int16Array(stems.length).fill(-1)
  for (const [c, clause] of parsed.clauses.entries()) verbOf[clause.verb - sentence.first] = c
  const cues = stems.flatMap((_, i) => cuesAt(stems, i, lexicon, sentence.first, verbOf[i] ?? -1))
  const kind = new Uint8Array(stems.length)
  for (const cue of cues) kind[cue.token - sentence.first] ||= cue.kind.number
  return {
    words,
    sentence,
    parsed,
    stem: Uint32Array.from(stems, hashText),
    kind,
    verbOf,
    cues,
    event: eventClause(words, parsed.clauses, cues),
  }
}

function cuesAt(stems: readonly string[], i: number, lexicon: BriefLexicon, first: number, clause: number): EventCue[] {
  const entries = lexicon.words.get(stems[i] ?? '') ?? []
  const near = new Set(stems.slice(i + 1, i + 1 + PAIR_REACH))
  const fits = entries.filter(({ second }) => second === null || near.has(second))
  fits.sort((a, b) => Number(a.second === null) - Number(b.second === null))
  return fits.map(({ kind }) => ({ token: first + i, kind, clause }))
}

/** The first clause whose verb tells an event and not only that somebody speaks; else the first with a subject; else the first. */
function eventClause(words: Words, clauses: readonly Clause[], cues: readonly EventCue[]): number {
  const telling = cues.find(
    ({ kind, clause, token }) => clause >= 0 && kind.act !== null && words.tag[token] === TAG.VERB,
  )
  if (telling) return telling.clause
  const withSubject = clauses.findIndex((clause) => clause.subject !== null)
  return withSubject >= 0 ? withSubject : clauses.length - 1
}
