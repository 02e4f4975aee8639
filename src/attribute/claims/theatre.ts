import type { Words } from '../../base/words/index.ts'
import type { ActTable } from './act-table.ts'
import { inClass } from './scene.ts'

/** Distinct words of armed conflict or politics that a page must hold before its verbs are taken at their word. */
const THEATRE_WORDS = 3
/** A page shorter than this, in tokens, needs none: a flash of one sentence has no room for them. */
const SHORT_PAGE = 90

/** How many more of them each word of trade, sport, kitchen, stage or garden asks for, from the second on. */
const PER_PEACETIME_WORD = 2

/**
 * Whether a page speaks of conflict at all: prices are cut, strikers attack and ants defend in other pages. One word of such things may stand in any report,
 * several want more words of conflict against them; on a short page as many.
 */
export function isTheatre(words: Words, table: ActTable): boolean {
  const seen = new Set<number>()
  let theatre = 0
  let peacetime = 0
  for (const { id } of words.form) {
    if (id === 0 || seen.has(id)) continue
    seen.add(id)
    if (inClass(table, id, table.named.theatre)) theatre++
    if (inClass(table, id, table.named.peacetime)) peacetime++
  }
  return words.count < SHORT_PAGE
    ? peacetime < 2 || theatre >= peacetime
    : theatre >= THEATRE_WORDS + PER_PEACETIME_WORD * Math.max(0, peacetime - 1)
}
