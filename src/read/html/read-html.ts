import { failed, type Result } from '../../base/result.ts'
import type { Report } from '../../model/index.ts'
import { checkSize, startStopwatch } from '../bounds.ts'
import { refusal, type ReadFailure } from '../failure.ts'
import { joinPassages } from '../join-passages.ts'
import { readableDate } from '../page-date.ts'
import { readPassages, type PageFacts, type ReadRules } from '../read-text.ts'
import { checkMarkup } from './check-markup.ts'
import { parseDocument } from './html-node.ts'
import { findMainPart } from './main-part.ts'
import { hintBlocks } from './hint-blocks.ts'
import { collectBlocks } from './page-blocks.ts'
import { readMetadata, type PageMetadata } from './page-metadata.ts'

/**
 * Reads a page of HTML. `report.text` is the page's text as drawn, one block a line, menus and captions too: what the markup
 * shows to be no part of the report is among the dropped passages. Refused: as `readText`, 'too-deep' (nesting), 'not-a-page'.
 */
export function readHtml(page: PageFacts & { readonly html: string }, rules: ReadRules): Result<Report, ReadFailure> {
  const { html } = page
  const overdue = startStopwatch(rules.bounds, page.id)
  const tooLarge = checkSize(html.length, rules.bounds, page.id)
  if (tooLarge) return failed(tooLarge)
  const elements = checkMarkup(html, rules.bounds, page.id)
  if (!elements.ok) return elements
  const document = parseDocument(html)
  if (!document) return failed(refusal('not-a-page', page.id, 'markup that no tree can be built of', 'HTML'))
  const metadata = readMetadata(document)
  const root = document.documentElement
  const blocks = root ? collectBlocks(root, rules.bounds.maxDepth) : []
  if (!blocks) return failed(refusal('too-deep', page.id, 'blocks nested too deep', `at most ${rules.bounds.maxDepth}`))
  const main = overdue() ? null : findMainPart(document, elements.value)
  const late = overdue()
  if (late) return failed(late)
  const { text, intervals } = joinPassages(blocks)
  return readPassages(withMetadata(page, metadata, rules), text, intervals, hintBlocks(blocks, main), rules)
}

function withMetadata(page: PageFacts, metadata: PageMetadata, { lexicon }: ReadRules): PageFacts {
  return {
    ...page,
    title: page.title ?? metadata.title,
    outlet: page.outlet ?? metadata.outlet,
    published: page.published ?? readableDate(metadata.published, lexicon),
  }
}
