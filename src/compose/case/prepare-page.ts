import { canonicalJson, type JsonValue } from '../../base/canonical-json.ts'
import { failed, type Result } from '../../base/result.ts'
import { sha256 } from '../../base/sha256.ts'
import type { EntryBodies, Reading } from '../../model/index.ts'
import type { SourcePage } from './ingest-pages.ts'
import type { CaseTools, PageFailure } from './tools.ts'

/** A page that was read, or why not, ready to be written. */
export interface PreparedPage {
  readonly page: SourcePage
  /** The bytes as they came in, and their hash in hexadecimal. */
  readonly raw: Uint8Array
  readonly pageSha256: string
  readonly mediaType: string
  readonly read: Result<Reading, PageFailure>
}

/** Reads a page. */
export async function preparePage(page: SourcePage, tools: CaseTools): Promise<PreparedPage> {
  const raw = page.bytes ?? new TextEncoder().encode(page.html ?? page.text ?? '')
  const read = page.failure ? failed(page.failure) : await tools.readPage(page)
  return {
    page,
    raw,
    pageSha256: Buffer.from(sha256(raw)).toString('hex'),
    mediaType: page.mediaType ?? (page.html === undefined ? 'text/plain' : 'text/html'),
    read: read.ok && !isStorable(read.value) ? failed(halfCharacter(page)) : read,
  }
}

/**
 * The body of a report's entry.
 *
 * @param id the report's id in the record
 */
export function receivedBody(
  { page, pageSha256, mediaType }: PreparedPage,
  reading: Reading,
  id: string,
): EntryBodies['report-received'] {
  const report: object = { ...reading.report, id }
  const document = report as { readonly [member: string]: JsonValue }
  return { report: id, pageSha256, mediaType, from: page.from, reading: document }
}

/** Text with half a surrogate pair has no UTF-8, and so no hash that others could recompute. */
function isStorable({ report }: Reading): boolean {
  const value: object = report
  try {
    canonicalJson(value)
    return true
  } catch {
    return false
  }
}

function halfCharacter({ id }: SourcePage): PageFailure {
  return { code: 'unreadable-encoding', message: `${id}: found half a character, expected whole ones` }
}
