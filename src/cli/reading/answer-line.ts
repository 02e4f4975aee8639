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

/** Reads the page that a line holds. Never throws: a line that is no page, and a defect, are answers too. */
export function answerLine(line: Line, pipeline: Pipeline): Answer {
  const page = parseLine(line)
  if (!page.ok) return { id: page.failure.id, reading: page, withText: false }
  const withText = page.value.html !== undefined
  return { id: page.value.id, reading: readSafely(pageOf(page.value), pipeline), withText }
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

/** The last guard of a batch: a defect that one page lays bare must not end the others. */
function readSafely(page: Page, pipeline: Pipeline): Result<Reading, Refusal> {
  try {
    return pipeline.readPage(page)
  } catch (error) {
    const code: ErrorCode = 'internal'
    return failed({ code, message: `${page.id}: ${error instanceof Error ? error.message : 'unknown'}` })
  }
}
