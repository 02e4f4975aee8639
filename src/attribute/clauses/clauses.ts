import { elementAt } from '../../base/element-at.ts'
import { TAG, type TokenRange, type Words } from '../../base/words/index.ts'
import { chunkSentence, type Chunk } from './chunks.ts'
import { FUNCTION, type ClosedClass } from './closed-class.ts'
import { extendNoun } from './noun-phrase.ts'
import { findSubject, type FoundSubject } from './subject.ts'
import { isTimeWord } from './time-words.ts'
import { isWantingObject } from './wanting-object.ts'
import { readVerbGroup, type VerbGroup } from './verb-group.ts'

/** How a clause hangs on the rest of its sentence. */
export type ClauseKind = 'main' | 'coordinate' | 'relative' | 'subordinate' | 'infinitive' | 'participle'

/** One verb with what belongs to it. Ranges are tokens `[first, last)`. */
export interface Clause extends TokenRange {
  readonly kind: ClauseKind
  /** Token of the verb that carries the meaning. */
  readonly verb: number
  readonly group: VerbGroup
  readonly passive: boolean
  readonly subject: TokenRange | null
  readonly object: TokenRange | null
  /** The noun group after "by" of a passive. */
  readonly agent: TokenRange | null
  /** Index of the clause whose verb governs this infinitive or gerund; -1 if none. */
  readonly governor: number
  /** "if", "unless", "should … be": the clause states a condition. */
  readonly condition: boolean
}

/** A sentence taken apart: its chunks and its clauses, in order. */
export interface ParsedSentence {
  readonly chunks: readonly Chunk[]
  readonly clauses: readonly Clause[]
}

/** What the subject search and the clause builder share while a sentence is read from left to right. */
export interface Draft {
  readonly words: Words
  readonly chunks: readonly Chunk[]
  readonly closed: ClosedClass
  /** Clause of each verb chunk so far, by chunk index; -1 for other chunks. */
  readonly clauseOf: number[]
  readonly clauses: Clause[]
}

/** Takes a sentence apart into clauses with subject, object and agent: shallow, by chunks, in one pass. */
export function parseSentence(words: Words, sentence: TokenRange, closed: ClosedClass): ParsedSentence {
  const chunks = chunkSentence(words, sentence, closed)
  const draft: Draft = { words, chunks, closed, clauseOf: [], clauses: [] }
  for (let at = 0; at < chunks.length; at++) {
    const isVerb = chunks[at]?.kind === 'verb'
    draft.clauseOf.push(isVerb ? draft.clauses.length : -1)
    if (isVerb) draft.clauses.push(readClause(draft, at, sentence))
  }
  return { chunks, clauses: closeClauses(draft, sentence) }
}

function readClause(draft: Draft, at: number, sentence: TokenRange): Clause {
  const { words, chunks, closed } = draft
  const chunk = chunks[at] as Chunk
  const group = readVerbGroup(words, chunk, closed)
  const agent = findAgent(draft, at)
  const found = findSubject(draft, at, group, agent !== null)
  const object = findObject(draft, at)
  const passive = group.passive || found.reduced || isClipped(draft, chunk, group, found, object)
  return {
    kind: found.kind,
    first: Math.max(sentence.first, found.first),
    last: sentence.last,
    verb: chunk.head,
    group,
    passive,
    subject: found.subject,
    object: found.antecedentObject && !isOwnObject(words, found.first, object) ? found.antecedentObject : object,
    agent: passive ? agent : null,
    governor: found.governor,
    condition: isCondition(draft, at, found.first),
  }
}

/**
 * "two soldiers killed near Dolmir", "patrol shortened": a clipped sentence leaves the auxiliary out; a verb that wants an object and has none
 * is told of its subject.
 */
function isClipped(
  { words }: Draft,
  chunk: Chunk,
  group: VerbGroup,
  { kind, subject }: FoundSubject,
  object: TokenRange | null,
): boolean {
  if (object || !subject || group.auxiliary || group.infinitive) return false
  if (kind !== 'main' && kind !== 'coordinate') return false
  return isWantingObject(words.form[chunk.head]?.lower ?? '') && words.tag[subject.last - 1] !== TAG.PRON
}

/** The noun group right behind the verb, past adverbs and one particle. */
function findObject({ words, chunks }: Draft, at: number): TokenRange | null {
  for (let i = at + 1; i < Math.min(chunks.length, at + 4); i++) {
    const chunk = chunks[i] as Chunk
    if (chunk.kind === 'noun') return extendNoun(words, chunks, i)
    if (chunk.kind === 'quote' || chunk.kind === 'adverb') continue
    if (chunk.kind === 'preposition' && isTime(words, chunks[i + 1]) && chunks[i + 2]?.kind === 'noun')
      return extendNoun(words, chunks, i + 2)
    const particle = chunk.kind === 'preposition' && i === at + 1 && isParticle(words, chunk, chunks[at] as Chunk)
    if (!particle) return null
  }
  return null
}

