import { failed, type Result } from '../../base/result.ts'
import type { ErrorCode } from '../../contract/index.ts'
import type { Reading } from '../../model/index.ts'
import type { Pipeline } from '../../pipeline.ts'
import type { ReadOptions } from '../read.ts'
import type { Refusal } from '../terminal/index.ts'
import type { Answer } from './answer-line.ts'
import { readPageBytes, withReadable, type Input } from './input.ts'

const PDF_HEADER_WITHIN_BYTES = 1_024

/** Reads one page from a file or standard input. */
export async function readPage(input: Input, options: ReadOptions, pipeline: Pipeline): Promise<Answer> {
  const bytes = await withReadable(input, () => readPageBytes(input))
  if (!bytes.ok) return { id: input.name, reading: bytes, withText: false }
  const reading = await readBytes(input.name, bytes.value, options, pipeline)
  return { id: input.name, reading, withText: reading.ok && !isTextOf(reading.value, bytes.value) }
}

function readBytes(
  id: string,
  bytes: Uint8Array,
  options: ReadOptions,
  pipeline: Pipeline,
): Result<Reading, Refusal> | Promise<Result<Reading, Refusal>> {
  const { outlet = null, url = null, published = null, title = null, from } = options
  const facts = { id, outlet, url, published, title }
  if (from === 'pdf' && !hasPdfHeader(bytes)) return notPdf(id)
  const text = from === 'text' ? utf8Of(bytes) : null
  if (text !== null) return pipeline.readPage({ ...facts, text })
  return pipeline.readFile({ ...facts, bytes, contentType: from === 'html' ? 'text/html' : null })
}

function notPdf(id: string): Result<never, Refusal> {
  const code: ErrorCode = 'not-a-page'
  return failed({ code, message: `${id}: found something else, expected PDF` })
}

function hasPdfHeader(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, PDF_HEADER_WITHIN_BYTES)).includes('%PDF-')
}

/** Null where the bytes are no UTF-8: then the encoding is to be found out. */
function utf8Of(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Whether the sender, who holds these bytes, holds the text that the reading's offsets count in. */
function isTextOf({ report }: Reading, bytes: Uint8Array): boolean {
  return Buffer.from(report.text).equals(bytes)
}
