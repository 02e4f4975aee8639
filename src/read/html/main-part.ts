import { Readability } from '@mozilla/readability'
import { BLOCK_MARK } from './page-blocks.ts'
import type { HtmlDocument, HtmlElement } from './html-node.ts'

/** Elements up to which the main part is searched; its cost is more than linear in them. */
const MAX_SEARCHED_ELEMENTS = 8_000
/** Text from which on a part may be the main one; the press has alerts of two lines. */
const MIN_MAIN_CHARACTERS = 60

/**
 * The numbers of the blocks that belong to a page's main part; null where none is found or the page is too large to search.
 * Changes the tree. By @mozilla/readability: it leaves the page's own elements in place, so that blocks can be told by
 * their marks, and takes 1 ms a page where defuddle, which strips them, takes 9.
 */
export function findMainPart(document: HtmlDocument, elements: number): ReadonlySet<number> | null {
  if (elements > MAX_SEARCHED_ELEMENTS) return null
  const main = search(document)
  if (!main) return null
  const numbers = [...main.querySelectorAll(`[${BLOCK_MARK}]`)].map((element) =>
    Number(element.getAttribute(BLOCK_MARK)),
  )
  return numbers.length > 0 ? new Set(numbers) : null
}

/** The library throws on some trees (a body without parent, a document of one text); such a page has no main part. */
function search(document: HtmlDocument): HtmlElement | null {
  try {
    const reader = new Readability(document as ConstructorParameters<typeof Readability>[0], {
      charThreshold: MIN_MAIN_CHARACTERS,
      serializer: (main: unknown) => main as HtmlElement,
    })
    return reader.parse()?.content ?? null
  } catch {
    return null
  }
}
