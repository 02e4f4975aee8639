import { SHAPE, TAG, type TokenRange } from '../../base/words/index.ts'
import { closesQuote, isBreak, opensQuote } from './content-candidates.ts'
import { continuationEnd } from './continuation.ts'
import { isPassive, tagAt } from './cue-features.ts'
import { CUE_KINDS, NOUN_CUE } from './cue-lexicon.ts'
import type { Layout } from './layout.ts'
import { closingQuote, endOf, leftStart, lowerAt, regionOf, verbsIn } from './region.ts'
import { readPassive, readQuotedAs } from './relayed-frames.ts'
import { isNominal, phraseAround } from './source-candidates.ts'

/** What an unmistakable construction around a cue says: content positions as in Attribution, and the source's tokens. */
export interface Frame {
  readonly content: readonly number[]
  /** Null: the source model decides. */
  readonly source: readonly [number, number] | null
  /** The medium that relays, where the construction names it. */
  readonly via: readonly [number, number] | null
}

const SUBJECT_REACH = 22

/**
 * Reads the constructions that leave no doubt, for the cues of the lexicon: "..., X said", "..., X said, ...", "... said X",
 * "according to X, ...", "..., according to X". Null where none of them stands; then the models decide.
 */
export function readFrame(layout: Layout, i: number): Frame | null {
  const kind = makesKnown(layout, i) ? CUE_KINDS.indexOf('say') : (layout.kind[i] ?? 0)
  if (kind === 0) return null
  const region = regionOf(layout, i)
  if (kind >= NOUN_CUE) return readOpinion(layout, i, region)
  if (lowerAt(layout, i) === 'according')
    return lowerAt(layout, i + 1) === 'to' ? readAccording(layout, i, region) : null
  if (!SPEAKING.has(kind)) return null
  return (
    readQuotedAs(layout, i, region) ??
    readPassive(layout, i, region) ??
    readTrailing(layout, i, region) ??
    readThat(layout, i, region) ??
    readObserved(layout, i, region)
  )
}

const KNOWN = new Set(['known', 'clear', 'plain', 'public'])

/** "made known", "makes clear". */
export function makesKnown(layout: Layout, i: number): boolean {
  return KNOWN.has(lowerAt(layout, i + 1)) && ['made', 'make', 'makes'].includes(lowerAt(layout, i))
}

/** "In the view of X, ...", "by the account of X, ...". */
function readOpinion(layout: Layout, i: number, region: TokenRange): Frame | null {
  const opens = ['in', 'by', 'under'].includes(lowerAt(layout, i - 2)) && lowerAt(layout, i - 1) === 'the'
  if (!opens || lowerAt(layout, i + 1) !== 'of' || !isNominal(layout, i + 2)) return null
  return readNamed(layout, i, region, i - 2, i + 2)
}

/** Kinds whose verbs may hang behind what they report. */
const SPEAKING = new Set(
  (['say', 'demand', 'threaten', 'suppose', 'ask', 'plan', 'deny', 'accuse'] as const).map((kind) =>
    CUE_KINDS.indexOf(kind),
  ),
)

function readAccording(layout: Layout, i: number, region: TokenRange): Frame | null {
  return isNominal(layout, i + 2) ? readNamed(layout, i, region, i, i + 2) : null
}

/** A phrase that attributes, from `from` on, with the source's name at `name`: in front, behind, or in the midst of what is said. */
function readNamed(layout: Layout, i: number, region: TokenRange, from: number, name: number): Frame | null {
  const source = phraseAround(layout, name, name, region.last)
  const named: readonly [number, number] = [source.first, source.last]
  const end = endOf(layout, region)
  let close = source.last
  while (close < end && !isBreak(layout, close)) close++
  if (from <= region.first + 1) return close < end ? frame(layout, i, [-1, -1, close + 1, end], named) : null
  const leftEnd = isBreak(layout, from - 1) ? from - 1 : from
  const left = leftStart(layout, region, leftEnd)
  if (close >= end - 1)
    return verbsIn(layout, left, leftEnd) > 0 ? frame(layout, i, [left, leftEnd, -1, -1], named) : null
  if (!isBreak(layout, from - 1)) return null
  const waiting = waitingStart(layout, left, leftEnd)
  const resumed = [TAG.AUX, TAG.VERB, TAG.CCONJ].some((tag) => tag === tagAt(layout, close + 1))
  const both = waiting >= 0 || (resumed && goesOn(layout, close + 1, false))
  return frame(layout, i, both ? [Math.max(left, waiting), leftEnd, close + 1, end] : [left, leftEnd, -1, -1], named)
}

