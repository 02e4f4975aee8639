import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import type { WireIncidentLine } from '../../contract/index.ts'
import { askAt, endOf, recordAt, type Desk, type KnownAt } from '../../compose/desk/index.ts'
import { loadExchangeRules, readExchangedIncidents, readSourceRows, writeExport } from '../../compose/exchange/index.ts'
import type { ExchangedIncident } from '../../exchange/index.ts'
import { listIncidents, type Cursor, type IncidentFilter } from '../../store/projections/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { filterOf, incidentQuery, knownAt } from '../incident-query.ts'
import { problem } from '../problem.ts'
import { routeFor } from '../route.ts'
import { toIncidentLine } from '../wire.ts'

const ROWS_A_FETCH = 1000

/** The forms that incidents are exported in: the file's ending, and what it is called on the wire. */
const FORMATS = {
  ndjson: { ending: 'ndjson', mediaType: 'application/x-ndjson' },
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8' },
  geojson: { ending: 'geojson', mediaType: 'application/geo+json' },
  kml: { ending: 'kml', mediaType: 'application/vnd.google-earth.kml+xml' },
  geopackage: { ending: 'gpkg', mediaType: 'application/geopackage+sqlite3' },
  acled: { ending: 'acled.csv', mediaType: 'text/csv; charset=utf-8' },
  'ucdp-ged': { ending: 'ged.csv', mediaType: 'text/csv; charset=utf-8' },
  plover: { ending: 'plover.ndjson', mediaType: 'application/x-ndjson' },
} as const

const NAMES = Object.keys(FORMATS) as (keyof typeof FORMATS)[]

const exportQuery = incidentQuery.extend({
  columns: z.enum(['all', 'theirs']).default('all').openapi({
    description: 'For acled and ucdp-ged: with our own columns beside theirs, or theirs alone.',
  }),
})

/** Export under the filters of the list: what is exported is what is seen. */
export function addExports(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const route = routeFor(parts, 'export-incidents', {
    method: 'get',
    path: '/api/export/incidents/{format}',
    summary: 'All incidents that a filter lets through, as a file; docs/formats.md tells what each form loses',
    request: { params: z.object({ format: z.enum(NAMES) }), query: exportQuery },
    responses: {
      200: {
        description: 'The file. `ndjson` has the lines of the list and is written as it is read.',
        content: Object.fromEntries(
          NAMES.map((name) => [FORMATS[name].mediaType.split(';')[0] ?? '', { schema: z.string() }]),
        ),
      },
    },
  })
  app.openapi(route, async (c) => {
    const { format } = c.req.valid('param')
    const { columns, ...query } = c.req.valid('query')
    const [filter, at] = [filterOf(query, desk.tools), knownAt(query)]
    if (!filter.ok) return problem(c, filter.failure)
    c.header('content-type', FORMATS[format].mediaType)
    c.header(
      'content-disposition',
      `attachment; filename="incidents${at ? `-as-of-${at.asOf}` : ''}.${FORMATS[format].ending}"`,
    )
    c.header('cache-control', 'private, no-store')
    if (format !== 'ndjson') {
      const readings = at ? (await recordAt(desk, at)).record.readings : undefined
      const incidents = await askAt(desk, at, (sql) => readExchangedIncidents(sql, filter.value, readings))
      const { bytes } = await writeExport(format, incidents, loadExchangeRules(desk.caseFolder), {
        sourceRows: await sourceRowsOf(desk, format, incidents, { isWhole: isEmpty(filter.value), at }),
        ownColumns: columns === 'all',
      })
      return c.body(typeof bytes === 'string' ? bytes : new Uint8Array(bytes))
    }
    return stream(c, async (out) => {
      for await (const line of linesOf(desk, filter.value, at)) {
        if (out.aborted) return
        await out.write(`${JSON.stringify(line)}\n`)
      }
    })
  })
}

/** Tables of these formats give the rows that they were imported from again, cell by cell. */
async function sourceRowsOf(
  { open }: Desk,
  format: keyof typeof FORMATS,
  incidents: readonly ExchangedIncident[],
  { isWhole, at }: { readonly isWhole: boolean; readonly at: KnownAt | null },
) {
  if (format !== 'acled' && format !== 'ucdp-ged') return []
  const before = at?.basis === 'recorded' ? endOf(at) : undefined
  return readSourceRows(open.store, format, incidents, isWhole && !at, before)
}

function isEmpty(filter: IncidentFilter): boolean {
  return Object.keys(filter).length === 0
}

async function* linesOf(desk: Desk, filter: IncidentFilter, at: KnownAt | null): AsyncGenerator<WireIncidentLine> {
  for (let cursor: Cursor | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const from: Cursor | null = cursor
    const page: Awaited<ReturnType<typeof listIncidents>> = await askAt(desk, at, (sql) =>
      listIncidents(sql, filter, ROWS_A_FETCH, from),
    )
    yield* (page?.items ?? []).map(toIncidentLine)
    cursor = page?.next ?? null
  }
}
