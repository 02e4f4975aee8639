import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from '../env.ts'
import { problem } from '../problem.ts'

/** How much one client may ask in a minute: a map being dragged takes some hundred tiles, nobody decides twice a second. */
export interface RateLimits {
  /** (Default: 1,200) */
  readonly reads?: number
  /** (Default: 120) */
  readonly writes?: number
}

const MINUTE_MS = 60_000
/** Clients counted at a time; beyond it the count begins anew, so that made-up addresses cannot fill the memory. */
const MAX_CLIENTS = 50_000

/** Counts the requests of each client by the minute; what a page's own server half asks is not counted. */
export function limitRate(limits: RateLimits, now: () => string): MiddlewareHandler<ApiEnv> {
  const { reads = 1_200, writes = 120 } = limits
  let minute = 0
  let counts = new Map<string, number>()
  return async (c, next) => {
    const client = c.env.client
    if (client === undefined) return next()
    const at = Date.parse(now())
    if (Math.floor(at / MINUTE_MS) !== minute || counts.size > MAX_CLIENTS) {
      minute = Math.floor(at / MINUTE_MS)
      counts = new Map()
    }
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    const key = `${isRead ? 'r' : 'w'} ${client}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count <= (isRead ? reads : writes)) return next()
    c.header('retry-after', String(Math.ceil(((minute + 1) * MINUTE_MS - at) / 1000)))
    const message = `client: found ${count} requests this minute, expected at most ${isRead ? reads : writes}`
    return problem(c, { code: 'too-many-requests', message })
  }
}
