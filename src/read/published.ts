import type { BoilerplateLexicon } from './boilerplate-lexicon.ts'
import type { CleanPage, SortedPassage } from './clean-page.ts'
import { findPageDate } from './page-date.ts'
import { measurePassage } from './passage.ts'

/** How far into its first sentence a dateline may reach. */
const MAX_DATELINE = 110
const DATELINE_END = /\)|\s[-–—]\s|\/\s/

/**
 * When a page says it was published: in a line of its own ("15.04.2020 17:42", "Published August 25, 2020"), or with a year in
 * the agency dateline that the text begins with. ISO date or date-time, null if neither.
 */
export function publishedOf(text: string, page: CleanPage, lexicon: BoilerplateLexicon): string | null {
  for (const { passage, why } of page.passages) {
    if (passage.digits < 5 || why === null || why === 'related' || why === 'caption') continue
    const found = findPageDate(text.slice(passage.start, passage.end), passage.folded, lexicon)
    if (found !== null) return found
  }
  const first = page.passages.find(({ why }) => why === null)
  return first ? datelineOf(text, first, lexicon) : null
}

function datelineOf(text: string, { passage }: SortedPassage, lexicon: BoilerplateLexicon): string | null {
  const head = text.slice(passage.start, Math.min(passage.end, passage.start + MAX_DATELINE))
  const end = DATELINE_END.exec(head)
  if (!end || !/\d{4}/.test(head)) return null
  const dateline = head.slice(0, (end[0] === ')' ? end.index : head.lastIndexOf(')') + 1 || end.index) + 1)
  const { folded } = measurePassage(dateline, 0, dateline.length, lexicon)
  return findPageDate(dateline, folded, lexicon)
}
