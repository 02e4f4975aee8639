import { TAG, type TokenRange } from '../../base/words/index.ts'
import { isBreak } from './content-candidates.ts'
import { tagAt } from './cue-features.ts'
import { settleFrame, type Frame } from './frame.ts'
import type { Layout } from './layout.ts'
import { endOf, leftStart, lowerAt, verbsIn } from './region.ts'
import { isNominal, phraseAround } from './source-candidates.ts'
import { goesOn, waitingStart } from './turns.ts'

/** "According to X, ...", "..., according to X". */
export function readAccording(layout: Layout, i: number, region: TokenRange): Frame | null {
  return lowerAt(layout, i + 1) === 'to' && isNominal(layout, i + 2) ? readNamed(layout, i, region, i, i + 2) : null
}

/** "In the view of X, ...", "by the account of X, ...". */
export function readOpinion(layout: Layout, i: number, region: TokenRange): Frame | null {
  const opens = ['in', 'by', 'under'].includes(lowerAt(layout, i - 2)) && lowerAt(layout, i - 1) === 'the'
  if (!opens || lowerAt(layout, i + 1) !== 'of' || !isNominal(layout, i + 2)) return null
  return readNamed(layout, i, region, i - 2, i + 2)
}

/** A phrase that attributes, from `from` on, with the source's name at `name`: in front, behind, or in the midst of what is said. */
function readNamed(layout: Layout, i: number, region: TokenRange, from: number, name: number): Frame | null {
  const source = phraseAround(layout, name, name, region.last)
  const named: readonly [number, number] = [source.first, source.last]
  const end = endOf(layout, region)
  let close = source.last
  while (close < end && !isBreak(layout, close)) close++
  if (RELATIVE.has(lowerAt(layout, close + 1))) {
    do close++
    while (close < end && !isBreak(layout, close))
  }
  if (from <= region.first + 1) return close < end ? settleFrame(layout, i, [-1, -1, close + 1, end], named) : null
  const leftEnd = isBreak(layout, from - 1) ? from - 1 : from
  const left = leftStart(layout, region, leftEnd)
  if (close >= end - 1)
    return verbsIn(layout, left, leftEnd) > 0 ? settleFrame(layout, i, [left, leftEnd, -1, -1], named) : null
  if (!isBreak(layout, from - 1)) return null
  const waiting = waitingStart(layout, left, leftEnd)
  const resumed = [TAG.AUX, TAG.VERB, TAG.CCONJ].some((tag) => tag === tagAt(layout, close + 1))
  const both = waiting >= 0 || (resumed && goesOn(layout, close + 1, false))
  return settleFrame(
    layout,
    i,
    both ? [Math.max(left, waiting), leftEnd, close + 1, end] : [left, leftEnd, -1, -1],
    named,
  )
}

const RELATIVE = new Set(['which', 'who', 'whose'])
