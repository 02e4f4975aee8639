import { TAG, type TokenRange } from '../../base/words/index.ts'
import { closesQuote, isBreak, opensQuote } from './content-candidates.ts'
import { tagAt } from './cue-features.ts'
import { settleFrame, type Frame } from './frame.ts'
import { ADVERBIALS, isTime, subjectAfter, subjectBefore } from './frame-subjects.ts'
import { makesKnown } from './known.ts'
import type { Layout } from './layout.ts'
import { closingQuote, endOf, leftStart, lowerAt, verbsIn } from './region.ts'
import { isNominal } from './source-candidates.ts'
import { goesOn, waitingStart } from './turns.ts'

/** "..., X said", "..., X said, ...", "... said X": what stands before the attribution, and behind it. */
export function readTrailing(layout: Layout, i: number, region: TokenRange): Frame | null {
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
  const unfinished =
    rest < end && zone !== i && (waiting >= 0 || isCleft(layout, left, rest) || goesOn(layout, rest, leftQuoted))
  const both = quotedRest || unfinished
  if (quotedRest && !leftQuoted && (waiting >= 0 || setsScene(layout, left))) {
    return settleFrame(layout, i, [-1, -1, rest, end], [subject.first, subject.last])
  }
  if (!leftQuoted && !both && verbsIn(layout, left, leftEnd) === 0) return null
  return settleFrame(layout, i, both ? [Math.max(left, waiting), leftEnd, rest, end] : [left, leftEnd, -1, -1], [
    subject.first,
    subject.last,
  ])
}

/** Whether what follows a cue or its inverted subject is nothing or an adverbial, not an object or a clause. */
function isTail(layout: Layout, i: number, from: number, end: number): boolean {
  if (from >= end || isBreak(layout, from) || opensQuote(layout, from) || isTime(layout, from)) return true
  if (TELL.has(lowerAt(layout, i)) && isNominal(layout, from)) return true
  return ADVERBIALS.has(lowerAt(layout, from)) || tagAt(layout, from) === TAG.ADV
}

/** "It was on Tuesday, X said, when ...". */
function isCleft(layout: Layout, left: number, rest: number): boolean {
  const opens = lowerAt(layout, left) === 'it' && tagAt(layout, left + 1) === TAG.AUX
  return opens && (lowerAt(layout, rest) === 'when' || lowerAt(layout, rest) === 'that')
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
