import { z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { entrySchema, incidentLineSchema, incidentSchema } from '../../contract/index.ts'
import { incidentFile, incidentsOf, lastEntryAbout } from '../../compose/desk/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { filterOf, incidentQuery, knownAt, knownQuery } from '../incident-query.ts'
import { pageQuery, pageSchema, refuseCursor } from '../paging.ts'
import { problem } from '../problem.ts'
import { json, named, routeFor } from '../route.ts'
import { standing } from './decision-schemas.ts'
import { recordTag, tagged, withTag } from '../tags.ts'
import { toEntry, toIncident, toIncidentLine } from '../wire.ts'

const id = z.object({
  id: z
    .string()
    .max(64)
    .openapi({ param: { name: 'id', in: 'path' }, example: '3f5a0c21b7d9e864' }),
})

const listSchema = pageSchema(incidentLineSchema)
  .extend({
    count: z
      .object({ total: z.int(), withoutPlace: z.int() })
      .openapi({ description: 'Of all that the filter lets through.' }),
  })
  .openapi('IncidentPage')

const historySchema = z
  .object({ standing: z.object({ validity: standing, responsibility: standing }), entries: z.array(entrySchema) })
  .openapi('IncidentHistory')

const EARLIER =
  'An incident is named after the claim published first, so that its id changes as reports come in and people join and part. An earlier id leads to it too; `Content-Location` and `id` tell the present one.'

/** Incidents: the list, one with its claims. */
export function addIncidents(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const list = routeFor(parts, 'list-incidents', {
    method: 'get',
    path: '/api/incidents',
    summary: 'Incidents, the latest day first',
    request: { query: incidentQuery.extend(pageQuery) },
    responses: { 200: json(listSchema, 'A page of incidents.') },
  })
  app.openapi(list, async (c) => {
    const { limit, cursor = null, ...query } = c.req.valid('query')
    const filter = filterOf(query, desk.tools)
    if (!filter.ok) return problem(c, filter.failure)
    return withTag(c, await recordTag(desk), async () => {
      const page = await incidentsOf(desk, filter.value, limit, cursor, knownAt(query))
      if (!page) return refuseCursor(c)
      return c.json({ items: page.items.map(toIncidentLine), next: page.next, count: page.count })
    })
  })

  const show = routeFor(parts, 'show-incident', {
    method: 'get',
    path: '/api/incidents/{id}',
    summary: 'An incident: each origin’s version, contradictions, every claim in its report',
    description: EARLIER,
    request: { params: id, query: z.object(knownQuery) },
    responses: { 200: json(named('Incident', incidentSchema), 'The incident.') },
  })
  app.openapi(show, async (c) => {
    const at = knownAt(c.req.valid('query'))
    const file = await incidentFile(desk, c.req.valid('param').id, at)
    if (!file) return unknownIncident(c)
    c.header('content-location', `/api/incidents/${file.incident.id}`)
    // who looks at what was known decides nothing on it
    if (at) return tagged(c, toIncident(file))
    const reports = file.claims.map(({ report }) => report)
    return tagged(
      c,
      toIncident(file),
      await lastEntryAbout(desk.open.store, { incidents: [file.incident.id], reports }),
    )
  })

  const history = routeFor(parts, 'show-incident-history', {
    method: 'get',
    path: '/api/incidents/{id}/history',
    summary: 'What people did with an incident, entry by entry, and where it stands on both axes',
    description: EARLIER,
    request: { params: id, query: z.object(knownQuery) },
    responses: { 200: json(historySchema, 'The history.') },
  })
  app.openapi(history, async (c) => {
    const file = await incidentFile(desk, c.req.valid('param').id, knownAt(c.req.valid('query')))
    if (!file) return unknownIncident(c)
    c.header('content-location', `/api/incidents/${file.incident.id}/history`)
    return tagged(c, { standing: file.standing, entries: file.history.map(toEntry) })
  })
}

function unknownIncident(c: Context): Response {
  return problem(c, { code: 'not-found', message: `${c.req.path}: found no such incident, expected one of the record` })
}
