import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { askAt, createTileMaker, DEEPEST_ZOOM } from '../../compose/desk/index.ts'
import { countByTime } from '../../store/projections/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { filterOf, incidentQuery, knownAt } from '../incident-query.ts'
import { problem } from '../problem.ts'
import { json, routeFor } from '../route.ts'
import { recordTag, withTag } from '../tags.ts'

const number = z.coerce.number().int().nonnegative()

const timelineSchema = z
  .array(
    z.object({
      from: z.string().openapi({ description: 'First day of the step.' }),
      act: z.string(),
      incidents: z.int(),
      verified: z.int(),
    }),
  )
  .openapi('Timeline')

/** What map and chart draw, under the same filters as the list. */
export function addMaps(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const tiles = createTileMaker(desk)
  const tile = routeFor(parts, 'show-tile', {
    method: 'get',
    path: '/api/tiles/{z}/{x}/{y}',
    summary: 'A Mapbox vector tile of incidents, clustered below zoom 11: layer `incidents`',
    request: {
      params: z.object({
        z: number.max(DEEPEST_ZOOM),
        x: number.max(2 ** DEEPEST_ZOOM),
        y: number.max(2 ** DEEPEST_ZOOM),
      }),
      query: incidentQuery,
    },
    responses: {
      200: {
        description:
          'The tile. Incidents have id, act, validity, day, origins, radiusMetres; clusters point_count and verified.',
        content: { 'application/vnd.mapbox-vector-tile': { schema: z.string().openapi({ format: 'binary' }) } },
      },
      204: { description: 'Nothing is there.' },
    },
  })
  app.openapi(tile, async (c) => {
    const { z: zoom, x, y } = c.req.valid('param')
    const query = c.req.valid('query')
    const filter = filterOf(query, desk.tools)
    if (!filter.ok) return problem(c, filter.failure)
    return withTag(c, await recordTag(desk), async () => {
      const bytes = await tiles.tile(filter.value, zoom, x, y, knownAt(query))
      if (!bytes) return c.body(null, 204)
      return c.body(new Uint8Array(bytes), 200, { 'content-type': 'application/vnd.mapbox-vector-tile' })
    })
  })

  const timeline = routeFor(parts, 'show-timeline', {
    method: 'get',
    path: '/api/timeline',
    summary: 'How many incidents of each act by day, week or month; no bar is not no incident',
    request: { query: incidentQuery.extend({ step: z.enum(['day', 'week', 'month']).default('day') }) },
    responses: { 200: json(timelineSchema, 'The bars that are not empty.') },
  })
  app.openapi(timeline, async (c) => {
    const { step, ...query } = c.req.valid('query')
    const filter = filterOf(query, desk.tools)
    if (!filter.ok) return problem(c, filter.failure)
    return withTag(c, await recordTag(desk), async () =>
      c.json(await askAt(desk, knownAt(query), (sql) => countByTime(sql, filter.value, step))),
    )
  })
}
