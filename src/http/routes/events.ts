import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { readKindsSince, readLogSize } from '../../store/index.ts'
import type { Change } from '../../compose/desk/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { routeFor } from '../route.ts'

/** Proxies cut connections that are silent for a minute. */
const HEARTBEAT_MS = 25_000

/** Server-sent events: what came into the log, by kind; whoever wants more fetches it. */
export function addEvents(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const route = routeFor(parts, 'hear-events', {
    method: 'get',
    path: '/api/events',
    summary: 'Tells as it happens that something came into the log, and of what kinds',
    request: {
      headers: z.object({
        'last-event-id': z.string().max(20).optional().openapi({ description: 'The log’s size when last heard of.' }),
      }),
    },
    responses: {
      200: {
        description: 'Events `changed` with `{size, from, kinds}`; a comment every 25 s.',
        content: { 'text/event-stream': { schema: z.string() } },
      },
    },
  })
  app.openapi(route, (c) => {
    const heard = Number(c.req.header('last-event-id') ?? Number.NaN)
    return streamSSE(c, async (stream) => {
      const waiting: Change[] = []
      let wake = (): void => undefined
      const leave = desk.changes.listen((change) => {
        waiting.push(change)
        wake()
      })
      stream.onAbort(() => {
        leave()
        wake()
      })
      const { store } = desk.open
      const size = await readLogSize(store)
      if (heard < size) waiting.push({ ...(await readKindsSince(store, heard)), from: heard })
      await stream.write(`retry: 2000\n\n`)
      while (!stream.aborted) {
        const change = waiting.shift()
        if (change) {
          await stream.writeSSE({ event: 'changed', id: String(change.size), data: JSON.stringify(change) })
          continue
        }
        const timer = setTimeout(() => wake(), HEARTBEAT_MS)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        clearTimeout(timer)
        if (waiting.length === 0 && !stream.aborted) await stream.write(': still here\n\n')
      }
      leave()
    })
  })
}
