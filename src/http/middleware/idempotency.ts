import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { bufferToFormData } from 'hono/utils/buffer'
import { beginWrite, dropWrite, endWrite, type WriteKey } from '../../store/accounts/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { problem } from '../problem.ts'

const HOUR_MS = 3_600_000
/** How long an answer is kept: a client that was cut off tries again within minutes, a queue within the day. */
const KEPT_MS = 24 * HOUR_MS
/** A write that takes longer died with its process. */
const ABANDONED_MS = HOUR_MS / 6
const LONGEST_KEY = 200

/**
 * Does a write with an `Idempotency-Key` once: sent again with the same key, it gets the first answer. Place it behind `allow`, since a key
 * is its caller's own.
 */
export function doOnce({ desk, now }: ApiParts): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const key = c.req.header('idempotency-key')
    const caller = c.get('caller')
    if (key === undefined || caller === null) return next()
    if (key === '' || key.length > LONGEST_KEY) {
      const message = `Idempotency-Key: found ${key.length} characters, expected 1 to ${LONGEST_KEY}`
      return problem(c, { code: 'request-malformed', message })
    }
    const { store } = desk.open
    const write: WriteKey = { caller: caller.person.id, key }
    const request = await digestOf(c)
    const known = await beginWrite(store, write, request, timesAt(now()))
    if (known && known.request !== request) {
      return problem(c, {
        code: 'key-reused',
        message: `Idempotency-Key: found another request, expected ${key} only once`,
      })
    }
    if (known?.status === null) {
      return problem(c, {
        code: 'key-at-work',
        message: `Idempotency-Key: found ${key} at work, expected its answer first`,
      })
    }
    if (known) {
      const type = known.mediaType ?? 'application/json'
      return new Response(known.body, {
        status: known.status,
        headers: { 'content-type': type, 'idempotent-replay': 'true' },
      })
    }
    await next().catch(async (cause: unknown) => {
      await dropWrite(store, write)
      throw cause
    })
    if (c.error || c.res.status >= 500) return dropWrite(store, write)
    const answer = c.res.clone()
    const mediaType = answer.headers.get('content-type')
    return endWrite(store, write, { status: answer.status, mediaType, body: await answer.text() })
  }
}

/** What a request asks for. A form is told by its fields: whoever sends it again draws another border between them. */
async function digestOf(c: Context): Promise<string> {
  const body = await c.req.arrayBuffer()
  const type = c.req.header('content-type') ?? ''
  const form = /^multipart\/form-data/i.test(type) ? await bufferToFormData(body, type).catch(() => null) : null
  const hash = createHash('sha256').update(`${c.req.method} ${c.req.path}\n`)
  if (!form) return hash.update(Buffer.from(body)).digest('hex')
  for (const [name, value] of form) {
    const isFile = typeof value !== 'string'
    const content = isFile ? Buffer.from(await value.arrayBuffer()) : Buffer.from(value)
    hash.update(`${JSON.stringify([name, isFile ? value.name : null, content.length])}\n`).update(content)
  }
  return hash.digest('hex')
}

function timesAt(now: string) {
  const before = (ms: number): string => new Date(Date.parse(now) - ms).toISOString()
  return { now, forget: before(KEPT_MS), abandoned: before(ABANDONED_MS) }
}
