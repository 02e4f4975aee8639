import { SHAPE, TAG, type TokenRange, type Words } from '../../base/words/index.ts'
import { FUNCTION, type ClosedClass } from './closed-class.ts'
import { joinsInfinitive } from './mend-tags.ts'
import { isTimeWord } from './time-words.ts'

/** Flat pieces of a sentence: who or what (noun), what happens (verb), and the small words between that say how they hang together. */
export type ChunkKind =
  | 'noun'
  | 'verb'
  | 'preposition'
  | 'comma'
  | 'coordinator'
  | 'subordinator'
  | 'relative'
  | 'quote'
  | 'dash'
  | 'adverb'

/** Tokens `[first, last)` of one kind. `head` is the token that decides: the last noun of a noun group, the last verb of a verb group. */
export interface Chunk extends TokenRange {
  readonly kind: ChunkKind
  readonly head: number
}

/** Splits one sentence into chunks; every token falls into one, or is passed over. */
export function chunkSentence(words: Words, sentence: TokenRange, closed: ClosedClass): readonly Chunk[] {
  const chunks: Chunk[] = []
  let at = sentence.first
  while (at < sentence.last) {
    const chunk = chunkAt(words, sentence, at, closed, chunks)
    chunks.push(chunk)
    at = chunk.last
    if (chunk.kind === 'dash' && words.form[chunk.first]?.surface === ')') closeBracket(words, chunks)
  }
  return chunks
}

/** "Hay'at Tahrir al-Sham (HTS)": a short bracket behind a noun group is part of it. */
function closeBracket(words: Words, chunks: Chunk[]): void {
  const [noun, open, inside, close] = [chunks.at(-4), chunks.at(-3), chunks.at(-2), chunks.at(-1)]
  if (noun?.kind !== 'noun' || inside?.kind !== 'noun' || !open || !close) return
  if (words.form[open.first]?.surface !== '(') return
  chunks.splice(-4, 4, { ...noun, last: close.last })
}

function chunkAt(words: Words, sentence: TokenRange, at: number, closed: ClosedClass, chunks: readonly Chunk[]): Chunk {
  const before = chunks.at(-1)
  const tag = words.tag[at]
  const form = words.form[at]
  const role = closed(form?.id ?? 0)
  if (tag === TAG.PUNCT || tag === TAG.SYM) return single(kindOfMark(form?.shape ?? 0, form?.surface ?? ''), at)
  if (tag === TAG.CCONJ || (role & FUNCTION.coordinator && tag === TAG.ADP)) return single('coordinator', at)
  if (role & FUNCTION.relative && (tag !== TAG.DET || form?.lower === 'which'))
    return single(relativeKind(words, at, before, chunks.at(-2)), at)
  if (role & FUNCTION.relative && !opensNoun(words, at + 1))
    return single(relativeKind(words, at, before, chunks.at(-2)), at)
  if (form?.lower === 'according') return single('preposition', at)
  const verbEnd = endOfVerb(words, sentence, at, closed)
  if (verbEnd > at) return { kind: 'verb', first: at, last: verbEnd, head: headOfVerb(words, at, verbEnd) }
  if (isSubordinator(words, sentence, at, role)) return single('subordinator', at)
  const nounEnd = endOfNoun(words, sentence, at, closed)
  if (nounEnd > at) return { kind: 'noun', first: at, last: nounEnd, head: headOfNoun(words, at, nounEnd) }
  if (tag === TAG.ADP || (role & FUNCTION.to && tag === TAG.PART)) return single('preposition', at)
  return single('adverb', at)
}

function single(kind: ChunkKind, at: number): Chunk {
  return { kind, first: at, last: at + 1, head: at }
}

function kindOfMark(shape: number, surface: string): ChunkKind {
  if (shape & SHAPE.quote) return 'quote'
  if (surface === ',') return 'comma'
  return surface === '-' || surface === '/' || surface === '&' ? 'adverb' : 'dash'
}

const TELLING = new Set(
  'told tell tells telling informed assured warned reminded convinced notified promised'.split(' '),
)

function relativeKind(words: Words, at: number, before?: Chunk, earlier?: Chunk): ChunkKind {
  if (words.form[at]?.lower !== 'that') return 'relative'
  if (before?.kind === 'noun' && isTimeWord(words.form[before.head]?.lower ?? '')) return 'subordinator'
  if (earlier?.kind === 'verb' && TELLING.has(words.form[earlier.head]?.lower ?? '')) return 'subordinator'
  return before?.kind === 'noun' || before?.kind === 'quote' ? 'relative' : 'subordinator'
}