/** Where the last clause left of an attribution begins, if it still waits for its main verb ("..., and over the road"); else -1. */
function waitingStart(layout: Layout, left: number, leftEnd: number): number {
  let p = leftEnd - 1
  while (p > left && !isClauseBreak(layout, p)) p--
  const start = p > left ? p + 1 : left
  return verbsIn(layout, start, leftEnd) === 0 || isConditional(layout, start) ? start : -1
}

/** A semicolon, or a conjunction behind a comma. */
function isClauseBreak(layout: Layout, p: number): boolean {
  const word = lowerAt(layout, p)
  return word === ';' || ((word === 'and' || word === 'but') && lowerAt(layout, p - 1) === ',')
}

function readTrailing(layout: Layout, i: number, region: TokenRange): Frame | null {
  const word = lowerAt(layout, i)
  if (tagAt(layout, i) !== TAG.VERB && tagAt(layout, i) !== TAG.NOUN) return null
  if (word.endsWith('ing') || TRANSITIVE.has(word)) return null
  const before = subjectBefore(layout, i, region)
  const from = makesKnown(layout, i) ? i + 2 : i + 1
  if (before) return withTail(layout, i, region, before.zone, before.subject, from)
  const after = TELL.has(word) ? null : subjectAfter(layout, i, region)
  return after ? withTail(layout, i, region, i, after, after.last) : null
}

/** Cues whose object is what is spoken of, so that what stands before them is seldom what is said. */
const TRANSITIVE = new Set(
  'call calls called cite cites cited quote quotes quoted describe describes described mention mentions mentioned put puts speak speaks spoke spoken show shows showed shown question questions questioned find finds accuse accused read reads brief briefed list lists listed'.split(
    ' ',
  ),
)
const TELL = new Set(['tell', 'tells', 'told', 'inform', 'informs', 'informed'])

/** The subject right before a cue that stands behind a break: its phrase, and where the attribution begins (the break itself). */
function subjectBefore(layout: Layout, i: number, region: TokenRange): { zone: number; subject: TokenRange } | null {
  const inset = insetStart(layout, i, region)
  if (inset >= 0) return subjectBefore(layout, inset, region)
  const p = edgeBefore(layout, i, region)
  if (p <= region.first || !isEdge(layout, p)) return null
  let first = p + 1
  if (OPENERS.has(lowerAt(layout, first))) first++
  if (first >= i || !isNominal(layout, first) || RELATIVE.has(lowerAt(layout, first))) return null
  const subject = phraseAround(layout, first, first, i)
  if (!isSubject(layout, subject, i)) return null
  return apposed(layout, p, subject, region) ?? { zone: p, subject }
}

/** The comma that opens "X, which watches the truce, said" before the comma at the cue; -1 if there is no such clause. */
function insetStart(layout: Layout, i: number, region: TokenRange): number {
  if (lowerAt(layout, i - 1) !== ',') return -1
  let p = i - 2
  while (p > region.first && i - p < SUBJECT_REACH && lowerAt(layout, p) !== ',') p--
  return p > region.first && RELATIVE.has(lowerAt(layout, p + 1)) ? p : -1
}

/** The break nearest before a cue, past brackets; the region's start if there is none in reach. */
function edgeBefore(layout: Layout, i: number, region: TokenRange): number {
  let p = i - 1
  while (p > region.first && i - p < SUBJECT_REACH) {
    if (lowerAt(layout, p) === ')') {
      while (p > region.first && lowerAt(layout, p) !== '(') p--
    } else if (isBreak(layout, p) || closesQuote(layout, p)) break
    p--
  }
  return p
}

const OPENERS = new Set(['as', 'so', 'and', 'but'])
const RELATIVE = new Set(['who', 'which', 'that', 'whose', 'what'])

/** A mark at which what is said may end: a comma or dash, or a closing quotation mark. */
function isEdge(layout: Layout, p: number): boolean {
  if (closesQuote(layout, p)) return true
  const mark = lowerAt(layout, p)
  return mark === ',' || (isBreak(layout, p) && DASH.test(mark))
}

const DASH = /^[-–—]+$/

