import { closesQuote } from './content-candidates.ts'
import { continuationEnd } from './continuation.ts'
import type { Layout } from './layout.ts'

/** What an unmistakable construction around a cue says: content positions as in Attribution, and the source's tokens. */
export interface Frame {
  readonly content: readonly number[]
  /** Null: the source model decides. */
  readonly source: readonly [number, number] | null
  /** The medium that relays, where the construction names it. */
  readonly via: readonly [number, number] | null
}

/** A frame from the content's two pieces; quotations that go on behind a quoted piece are added. */
export function settleFrame(
  layout: Layout,
  i: number,
  given: readonly number[],
  source: readonly [number, number],
): Frame {
  const content = [given[0] ?? -1, given[1] ?? -1, given[2] ?? -1, wholeQuote(layout, i, given[3] ?? -1)]
  const closes = [content[1] ?? -1, content[3] ?? -1].some((end) => end > 0 && closesQuote(layout, end - 1))
  const next = closes && (layout.quotations.at[i] ?? -1) < 0 ? continuationEnd(layout, i) : -1
  return { content: [...content, next < 0 ? -1 : (layout.segmentEnd[i] ?? -1), next], source, via: null }
}

/** An end inside a quotation is moved to the quotation's end, unless the cue stands in it too. */
export function wholeQuote(layout: Layout, i: number, end: number): number {
  const q = end > 0 ? (layout.quotations.at[end - 1] ?? -1) : -1
  if (q < 0 || q === layout.quotations.at[i]) return end
  return (layout.quotations.list[q]?.last ?? end - 1) + 1
}
