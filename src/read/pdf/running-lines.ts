import type { PdfLine } from './pdf-lines.ts'

/** How many lines at the head and the foot of a page may repeat from page to page. */
const EDGE_LINES = 2
const PAGE_NUMBER = /^(?:page|p\.|seite|str\.|стр\.)?\s?[-–—]?\s?\d{1,4}\s?[-–—]?(?:\s?(?:of|\/|von|\/)\s?\d{1,4})?$/i

/** Running heads, running feet and page numbers: lines at a page's edge that are a number, or stand at the edge of another page too. */
export function findRunningLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<PdfLine> {
  const edges = pages.map((lines) => [...new Set([...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)])])
  const pagesOfKey = new Map<string, number>()
  for (const lines of edges) {
    for (const key of new Set(lines.map(keyOf))) pagesOfKey.set(key, (pagesOfKey.get(key) ?? 0) + 1)
  }
  return new Set(edges.flat().filter((line) => PAGE_NUMBER.test(line.text) || (pagesOfKey.get(keyOf(line)) ?? 0) > 1))
}

/** Numbers differ from page to page. */
function keyOf({ text }: PdfLine): string {
  return text.replaceAll(/\d+/g, '#').toLowerCase()
}
