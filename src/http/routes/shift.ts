import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { entrySchema, incidentLineSchema, reportLineSchema } from '../../contract/index.ts'
import { shiftOf } from '../../compose/desk/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { json, routeFor } from '../route.ts'
import { tagged } from '../tags.ts'
import { toEntry, toIncidentLine } from '../wire.ts'
import { decisionLineSchema } from './patrol-schemas.ts'

const shiftSchema = z
  .object({
    arrived: z.array(reportLineSchema),
    failed: z.array(z.object({ entry: z.int(), source: z.string(), code: z.string(), message: z.string() })),
    changed: z.array(entrySchema),
    awaiting: z.object({
      incidents: z.array(z.object({ ...incidentLineSchema.unwrap().shape, proposed: z.string(), by: z.string() })),
      decisions: z.array(decisionLineSchema),
    }),
    due: z.array(
      z.object({
        obligation: z.string(),
        clause: z.string(),
        title: z.string(),
        state: z.string(),
        due: z.string().nullable(),
      }),
    ),
    sides: z.array(z.string()),
  })
  .openapi('Desk')

/** What a shift needs to know when it begins. */
export function addShift(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const show = routeFor(parts, 'show-desk', {
    method: 'get',
    path: '/api/desk',
    summary: 'What came in, what changed and why, what awaits a second person or a side',
    responses: { 200: json(shiftSchema, 'The desk.') },
  })
  app.openapi(show, async (c) => {
    const { awaiting, changed, ...rest } = await shiftOf(desk)
    return tagged(c, {
      ...rest,
      changed: changed.map(toEntry),
      awaiting: {
        decisions: awaiting.decisions,
        incidents: awaiting.incidents.map((found) => {
          return { ...toIncidentLine(found), proposed: found.proposed, by: found.by }
        }),
      },
    })
  })
}
