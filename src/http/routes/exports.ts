import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import type { WireIncidentLine } from '../../contract/index.ts'
import type { Desk } from '../../compose/desk/index.ts'
import { listIncidents, type Cursor, type IncidentFilter } from '../../store/projections/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { EXPORT_FORMATS, MEDIA_TYPES, writeExport } from '../export-rows.ts'
import { filterOf, incidentQuery } from '../incident-query.ts'
import { problem } from '../problem.ts'
import { routeFor } from '../route.ts'
import { toIncidentLine } from '../wire.ts'

const ROWS_A_FETCH = 1000
const text = z.string()

/** Export under the filters of the list: what is exported is what is seen. */
export function addExports(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const route = routeFor(parts, 'export-incidents', {
    method: 'get',
    path: '/api/export/incidents/{format}',
    summary: 'All incidents that a filter lets through, as a file',
    request: { params: z.object({ format: z.enum(EXPORT_FORMATS) }), query: incidentQuery },
    responses: {
      200: {
        description: 'The file, written as it is read.',
        content: {
          'text/csv': { schema: text },
          'application/geo+json': { schema: text },
          'application/x-ndjson': { schema: text },
        },
      },
    },
  })
  app.openapi(route, (c) => {
    const { format } = c.req.valid('param')
    const filter = filterOf(c.req.valid('query'), desk.tools)
    if (!filter.ok) return problem(c, filter.failure)
    c.header('content-type', MEDIA_TYPES[format])
    c.header('content-disposition', `attachment; filename="incidents.${format}"`)
    c.header('cache-control', 'private, no-store')
    return stream(c, async (out) => {
      for await (const piece of writeExport(format, linesOf(desk, filter.value))) {
        if (out.aborted) return
        await out.write(piece)
      }
    })
  })
}

async function* linesOf({ open }: Desk, filter: IncidentFilter): AsyncGenerator<WireIncidentLine> {
  for (let cursor: Cursor | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const page: Awaited<ReturnType<typeof listIncidents>> = await listIncidents(
      open.store,
      filter,
      ROWS_A_FETCH,
      cursor,
    )
    yield* (page?.items ?? []).map(toIncidentLine)
    cursor = page?.next ?? null
  }
}
