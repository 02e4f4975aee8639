import { elementAt } from '../../base/element-at.ts'
import { opensQuote } from './content-candidates.ts'
import type { Layout } from './layout.ts'

/** How many quotations in a row may go on with what is said. */
const MAX_QUOTATIONS = 8

/** The bare quotations right after a cue's segment, in its paragraph or the next: the token after the last, or -1 for none. */
export function continuationEnd(layout: Layout, i: number): number {
  const first = layout.segmentEnd[i] ?? 0
  let end = first
  for (let n = 0; n < MAX_QUOTATIONS && end < layout.count && opensQuote(layout, end); n++) {
    const quote = elementAt(layout.quotations.list, layout.quotations.at[end] ?? -1)
    if (!quote || !isBare(layout, quote.last)) break
    end = quote.last + 1
  }
  return end > first ? end : -1
}

/** Whether nothing is hung on a quotation that closes at a token: a sentence ends there, or the paragraph. */
function isBare(layout: Layout, last: number): boolean {
  if (layout.words.form[last - 1]?.surface === ',') return false
  if (last + 1 >= layout.count || layout.words.paragraph[last + 1] !== layout.words.paragraph[last]) return true
  return layout.segmentFirst[last + 1] === last + 1
}
