import type { Layout } from '../../../src/attribute/statements/layout.ts'
import type { GoldAttribution } from './corpus.ts'

/** How well content positions (six token numbers, as in Attribution) meet an annotated content: intersection over union, 0..1. */
export function contentWorth(layout: Layout, positions: ArrayLike<number>, gold: GoldAttribution): number {
  let said = 0
  let both = 0
  for (let k = 0; k < 6; k += 2) {
    const [first, last] = [positions[k] ?? -1, positions[k + 1] ?? -1]
    if (first < 0 || last <= first) continue
    const start = layout.words.start[first] ?? 0
    const end = layout.words.end[last - 1] ?? 0
    said += end - start
    for (const [from, to] of gold.content) both += Math.max(0, Math.min(end, to) - Math.max(start, from))
  }
  const annotated = gold.content.reduce((sum, [from, to]) => sum + to - from, 0)
  return both / (said + annotated - both || 1)
}

/** How well source tokens [first, last) meet an annotated source: 1 if they hold its beginning, 0.1 if another part of it, 0 if none. */
export function sourceWorth(layout: Layout, first: number, last: number, gold: GoldAttribution): number {
  if (first < 0) return gold.source.length === 0 ? 1 : 0
  const start = layout.words.start[first] ?? 0
  const end = layout.words.end[last - 1] ?? 0
  if (!gold.source.some(([from, to]) => Math.min(end, to) > Math.max(start, from))) return 0
  const head = gold.source[0]?.[0] ?? -1
  return start <= head && head < end ? 1 : 0.1
}
