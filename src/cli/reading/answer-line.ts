import { failed, type Result } from '../../base/result.ts'
import { pageSchema, toWire, type ErrorCode, type WirePage } from '../../contract/index.ts'
import type { Reading } from '../../model/index.ts'
import type { Page, Pipeline } from '../../pipeline.ts'
import type { Refusal } from '../terminal/index.ts'
import type { Line } from './split-lines.ts'

/** What came of one page: its reading, or why there is none; `id` is null where not even that could be read. */
export interface Answer {
  readonly id: string | null
  readonly reading: Result<Reading, Refusal>
  /** Whether the receiver must be given the text that offsets count in. */
  readonly withText: boolean
}

/**
 * Reads the pages that lines hold, together, since that is quicker than one by one; the answers stand in the order of the lines. Never
 * throws: a line that is no page, and a defect, are answers too.
 */
export function answerLines(lines: readonly Line[], pipeline: Pipeline): readonly Answer[] {
  const pages = lines.map(parseLine)
  const readings = readSafely(
    pages.flatMap((page) => (page.ok ? [pageOf(page.value)] : [])),
    pipeline,
  ).values()
  return pages.map((page) => {
    if (!page.ok) return { id: page.failure.id, reading: page, withText: false }
    const { id, html } = page.value
    return { id, reading: readings.next().value ?? missing(id), withText: html !== undefined }
  })
}

/** One line of JSON for an answer. */
export function encodeAnswer({ id, reading, withText }: Answer): string {
  if (reading.ok) return JSON.stringify(toWire(reading.value, { withText }))
  const { code, message } = reading.failure
  return JSON.stringify({ id, error: { code, message } })
}

type LineFailure = Refusal & { readonly id: string | null }

function parseLine({ number, text }: Line): Result<WirePage, LineFailure> {
  const fail = (code: ErrorCode, found: string, expected: string, id: string | null = null) =>
    failed({ id, code, message: `line ${number}: found ${found}, expected ${expected}` })
  if (text === null) return fail('too-large', 'a line over 64 MiB', 'a page of at most 10 MiB')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fail('line-malformed', JSON.stringify(text.slice(0, 40)), 'one JSON object')
  }
  const parsed = pageSchema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const fault = parsed.error.issues[0]
  const place = fault?.path.join('.') || 'the object'
  return fail('line-malformed', `at ${place}: ${fault?.message}`, '{"id", "text" or "html", …}', idOf(value))
}

function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return typeof id === 'string' ? id : null
}

function pageOf({ text, html, id, outlet, url, published, title, language }: WirePage): Page {
  const facts = {
    id,
    outlet: outlet ?? null,
    url: url ?? null,
    published: published ?? null,
    title: title ?? null,
    language: language ?? null,
  }
  return html === undefined ? { ...facts, text: text ?? '' } : { ...facts, html }
}

/** The last guard of a batch: a defect that one page lays bare must not end the others, so these are then read one by one. */
function readSafely(pages: readonly Page[], pipeline: Pipeline): readonly Result<Reading, Refusal>[] {
  try {
    return pipeline.readPages(pages)
  } catch (error) {
    const [only, ...others] = pages
    if (others.length > 0) return pages.flatMap((page) => readSafely([page], pipeline))
    return [defect(only?.id ?? '', error instanceof Error ? error.message : 'unknown')]
  }
}

function missing(id: string): Result<Reading, Refusal> {
  return defect(id, 'the page was passed over')
}

function defect(id: string, what: string): Result<Reading, Refusal> {
  const code: ErrorCode = 'internal'
  return failed({ code, message: `${id}: ${what}` })
}