/** "X said [on Monday] that ...": the clause, to the sentence's end or the next turn. */
function readThat(layout: Layout, i: number, region: TokenRange): Frame | null {
  let p = i + 1
  while (
    p < Math.min(region.last, i + 12) &&
    lowerAt(layout, p) !== 'that' &&
    tagAt(layout, p) !== TAG.VERB &&
    !isBreak(layout, p)
  )
    p++
  if (lowerAt(layout, p) !== 'that' || (p > i + 1 && lowerAt(layout, p - 1) === 'of')) return null
  const end = endOf(layout, region)
  let to = p + 1
  while (to < end && !isTurn(layout, to)) to++
  return { content: [-1, -1, p, wholeQuote(layout, i, to), -1, -1], source: null, via: null }
}

const OBSERVED = new Set(
  'recorded registered monitored documented counted verified spotted detected records registers counts verifies'.split(
    ' ',
  ),
)

/** "The mission recorded 112 violations": what was observed, told with an object instead of a clause. */
function readObserved(layout: Layout, i: number, region: TokenRange): Frame | null {
  if (!OBSERVED.has(lowerAt(layout, i)) || tagAt(layout, i) !== TAG.VERB || isPassive(layout, i)) return null
  let p = i + 1
  while (p < region.last && isBreak(layout, p)) p++
  const subject = tagAt(layout, i - 1) === TAG.AUX ? i - 2 : i - 1
  if (!isNominal(layout, subject)) return null
  const end = endOf(layout, region)
  return p < end ? { content: [-1, -1, p, end, -1, -1], source: null, via: null } : null
}

/** Where a new turn of the outlet's begins inside a sentence: a semicolon, ", but", ", while". */
function isTurn(layout: Layout, p: number): boolean {
  const mark = lowerAt(layout, p)
  return mark === ';' || (mark === ',' && (lowerAt(layout, p + 1) === 'but' || lowerAt(layout, p + 1) === 'while'))
}

/** Whether between a phrase and its cue stand only its own complements and auxiliaries, or a relative clause without commas. */
function isSubject(layout: Layout, subject: TokenRange, i: number): boolean {
  let verbs = 0
  for (let p = subject.last; p < i; p++) if (tagAt(layout, p) === TAG.VERB) verbs++
  const word = lowerAt(layout, subject.last)
  return verbs === 0 || (verbs <= 2 && (word === 'who' || word === 'in' || word === 'that'))
}

/** "X, its chairman, said": the name before the apposition, if one stands there. */
function apposed(
  layout: Layout,
  zone: number,
  subject: TokenRange,
  region: TokenRange,
): { zone: number; subject: TokenRange } | null {
  if (tagAt(layout, subject.first) === TAG.PROPN || tagAt(layout, subject.first) === TAG.PRON) return null
  let p = zone - 1
  while (p > region.first && isName(layout, p)) p--
  if (p === zone - 1 || zone - p > 6 || !isEdge(layout, p)) return null
  return { zone: p, subject: { first: p + 1, last: zone } }
}

function isName(layout: Layout, p: number): boolean {
  return tagAt(layout, p) === TAG.PROPN && ((layout.shape[p] ?? 0) & SHAPE.capital) !== 0
}

/** "..., said X": the phrase right behind a cue that itself stands behind a quotation, or behind a comma and a whole clause. */
function subjectAfter(layout: Layout, i: number, region: TokenRange): TokenRange | null {
  if (i <= region.first || !isEdge(layout, i - 1) || !isNominal(layout, i + 1) || isTime(layout, i + 1)) return null
  if (!closesQuote(layout, i - 1) && !closesQuote(layout, i - 2)) {
    if (verbsIn(layout, region.first, i - 1) === 0) return null
  }
  const subject = phraseAround(layout, i + 1, i + 1, region.last)
  const next = subject.last
  if (next >= endOf(layout, region) || isBreak(layout, next) || lowerAt(layout, next) === 'of') return subject
  return TAILS.has(lowerAt(layout, next)) ? subject : null
}

const TAILS = new Set([
  'as',
  'when',
  'while',
  'after',
  'before',
  'in',
  'at',
  'on',
  'during',
  'from',
  'by',
  'last',
  'this',
  'for',
])
const TIMES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday earlier later afterwards tonight again'.split(
    ' ',
  ),
)

function isTime(layout: Layout, p: number): boolean {
  return TIMES.has(lowerAt(layout, p))
}

/** Whether what follows a cue or its inverted subject is nothing or an adverbial, not an object or a clause. */
function isTail(layout: Layout, i: number, from: number, end: number): boolean {
  if (from >= end || isBreak(layout, from) || opensQuote(layout, from) || isTime(layout, from)) return true
  if (TELL.has(lowerAt(layout, i)) && isNominal(layout, from)) return true
  return TAILS.has(lowerAt(layout, from)) || tagAt(layout, from) === TAG.ADV
}

