import { TAG, type TokenRange } from '../../base/words/index.ts'
import { isBreak } from './content-candidates.ts'
import { isPassive, tagAt } from './cue-features.ts'
import { CUE_KINDS } from './cue-lexicon.ts'
import { wholeQuote, type Frame } from './frame.ts'
import type { Layout } from './layout.ts'
import { endOf, lowerAt } from './region.ts'
import { isNominal } from './source-candidates.ts'
import { isTurn } from './turns.ts'

/** "X said [on Monday] that ...": the clause, to the sentence's end or the next turn. */
export function readThat(layout: Layout, i: number, region: TokenRange): Frame | null {
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

const ACCUSED_REACH = 14

/** "X accuses Y of ...", "X blamed Y for ...": from Y on. */
export function readAccusation(layout: Layout, i: number, region: TokenRange): Frame | null {
  if ((layout.kind[i] ?? 0) !== CUE_KINDS.indexOf('accuse') || isPassive(layout, i) || !isNominal(layout, i + 1))
    return null
  let p = i + 2
  while (p < Math.min(region.last, i + ACCUSED_REACH) && !OF_FOR.has(lowerAt(layout, p)) && !isBreak(layout, p)) p++
  if (!OF_FOR.has(lowerAt(layout, p))) return null
  const end = endOf(layout, region)
  let to = p + 1
  while (to < end && !isTurn(layout, to)) to++
  return { content: [-1, -1, i + 1, wholeQuote(layout, i, to), -1, -1], source: null, via: null }
}

const OF_FOR = new Set(['of', 'for'])

const OBSERVED = new Set(
  'recorded registered monitored documented counted verified spotted detected records registers counts verifies'.split(
    ' ',
  ),
)

/** "The mission recorded 112 violations": what was observed, told with an object instead of a clause. */
export function readObserved(layout: Layout, i: number, region: TokenRange): Frame | null {
  if (!OBSERVED.has(lowerAt(layout, i)) || tagAt(layout, i) !== TAG.VERB || isPassive(layout, i)) return null
  let p = i + 1
  while (p < region.last && isBreak(layout, p)) p++
  const subject = tagAt(layout, i - 1) === TAG.AUX ? i - 2 : i - 1
  if (!isNominal(layout, subject)) return null
  const end = endOf(layout, region)
  return p < end ? { content: [-1, -1, p, end, -1, -1], source: null, via: null } : null
}