/** after, before, since and the like open a clause only where a verb follows before the clause ends. */
function isSubordinator(words: Words, sentence: TokenRange, at: number, role: number): boolean {
  if (!(role & FUNCTION.subordinator)) return false
  const tag = words.tag[at]
  if (tag === TAG.SCONJ) return true
  if (tag !== TAG.ADP && tag !== TAG.ADV && tag !== TAG.PRON) return false
  for (let i = at + 1; i < Math.min(sentence.last, at + 9); i++) {
    const next = words.tag[i]
    if (next === TAG.AUX || next === TAG.VERB) return true
    if (next === TAG.PUNCT || next === TAG.ADP || next === TAG.CCONJ) return false
  }
  return false
}

const NOMINAL = new Set<number>([TAG.NOUN, TAG.PROPN, TAG.NUM, TAG.PRON, TAG.ADJ, TAG.DET, TAG.X])

function opensNoun(words: Words, at: number): boolean {
  const tag = words.tag[at] ?? 0
  return tag === TAG.NOUN || tag === TAG.PROPN || tag === TAG.NUM || tag === TAG.ADJ
}

function endOfNoun(words: Words, sentence: TokenRange, at: number, closed: ClosedClass): number {
  let end = at
  let solid = false
  for (let i = at; i < sentence.last; i++) {
    const tag = words.tag[i] ?? 0
    const form = words.form[i]
    const role = closed(form?.id ?? 0)
    const possessive = (role & FUNCTION.possessive) !== 0
    if (i > at && partsFromTime(words, at, i)) break
    if (tag === TAG.PRON && !possessive) {
      if (solid) break
      return i > at && words.tag[i - 1] !== TAG.DET ? i : i + 1
    }
    if (tag === TAG.DET && solid && !possessive) break
    if (solid && possessive && tag !== TAG.PART && i > at) break
    if (NOMINAL.has(tag)) {
      if (tag === TAG.NOUN || tag === TAG.PROPN || tag === TAG.NUM || tag === TAG.X) solid = true
      end = i + 1
      continue
    }
    if (tag === TAG.PRON || (tag === TAG.PART && possessive && solid)) {
      end = i + 1
      continue
    }
    if (joinsNoun(words, sentence, i, solid)) continue
    break
  }
  return end
}

const DAYS_BY_THEMSELVES = new Set(['yesterday', 'today', 'tomorrow', 'tonight', 'now', 'meanwhile'])
const DAY_PARTS = new Set(['night', 'morning', 'evening', 'afternoon', 'noon'])
const SPANS_OF_TIME = new Set(['day', 'week', 'month', 'year', 'night', 'morning', 'evening'])

const SPAN = /^(?:hour|day|week|month|year)s?$/
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/

/** "On Sunday two soldiers", but not "Thursday 6 July". */
function isCount(words: Words, at: number): boolean {
  if (words.tag[at] !== TAG.NUM) return false
  return /^[a-z]/.test(words.form[at]?.lower ?? '') || words.tag[at + 1] === TAG.NOUN
}

/** "forces yesterday", "the same day demonstrators": where a time and a name stand side by side, they are two. */
function partsFromTime(words: Words, first: number, at: number): boolean {
  const here = words.form[at]?.lower ?? ''
  const before = words.form[at - 1]?.lower ?? ''
  if (DAYS_BY_THEMSELVES.has(here) || DAYS_BY_THEMSELVES.has(before)) return true
  if ((DAY_PARTS.has(before) || WEEKDAY.test(before)) && isCount(words, at)) return true
  if (words.tag[at] === TAG.NUM && words.tag[at - 1] === TAG.PROPN && SPAN.test(words.form[at + 1]?.lower ?? ''))
    return true
  const timed =
    SPANS_OF_TIME.has(before) &&
    at - first >= 2 &&
    /^(?:the|this|that|last|next|same)$/.test(words.form[at - 2]?.lower ?? '')
  return timed && !DAY_PARTS.has(here) && !here.startsWith("'") && (words.tag[at] === TAG.PROPN || here.endsWith('s'))
}

