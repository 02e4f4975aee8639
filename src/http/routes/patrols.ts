import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { incidentLineSchema } from '../../contract/index.ts'
import { giveConsent, logPatrol, proposeDecision } from '../../compose/patrols/index.ts'
import { lastEntryAbout, patrolFile, patrolsOf, planOn, sidesAsked } from '../../compose/desk/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { knownAt, knownQuery } from '../incident-query.ts'
import { problem } from '../problem.ts'
import { json, personOf, routeFor, jsonBody } from '../route.ts'
import { tagged } from '../tags.ts'
import { toIncidentLine } from '../wire.ts'
import { decisionLineSchema, patrolSchema, patrolsSchema, planSchema, roadLineSchema } from './patrol-schemas.ts'

/** A patrol by its day and road. */
export const patrolId = z.object({ id: z.string().regex(/^\d{4}-\d\d-\d\d-[a-z0-9]+(?:-\d+)?$/) })
const minute = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)

const fileSchema = z
  .object({
    road: roadLineSchema,
    sides: z.array(z.string()),
    patrol: patrolSchema,
    differences: z.array(z.looseObject({ field: z.string() })),
    decisions: z.array(decisionLineSchema),
    incidents: z.array(incidentLineSchema),
  })
  .openapi('PatrolFile')

/** Patrols: all of a road with their figures, one with every account, and proposals for the next. */
export function addPatrols(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const list = routeFor(parts, 'list-patrols', {
    method: 'get',
    path: '/api/patrols',
    summary: 'The patrols of a road, what was decided, what was driven',
    request: { query: z.object({ road: z.string().optional(), ...knownQuery }) },
    responses: { 200: json(patrolsSchema, 'The patrols.') },
  })
  app.openapi(list, async (c) => {
    const { road, ...known } = c.req.valid('query')
    const view = await patrolsOf(desk, road, knownAt(known))
    return view.ok ? tagged(c, view.value) : problem(c, view.failure)
  })

  const plan = routeFor(parts, 'plan-patrol', {
    method: 'get',
    path: '/api/patrols/plan',
    summary: 'Proposes how to drive a road: whole, shortened, round, at another hour, another day',
    request: {
      query: z.object({
        road: z.string(),
        from: z.coerce.number().openapi({ description: 'Kilometre.' }),
        to: z.coerce.number(),
        at: minute.openapi({ description: 'Departure, local time.' }),
        asOf: day.optional().openapi({ description: 'As was published by the end of that day.' }),
      }),
    },
    responses: { 200: json(planSchema, 'The proposals.') },
  })
  app.openapi(plan, async (c) => {
    const { road, from, to, at, asOf } = c.req.valid('query')
    const question = { road, fromKm: from, toKm: to, departs: at, ...(asOf !== undefined && { asOf }) }
    const proposals = await planOn(desk, question)
    return proposals.ok ? tagged(c, proposals.value) : problem(c, proposals.failure)
  })

  const show = routeFor(parts, 'show-patrol', {
    method: 'get',
    path: '/api/patrols/{id}',
    summary: 'A patrol: what was decided, each side’s account, what they differ in',
    request: { params: patrolId },
    responses: { 200: json(fileSchema, 'The patrol.') },
  })
  app.openapi(show, async (c) => {
    const { id } = c.req.valid('param')
    const file = await patrolFile(desk, id)
    if (file) {
      const subject = { patrols: [id], decisions: file.decisions.map((decision) => decision.id) }
      const basis = await lastEntryAbout(desk.open.store, subject)
      return tagged(c, { ...file, incidents: file.incidents.map(toIncidentLine) }, basis)
    }
    return problem(c, { code: 'not-found', message: `patrol: found none with id ${id}, expected one of the record` })
  })
}

/** Where it stands in the log. */
export const recorded = z.object({ entry: z.int() }).openapi('RecordedEntry')

/** Decisions on patrols, the sides' consent to them, and their own accounts. */
export function addPatrolDecisions(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const { open, tools } = desk
  const propose = routeFor(parts, 'propose-decision', {
    method: 'post',
    path: '/api/decisions',
    summary: 'Puts a patrol’s plan to both sides; signed by nobody yet',
    request: {
      body: jsonBody(
        z.object({
          kind: z.literal('patrol-plan'),
          road: z.string().max(100),
          fromKm: z.number(),
          toKm: z.number(),
          departs: minute,
          text: z.string().min(1).max(10_000),
          note: z.string().max(10_000).nullable().default(null),
        }),
      ),
    },
    responses: {
      200: json(z.object({ entry: z.int(), decision: z.string(), patrol: z.string() }), 'It is in the log.'),
    },
  })
  app.openapi(propose, async (c) => {
    const { kind, road, fromKm, toKm, departs, text, note } = c.req.valid('json')
    const patrol = `${departs.slice(0, 10)}-${road}`
    const resolution = { kind, patrol, road, fromKm, toKm, departs: departs.slice(11), note }
    const outcome = await proposeDecision(open, tools, personOf(c).id, { text, resolution })
    await desk.changes.look()
    if (!outcome.ok) return problem(c, outcome.failure)
    return c.json({ entry: outcome.value.entry, decision: outcome.value.decision, patrol })
  })

  const consent = routeFor(parts, 'give-consent', {
    method: 'post',
    path: '/api/decisions/{decision}/consents',
    summary: 'A side signs a decision, or declines it, by its liaison',
    request: {
      params: z.object({ decision: z.string().max(200) }),
      body: jsonBody(z.object({ verdict: z.enum(['signed', 'declined']), reason: z.string().max(10_000) })),
    },
    responses: { 200: json(recorded, 'It is in the log.') },
  })
  app.openapi(consent, async (c) => {
    const { decision } = c.req.valid('param')
    const person = personOf(c)
    const word = { decision, side: person.side ?? '', ...c.req.valid('json') }
    const outcome = await giveConsent(open, tools, person.id, word, await sidesAsked(desk))
    await desk.changes.look()
    return outcome.ok ? c.json({ entry: outcome.value.entry }) : problem(c, outcome.failure)
  })

  const log = routeFor(parts, 'log-patrol', {
    method: 'post',
    path: '/api/patrols/{id}/accounts',
    summary: 'A side’s own account of a patrol, by its liaison',
    request: { params: patrolId, body: jsonBody(z.looseObject({ outcome: z.string(), says: z.string().min(1) })) },
    responses: { 200: json(recorded, 'It is in the log.') },
  })
  app.openapi(log, async (c) => {
    const person = personOf(c)
    const { id: patrol } = c.req.valid('param')
    const account = { patrol, side: person.side ?? '', account: c.req.valid('json') }
    const outcome = await logPatrol(open, tools, person.id, account)
    await desk.changes.look()
    return outcome.ok ? c.json({ entry: outcome.value.entry }) : problem(c, outcome.failure)
  })
}