/** "a statement that the armies would cease all firing": with an object of its own, what stands before "that" is none. */
function isOwnObject(words: Words, first: number, object: TokenRange | null): boolean {
  return words.form[first]?.lower === 'that' && object !== null && !isTimeWord(words.form[object.last - 1]?.lower ?? '')
}

/** "captured on Thursday a hill": a day between verb and object. */
function isTime(words: Words, chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'noun' && isTimeWord(words.form[chunk.head]?.lower ?? '')
}

const PARTICLES = new Set(['up', 'down', 'off', 'out', 'away', 'back'])

const HANDING = /^(?:hand|turn|tak|took|giv|gav)/

function isParticle(words: Words, chunk: Chunk, verb: Chunk): boolean {
  const lower = words.form[chunk.first]?.lower ?? ''
  return PARTICLES.has(lower) || (lower === 'over' && HANDING.test(words.form[verb.head]?.lower ?? ''))
}

/** Behind these stands why or when: who is named there did something else ("because of provocations by militants"). */
const GROUNDS = new Set(['because', 'due', 'amid', 'after', 'following', 'despite', 'owing', 'before'])

function findAgent({ words, chunks, closed }: Draft, at: number): TokenRange | null {
  for (let i = at + 1; i < chunks.length; i++) {
    const chunk = chunks[i] as Chunk
    if (chunk.kind === 'verb' || chunk.kind === 'relative' || chunk.kind === 'dash') return null
    if (GROUNDS.has(words.form[chunk.first]?.lower ?? '')) return null
    const by = closed(words.form[chunk.first]?.id ?? 0) & FUNCTION.by
    if (chunk.kind !== 'preposition' || !by) continue
    const next = chunks[i + 1]
    if (next?.kind === 'noun') return extendNoun(words, chunks, i + 1)
  }
  return null
}

/** A condition begins with if or unless, or with an auxiliary before its subject ("Should this be repeated"). */
function isCondition({ words, chunks, closed }: Draft, at: number, first: number): boolean {
  const opener = chunks.findLast((c) => c.last <= first && c.last >= first - 1 && c.kind === 'subordinator')
  if (opener && closed(words.form[opener.first]?.id ?? 0) & FUNCTION.condition) return true
  const inverted = at >= 2 ? chunks[at - 2] : undefined
  const subject = elementAt(chunks, at - 1)
  if (inverted?.kind !== 'verb' || subject?.kind !== 'noun' || inverted.last - inverted.first !== 1) return false
  const before = at >= 3 ? chunks[at - 3] : undefined
  const opens = before === undefined || before.kind === 'comma' || before.kind === 'quote' || before.kind === 'dash'
  return opens && (closed(words.form[inverted.head]?.id ?? 0) & FUNCTION.condition) !== 0
}

/** Ends each clause where the next one that is no part of it begins. */
function closeClauses({ clauses, chunks, words }: Draft, sentence: TokenRange): readonly Clause[] {
  return clauses.map((clause, i) => {
    const next = clauseAfter(clauses, i)
    const end = Math.min(next?.first ?? sentence.last, stopAfter(words, chunks, clause.verb), sentence.last)
    return { ...clause, last: Math.max(clause.verb + 1, trimEnd(words, chunks, clause.verb + 1, end)) }
  })
}

/** The next clause that begins behind a clause's verb. */
function clauseAfter(clauses: readonly Clause[], at: number): Clause | undefined {
  const verb = clauses[at]?.verb ?? 0
  for (let i = at + 1; i < clauses.length; i++) if ((clauses[i]?.first ?? 0) > verb) return clauses[i]
  return undefined
}

/** The first token behind a verb that ends whatever clause it stands in; far away where none does. */
function stopAfter(words: Words, chunks: readonly Chunk[], verb: number): number {
  for (const chunk of chunks)
    if (chunk.kind === 'dash' && chunk.first > verb && isStop(words, chunk)) return chunk.first
  return Infinity
}

function isStop(words: Words, chunk: Chunk): boolean {
  const surface = words.form[chunk.first]?.surface ?? ''
  return surface === ';' || surface === ':' || surface === '–' || surface === '—' || surface === '.' || surface === '?'
}

/** Leaves out what only joins: commas, conjunctions, quotation marks, a preposition before "which". */
function trimEnd(words: Words, chunks: readonly Chunk[], from: number, end: number): number {
  let last = end
  for (let i = chunks.length - 1; i >= 0; i--) {
    const chunk = chunks[i] as Chunk
    if (chunk.last > last) continue
    if (chunk.last < last || chunk.first < from) break
    const joins =
      chunk.kind !== 'noun' && chunk.kind !== 'verb' && chunk.kind !== 'preposition' && chunk.kind !== 'adverb'
    const hyphen = chunk.kind === 'adverb' && words.form[chunk.first]?.surface === '-'
    if (!joins && !hyphen) break
    last = chunk.first
  }
  return last
}
