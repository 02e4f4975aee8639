import { elementAt } from '../../base/element-at.ts'
import { SHAPE, type TokenRange } from '../../base/words/index.ts'
import { closesQuote, isBreak } from './content-candidates.ts'
import type { Layout } from './layout.ts'

/** The tokens in which a cue's construction is read. */
export type Region = TokenRange

/** Farthest word before an attribution that it may report. */
const REACH = 90

/** The letters of a token in lower case. */
export function lowerAt(layout: Layout, p: number): string {
  return layout.words.form[p]?.lower ?? ''
}

/** The segment of a cue, or the part of it inside the quotation that holds the cue. */
export function regionOf(layout: Layout, i: number): Region {
  const first = layout.segmentFirst[i] ?? 0
  const last = layout.segmentEnd[i] ?? 0
  const own = elementAt(layout.quotations.list, layout.quotations.at[i] ?? -1)
  return own ? { first: Math.max(first, own.first + 1), last: Math.min(last, own.last) } : { first, last }
}

/** How many verbs stand in [from, to). */
export function verbsIn(layout: Layout, from: number, to: number): number {
  return to <= from ? 0 : (layout.verbsBefore[to] ?? 0) - (layout.verbsBefore[from] ?? 0)
}

/** The end of a region without its full stop. */
export function endOf(layout: Layout, region: Region): number {
  return ((layout.shape[region.last - 1] ?? 0) & SHAPE.stop) !== 0 ? region.last - 1 : region.last
}

/** The closing mark right before a position, or before one mark there; -1 for none. */
export function closingQuote(layout: Layout, end: number): number {
  if (closesQuote(layout, end - 1)) return end - 1
  return isBreak(layout, end - 1) && closesQuote(layout, end - 2) ? end - 2 : -1
}

/** Where what stands left of an attribution begins: with the quotation that closes there, else with the region. */
export function leftStart(layout: Layout, region: Region, leftEnd: number): number {
  const closing = closingQuote(layout, leftEnd)
  if (closing >= 0) return quoteStart(layout, region, closing)
  let first = Math.max(region.first, leftEnd - REACH)
  if (datelineEnd(layout, first, leftEnd) > first) first = datelineEnd(layout, first, leftEnd)
  return first
}

/** A quotation that fills the left side is the content; one that only ends it ("the 'zone'") goes with its sentence. */
function quoteStart(layout: Layout, region: Region, close: number): number {
  const quote = elementAt(layout.quotations.list, layout.quotations.at[close] ?? -1)
  if (!quote) return region.first
  return quote.first <= region.first || verbsIn(layout, region.first, quote.first) === 0 ? quote.first : region.first
}

/** Past a dateline ("MOSCOW, April 15 (Reuters) -"): it ends in a dash within twelve words and begins in capitals. */
function datelineEnd(layout: Layout, first: number, limit: number): number {
  if (!((layout.shape[first] ?? 0) & SHAPE.upper)) return first
  for (let p = first; p < Math.min(limit, first + 14); p++) {
    if (/^[-–—]+$/.test(lowerAt(layout, p)))
      return (layout.words.start[p] ?? 0) > (layout.words.end[p - 1] ?? 0) ? p + 1 : first
  }
  return first
}
