import { TAG } from '../../base/words/index.ts'
import { opensQuote } from './content-candidates.ts'
import { tagAt } from './cue-features.ts'
import type { Layout } from './layout.ts'
import { lowerAt, verbsIn } from './region.ts'

/** Where the last clause left of an attribution begins, if it still waits for its main verb ("..., and over the road"); else -1. */
export function waitingStart(layout: Layout, left: number, leftEnd: number): number {
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

const STOPS = new Set(
  'who which whose while as after when where with because though although even adding per'.split(' '),
)

/** Whether what stands behind the attribution goes on with what is said, not with a new turn of the outlet's. */
export function goesOn(layout: Layout, p: number, leftQuoted: boolean): boolean {
  if (opensQuote(layout, p)) return true
  const word = lowerAt(layout, p)
  if (STOPS.has(word) || (tagAt(layout, p) === TAG.VERB && word.endsWith('ing'))) return false
  if (word === 'but') return opensQuote(layout, p + 1)
  if (lowerAt(layout, p - 1) === ';') return false
  return word !== 'and' || !leftQuoted
}

/** Where a new turn of the outlet's begins inside a sentence: a semicolon, ", but", ", while". */
export function isTurn(layout: Layout, p: number): boolean {
  const mark = lowerAt(layout, p)
  return mark === ';' || (mark === ',' && (lowerAt(layout, p + 1) === 'but' || lowerAt(layout, p + 1) === 'while'))
}