/** A hyphen inside a name, a participle between article and noun, an adverb before an adjective or number: inside a noun group. */
function joinsNoun(words: Words, sentence: TokenRange, at: number, solid: boolean): boolean {
  if (at + 1 >= sentence.last) return false
  const tag = words.tag[at]
  const next = words.tag[at + 1] ?? 0
  const nextNominal = next === TAG.NOUN || next === TAG.PROPN || next === TAG.ADJ || next === TAG.NUM
  const surface = words.form[at]?.surface
  if (words.form[at + 1]?.surface === '-' && words.end[at] === words.start[at + 1] && tag !== TAG.ADP) return !solid
  if (surface === '-' || surface === '–' || surface === '/') {
    const tight = words.start[at] === words.end[at - 1] && words.end[at] === words.start[at + 1]
    return tight && (nextNominal || next === TAG.VERB)
  }
  if (tag === TAG.VERB) {
    const before = words.tag[at - 1]
    const opened = before === TAG.DET || before === TAG.ADJ || words.form[at - 1]?.surface === '-'
    return nextNominal && opened && !solidVerb(words, at)
  }
  return !solid && tag === TAG.ADV && nextNominal
}

function solidVerb(words: Words, at: number): boolean {
  const lower = words.form[at]?.lower ?? ''
  return !lower.endsWith('ing') && !lower.endsWith('ed') && !lower.endsWith('en')
}

function headOfNoun(words: Words, first: number, end: number): number {
  for (let i = end - 1; i >= first; i--) {
    const tag = words.tag[i]
    if (tag === TAG.NOUN || tag === TAG.PROPN || tag === TAG.PRON || tag === TAG.X) return i
  }
  return end - 1
}

/** A verb group: auxiliaries, adverbs and negations between, the verb; or "to" and a verb. Answers `at` where there is none. */
function endOfVerb(words: Words, sentence: TokenRange, at: number, closed: ClosedClass): number {
  let end = at
  for (let i = at; i < sentence.last; i++) {
    const tag = words.tag[i]
    const role = closed(words.form[i]?.id ?? 0)
    if (tag === TAG.VERB && role & (FUNCTION.have | FUNCTION.be) && verbFollows(words, sentence, i + 1)) {
      end = i + 1
      continue
    }
    if (tag === TAG.VERB) {
      if (i > at && end === at && !(closed(words.form[at]?.id ?? 0) & (FUNCTION.to | FUNCTION.negative))) return at
      return isPremodifier(words, sentence, i) && end === at ? at : i + 1
    }
    if (tag === TAG.AUX) {
      end = i + 1
      continue
    }
    if (role & FUNCTION.to && tag === TAG.PART) {
      if (!verbFollows(words, sentence, i + 1)) return end
      continue
    }
    if (end > at && isFloating(words, i) && verbFollows(words, sentence, i + 1)) continue
    if (end > at && joinsInfinitive(words, i)) {
      end = i + 1
      continue
    }
    const inside = tag === TAG.ADV || tag === TAG.PART || (role & FUNCTION.negative) !== 0
    if (!inside || (i === at && !(role & FUNCTION.negative && tag === TAG.PART))) return end
    if (end === at && i > at && !(role & FUNCTION.to) && !splitsInfinitive(words, sentence, at, i, closed)) return end
  }
  return end
}

/** "to strictly observe": an adverb between "to" and its verb. */
function splitsInfinitive(words: Words, sentence: TokenRange, at: number, i: number, closed: ClosedClass): boolean {
  return (closed(words.form[at]?.id ?? 0) & FUNCTION.to) !== 0 && verbFollows(words, sentence, i + 1)
}

function verbFollows(words: Words, sentence: TokenRange, at: number): boolean {
  for (let i = at; i < Math.min(sentence.last, at + 3); i++) {
    const tag = words.tag[i]
    if (tag === TAG.VERB || tag === TAG.AUX) return true
    if (tag !== TAG.ADV && tag !== TAG.PART && !isFloating(words, i)) return false
  }
  return false
}

/** "have both committed", "have since removed": words that float between auxiliary and verb. */
function isFloating(words: Words, at: number): boolean {
  const lower = words.form[at]?.lower
  return lower === 'both' || lower === 'all' || lower === 'each' || lower === 'since'
}

/** "the fleeing gangs", "armed groups": a participle between article or preposition and noun opens no clause. */
function isPremodifier(words: Words, sentence: TokenRange, at: number): boolean {
  const before = at > sentence.first ? words.tag[at - 1] : undefined
  const next = at + 1 < sentence.last ? words.tag[at + 1] : undefined
  if (next !== TAG.NOUN && next !== TAG.PROPN) return false
  return before === TAG.DET && !solidVerb(words, at)
}

function headOfVerb(words: Words, first: number, end: number): number {
  for (let i = end - 1; i >= first; i--) if (words.tag[i] === TAG.VERB || words.tag[i] === TAG.AUX) return i
  return end - 1
}
