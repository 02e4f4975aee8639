import { getDocumentProxy } from 'unpdf'
import type { PDFDocumentProxy } from 'unpdf/pdfjs'
import { done, failed, type Result } from '../../base/result.ts'
import type { Report } from '../../model/index.ts'
import { checkSize, startStopwatch, type ReadBounds, type Stopwatch } from '../bounds.ts'
import { refusal, type ReadFailure } from '../failure.ts'
import { joinPassages } from '../join-passages.ts'
import { readPassages, type PageFacts, type ReadRules } from '../read-text.ts'
import { linesOfPage, type PdfLine } from './pdf-lines.ts'
import { joinLines } from './pdf-paragraphs.ts'
import { findRunningLines } from './running-lines.ts'

/** Pages of one document; a report of the press or a mission has fewer than fifty. */
const MAX_PAGES = 500

/**
 * Reads a PDF that has its text in it. `report.text` is the text by paragraphs, running heads and page numbers first. Refused:
 * as `readText`, and 'encrypted-pdf', 'not-a-page' (broken, or no PDF). The time is checked between pages.
 */
export async function readPdf(
  page: PageFacts & { readonly bytes: Uint8Array },
  rules: ReadRules,
): Promise<Result<Report, ReadFailure>> {
  const { bytes, ...facts } = page
  const tooLarge = checkSize(bytes.length, rules.bounds, page.id)
  if (tooLarge) return failed(tooLarge)
  const pages = await readPages(bytes, rules.bounds, page.id)
  if (!pages.ok) return pages
  const paragraphs = joinLines(pages.value.flat(), findRunningLines(pages.value))
  const { text, intervals } = joinPassages(paragraphs)
  const hints = paragraphs.map(({ running }) => (running ? ({ why: 'metadata', evenProse: true } as const) : null))
  return readPassages(facts, text, intervals, hints, rules)
}

type PdfPages = readonly (readonly PdfLine[])[]

async function readPages(bytes: Uint8Array, bounds: ReadBounds, place: string): Promise<Result<PdfPages, ReadFailure>> {
  const overdue = startStopwatch(bounds, place)
  try {
    // pdf.js takes the buffer away from its owner: it gets a copy. Messages of broken files go to nobody (verbosity 0).
    const document = await getDocumentProxy(bytes.slice(), { verbosity: 0, isEvalSupported: false, maxImageSize: 1 })
    return await pagesOf(document, overdue, place)
  } catch (cause) {
    return failed(refusalOf(cause, place))
  }
}

async function pagesOf(
  document: PDFDocumentProxy,
  overdue: Stopwatch,
  place: string,
): Promise<Result<PdfPages, ReadFailure>> {
  if (document.numPages > MAX_PAGES) {
    return failed(refusal('too-large', place, `${document.numPages} pages`, `at most ${MAX_PAGES}`))
  }
  const pages: (readonly PdfLine[])[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const late = overdue()
    if (late) return failed(late)
    pages.push(await linesOfPage(document, number))
  }
  return done(pages)
}

/** What pdf.js throws is an expected failure of the page, not of the program. */
function refusalOf(cause: unknown, place: string): ReadFailure {
  const name = cause instanceof Error ? cause.name : 'unknown'
  if (name === 'PasswordException') return refusal('encrypted-pdf', place, 'a PDF locked by a password', 'an open one')
  return refusal('not-a-page', place, `a PDF that cannot be read (${name})`, 'a whole PDF')
}
