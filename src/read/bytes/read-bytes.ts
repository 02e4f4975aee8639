import { failed, type Result } from '../../base/result.ts'
import type { Report } from '../../model/index.ts'
import { checkSize } from '../bounds.ts'
import { refusal, type ReadFailure } from '../failure.ts'
import { readHtml } from '../html/read-html.ts'
import { readPdf } from '../pdf/read-pdf.ts'
import { readText, type PageFacts, type ReadRules } from '../read-text.ts'
import { decodeBytes } from './decode-bytes.ts'
import { isHtml, kindOfBytes } from './page-kind.ts'

/** A page as it came over the wire or from a file. */
export interface BytesPage extends PageFacts {
  readonly bytes: Uint8Array
  /** The Content-Type header, if one came with it. (Default: none) */
  readonly contentType?: string | null
}

/**
 * Reads bytes of unknown kind and encoding: PDF, HTML or plain text. Refused: as the reader of that kind, and 'not-a-page',
 * 'unreadable-encoding'.
 */
export async function readBytes(page: BytesPage, rules: ReadRules): Promise<Result<Report, ReadFailure>> {
  const { bytes, contentType = null, ...facts } = page
  const tooLarge = checkSize(bytes.length, rules.bounds, page.id)
  if (tooLarge) return failed(tooLarge)
  const found = kindOfBytes(bytes)
  if (found.kind === 'other') return failed(refusal('not-a-page', page.id, found.name, 'text, HTML or PDF'))
  if (found.kind === 'pdf') return readPdf({ ...facts, bytes }, rules)
  const decoded = decodeBytes(bytes, contentType, page.id)
  if (!decoded.ok) return decoded
  const text = decoded.value
  return isHtml(text, contentType) ? readHtml({ ...facts, html: text }, rules) : readText({ ...facts, text }, rules)
}
