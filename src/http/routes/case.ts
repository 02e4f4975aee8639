import { basename } from 'node:path'
import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { loadActors, loadCaseFile, loadRoads } from '../../compose/index.ts'
import { readCaseStatus } from '../../compose/case/index.ts'
import { caseMap } from '../../compose/desk/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { json, routeFor } from '../route.ts'
import { tagged } from '../tags.ts'

const pointSchema = z.object({ lat: z.number(), lon: z.number(), km: z.number() })

const caseSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    timeZone: z
      .string()
      .nullable()
      .openapi({ description: 'IANA name of the zone in which its people live and its times are told.' }),
    log: z.string().openapi({ description: 'The log’s name in its checkpoints.' }),
    roads: z.array(z.object({ id: z.string(), name: z.string(), points: z.array(pointSchema) })),
  })
  .openapi('Case')

const statusSchema = z
  .object({
    engine: z.enum(['embedded', 'postgres']),
    origin: z.string().openapi({ description: 'The log’s name.' }),
    entries: z.int(),
    behind: z.int().openapi({ description: 'Entries that reports and incidents do not hold yet.' }),
    reports: z.int(),
    sightings: z.int(),
    claims: z.int(),
    incidents: z.int(),
    contradicted: z.int(),
    validities: z.record(z.string(), z.int()),
    proposed: z.int().openapi({ description: 'Incidents that wait for a second person.' }),
    failedPages: z.int(),
    witnesses: z.array(z.object({ side: z.string(), witness: z.string(), size: z.int(), current: z.boolean() })),
  })
  .openapi('CaseStatus')

const featuresSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.looseObject({})) })
const mapSchema = z.object({ places: featuresSchema, roads: featuresSchema, zones: featuresSchema }).openapi('CaseMap')
const actorSchema = z
  .object({ id: z.string(), name: z.string(), kind: z.string(), side: z.string().nullable() })
  .openapi('Actor')

/** What the case is: its name and its roads, by km. */
export function addCase(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { caseFolder, open } = parts.desk
  const roads = loadRoads(caseFolder).map(({ id, name, points }) => ({ id, name, points: [...points] }))
  const { name, timeZone } = loadCaseFile(caseFolder)
  const value = { id: basename(caseFolder), name, timeZone, log: open.key.name, roads } satisfies z.infer<
    typeof caseSchema
  >
  const show = routeFor(parts, 'show-case', {
    method: 'get',
    path: '/api/case',
    summary: 'The case: its name, its log’s name, its roads by km',
    responses: { 200: json(caseSchema, 'The case.') },
  })
  app.openapi(show, (c) => tagged(c, value))

  const status = routeFor(parts, 'show-case-status', {
    method: 'get',
    path: '/api/case/status',
    summary: 'What there is of each kind, what waits for people, how far witnesses have signed',
    responses: { 200: json(statusSchema, 'How the case stands.') },
  })
  app.openapi(status, async (c) => {
    const { checkpoint: _, witnesses, ...counts } = await readCaseStatus(open)
    const named = witnesses.map(({ side, key, size, current }) => ({ side, witness: key.name, size, current }))
    return tagged(c, { ...counts, witnesses: named })
  })

  const map = routeFor(parts, 'show-map', {
    method: 'get',
    path: '/api/case/map',
    summary: 'Places, roads and zones of the case as GeoJSON, for the map beneath the incidents',
    responses: { 200: json(mapSchema, 'The map.') },
  })
  app.openapi(map, async (c) => tagged(c, await caseMap(parts.desk)))

  const actors = loadActors(caseFolder)
  const list = routeFor(parts, 'list-actors', {
    method: 'get',
    path: '/api/actors',
    summary: 'Who is who in the case: neutral ids and names',
    responses: { 200: json(z.object({ items: z.array(actorSchema) }), 'The actors.') },
  })
  app.openapi(list, (c) => tagged(c, { items: actors }))
}
