import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Desk } from '../compose/desk/index.ts'
import type { EntryIndex } from '../model/index.ts'
import { readLogSize } from '../store/index.ts'
import { readProjectionState } from '../store/projections/index.ts'

/** Other code may tell the same record otherwise. */
const STARTED = Date.now().toString(36)

/**
 * Answers JSON with a strong ETag over it; 304 without a body where the client has it already.
 *
 * @param basis the last entry about the thing, for `If-Match` of a write (Default: it cannot be written to)
 */
export function tagged(c: Context, value: unknown, basis: EntryIndex = 0): Response {
  const body = JSON.stringify(value)
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return withTag(c, `"${basis}.${digest}"`, () => c.body(body, 200, { 'content-type': 'application/json' }))
}

/** Answers with a tag that stands for what the answer would be, made only if the client lacks it. */
export function withTag<R extends Response | Promise<Response>>(
  c: Context,
  tag: string,
  answer: () => R,
): R | Response {
  c.header('etag', tag)
  // private: what one person may see is no answer to another one; no-cache: ask each time whether it still holds
  c.header('cache-control', 'private, no-cache')
  c.header('vary', 'cookie, authorization')
  return hasTag(c.req.header('if-none-match'), tag) ? c.body(null, 304) : answer()
}

/** The tag of whatever is computed from the whole record as it stands. */
export async function recordTag({ open }: Desk): Promise<string> {
  const { readingsSize, incidentsSize } = await readProjectionState(open.store)
  return `"${await readLogSize(open.store)}.${readingsSize}.${incidentsSize}.${STARTED}"`
}

/** The last entry that the sender of a write had seen, by its `If-Match`; null where there is none, or it is none of ours. */
export function basisOf(ifMatch: string | undefined): EntryIndex | null {
  const found = /^"(\d{1,15})\./.exec(ifMatch?.trim() ?? '')
  return found ? Number(found[1]) : null
}

/** Whether a header of tags, `"a", W/"b"` or `*`, names the tag, by weak comparison. */
function hasTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  const bare = (text: string): string => text.trim().replace(/^W\//, '')
  return header.trim() === '*' || header.split(',').some((one) => bare(one) === bare(tag))
}