/** Puts the content together: what stands before the attribution, and what goes on behind it after a break. */
function withTail(
  layout: Layout,
  i: number,
  region: TokenRange,
  zone: number,
  subject: TokenRange,
  from: number,
): Frame | null {
  const end = endOf(layout, region)
  if (!isTail(layout, i, from, end)) return null
  const close = closeOfTail(layout, from, end)
  if (close < 0) return null
  const leftEnd = zone === i ? i : closesQuote(layout, zone) ? zone + 1 : zone
  const left = leftStart(layout, region, leftEnd)
  if (left >= leftEnd) return null
  const rest = opensQuote(layout, close) ? close : close + 1
  const leftQuoted = closingQuote(layout, leftEnd) >= 0
  const waiting = leftQuoted ? -1 : waitingStart(layout, left, leftEnd)
  const quotedRest = rest < end && opensQuote(layout, rest)
  const unfinished = rest < end && zone !== i && (waiting >= 0 || goesOn(layout, rest, leftQuoted))
  const both = quotedRest || unfinished
  if (quotedRest && !leftQuoted && (waiting >= 0 || setsScene(layout, left))) {
    return frame(layout, i, [-1, -1, rest, end], [subject.first, subject.last])
  }
  if (!leftQuoted && !both && verbsIn(layout, left, leftEnd) === 0) return null
  return frame(layout, i, both ? [Math.max(left, waiting), leftEnd, rest, end] : [left, leftEnd, -1, -1], [
    subject.first,
    subject.last,
  ])
}

/** Whether what stands left is a circumstance of the speaking ("Asked about it, ...", "As a phone rang, ..."). */
function setsScene(layout: Layout, left: number): boolean {
  const tag = tagAt(layout, left)
  return tag === TAG.VERB || tag === TAG.ADP || tag === TAG.SCONJ || tag === TAG.ADV
}

/** The break that ends an attribution's tail; -1 where a clause begins before it ("said on Monday that ..."). */
function closeOfTail(layout: Layout, from: number, end: number): number {
  let p = from
  while (p < end && !isBreak(layout, p) && !opensQuote(layout, p)) {
    if (lowerAt(layout, p) === 'that') return -1
    p++
  }
  const clause = verbsIn(layout, from, p) > 0
  return clause && !['as', 'when', 'while', 'after', 'before'].includes(lowerAt(layout, from)) ? -1 : p
}

const STOPS = new Set(
  'who which whose while as after when where with because though although even adding per'.split(' '),
)

/** Whether what stands behind the attribution goes on with what is said, not with a new turn of the outlet's. */
function goesOn(layout: Layout, p: number, leftQuoted: boolean): boolean {
  if (opensQuote(layout, p)) return true
  const word = lowerAt(layout, p)
  if (STOPS.has(word) || (tagAt(layout, p) === TAG.VERB && word.endsWith('ing'))) return false
  if (word === 'but') return opensQuote(layout, p + 1)
  if (lowerAt(layout, p - 1) === ';') return false
  return word !== 'and' || !leftQuoted
}

const CONDITIONS = new Set([
  'if',
  'should',
  'unless',
  'when',
  'were',
  'though',
  'although',
  'even',
  'while',
  'once',
  'since',
])

/** Whether a clause begins as one that waits for a main clause. */
function isConditional(layout: Layout, p: number): boolean {
  return CONDITIONS.has(lowerAt(layout, p))
}

function frame(layout: Layout, i: number, given: readonly number[], source: readonly [number, number]): Frame {
  const content = [given[0] ?? -1, given[1] ?? -1, given[2] ?? -1, wholeQuote(layout, i, given[3] ?? -1)]
  const closes = [content[1] ?? -1, content[3] ?? -1].some((end) => end > 0 && closesQuote(layout, end - 1))
  const next = closes && (layout.quotations.at[i] ?? -1) < 0 ? continuationEnd(layout, i) : -1
  return { content: [...content, next < 0 ? -1 : (layout.segmentEnd[i] ?? -1), next], source, via: null }
}

/** An end inside a quotation is moved to the quotation's end, unless the cue stands in it too. */
function wholeQuote(layout: Layout, i: number, end: number): number {
  const q = end > 0 ? (layout.quotations.at[end - 1] ?? -1) : -1
  if (q < 0 || q === layout.quotations.at[i]) return end
  return (layout.quotations.list[q]?.last ?? end - 1) + 1
}
