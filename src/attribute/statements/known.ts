import type { Layout } from './layout.ts'
import { lowerAt } from './region.ts'

const KNOWN = new Set(['known', 'clear', 'plain', 'public'])

/** "made known", "makes clear". */
export function makesKnown(layout: Layout, i: number): boolean {
  return KNOWN.has(lowerAt(layout, i + 1)) && ['made', 'make', 'makes'].includes(lowerAt(layout, i))
}
