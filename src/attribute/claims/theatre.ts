import type { Words } from '../../base/words/index.ts'
import type { ActTable } from './act-table.ts'
import { inClass } from './scene.ts'

/** Distinct words of armed conflict or politics that a page must hold before its verbs are taken at their word. */
const THEATRE_WORDS = 3
/** A page shorter than this, in tokens, needs none: a flash of one sentence has no room for them. */
const SHORT_PAGE = 90

/** Whether a page speaks of conflict at all: prices are cut, shares fall and strikers attack in other pages. */
export function isTheatre(words: Words, table: ActTable): boolean {
  const seen = new Set<number>()
  const needed = words.count < SHORT_PAGE ? 0 : THEATRE_WORDS
  if (needed === 0) return true
  for (const { id } of words.form) {
    if (id === 0 || seen.has(id) || !inClass(table, id, table.named.theatre)) continue
    seen.add(id)
    if (seen.size >= needed) return true
  }
  return false
}
