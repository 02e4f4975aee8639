import type { Layout } from './layout.ts'
import { lowerAt } from './region.ts'

const KNOWN = new Set(['known', 'clear', 'plain', 'public'])

/** "made known", "makes clear", "put on record". */
export function makesKnown(layout: Layout, i: number): boolean {
  const word = lowerAt(layout, i)
  const next = lowerAt(layout, i + 1)
  if (word === 'put' || word === 'puts') return next === 'on' && lowerAt(layout, i + 2) === 'record'
  return KNOWN.has(next) && (word === 'made' || word === 'make' || word === 'makes')
}
