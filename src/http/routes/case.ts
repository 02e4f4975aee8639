import { basename } from 'node:path'
import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { loadRoads } from '../../compose/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { json, routeFor } from '../route.ts'
import { tagged } from '../tags.ts'

const pointSchema = z.object({ lat: z.number(), lon: z.number(), km: z.number() })

const caseSchema = z
  .object({
    id: z.string(),
    log: z.string().openapi({ description: 'The log’s name in its checkpoints.' }),
    roads: z.array(z.object({ id: z.string(), name: z.string(), points: z.array(pointSchema) })),
  })
  .openapi('Case')

/** What the case is: its name and its roads, by km. */
export function addCase(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { caseFolder, open } = parts.desk
  const roads = loadRoads(caseFolder).map(({ id, name, points }) => ({ id, name, points: [...points] }))
  const value = { id: basename(caseFolder), log: open.key.name, roads } satisfies z.infer<typeof caseSchema>
  const show = routeFor(parts, 'show-case', {
    method: 'get',
    path: '/api/case',
    summary: 'The case: its name, its log’s name, its roads by km',
    responses: { 200: json(caseSchema, 'The case.') },
  })
  app.openapi(show, (c) => tagged(c, value))
}
