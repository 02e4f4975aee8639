import { z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { failed, type Result } from '../../base/result.ts'
import {
  decideLink,
  mergeIncidents,
  reviewClaim,
  splitIncident,
  takeVerificationStep,
  withdrawDecision,
} from '../../compose/case/index.ts'
import { decideOn, openPart } from '../../compose/desk/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import {
  amendmentSchema,
  claimReference,
  definedAmendment,
  entryOnly,
  ifMatch,
  reason,
  seen,
  stepTaken,
} from './decision-schemas.ts'
import { problem, type Refusal } from '../problem.ts'
import { json, personOf, routeFor, jsonBody } from '../route.ts'
import { basisOf } from '../tags.ts'

const recorded = { 200: json(entryOnly, 'It is in the log.') }

/** What people decide about claims: reviews and links. Every write says what it is based on. */
export function addClaimDecisions(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const { tools } = desk
  const review = routeFor(parts, 'review-claim', {
    method: 'post',
    path: '/api/reports/{report}/claims/{claim}/reviews',
    summary: 'Confirms, amends or rejects a claim',
    request: {
      params: z.object({ report: z.string().max(200), claim: z.coerce.number().int().nonnegative() }),
      headers: ifMatch,
      body: jsonBody(
        z.discriminatedUnion('verdict', [
          z.object({ verdict: z.enum(['confirmed', 'rejected']), reason, seen }),
          z.object({ verdict: z.literal('amended'), amendment: amendmentSchema, reason, seen }),
        ]),
      ),
    },
    responses: recorded,
  })
  app.openapi(review, async (c) => {
    const { seen: told, ...input } = c.req.valid('json')
    const reference = c.req.valid('param')
    const words = input.verdict === 'amended' ? { ...input, amendment: definedAmendment(input.amendment) } : input
    return answer(c, told, (basis) =>
      decideOn(desk, { seen: basis, reports: [reference.report] }, (open) =>
        reviewClaim(open, tools, personOf(c).id, { ...words, ...reference }),
      ),
    )
  })

  const link = routeFor(parts, 'decide-link', {
    method: 'post',
    path: '/api/links',
    summary: 'Says whether claims tell of one incident; outranks the machine',
    request: {
      headers: ifMatch,
      body: jsonBody(
        z.object({
          decision: z.enum(['same', 'different', 'unsure']),
          claims: z.array(claimReference).min(2).max(500),
          reason,
          seen,
        }),
      ),
    },
    responses: recorded,
  })
  app.openapi(link, async (c) => {
    const { seen: told, ...input } = c.req.valid('json')
    const reports = input.claims.map(({ report }) => report)
    return answer(c, told, (basis) =>
      decideOn(desk, { seen: basis, reports }, (open) => decideLink(open, tools, personOf(c).id, input)),
    )
  })

  const withdraw = routeFor(parts, 'withdraw-decision', {
    method: 'post',
    path: '/api/entries/{index}/withdrawal',
    summary:
      'Takes back a review or a decision on a link, a split as a whole; it stays in the log and counts for nothing',
    request: {
      params: z.object({ index: z.coerce.number().int().nonnegative() }),
      body: jsonBody(z.object({ reason })),
    },
    responses: recorded,
  })
  app.openapi(withdraw, async (c) => {
    const { index } = c.req.valid('param')
    const { reason: why } = c.req.valid('json')
    const outcome = await withdrawDecision(desk.open, tools, personOf(c).id, { entry: index, reason: why })
    await desk.changes.look()
    return told(c, outcome)
  })
}

/** What people decide about incidents: joining, parting, steps of verification. */
export function addIncidentDecisions(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const { tools } = desk
  const merge = routeFor(parts, 'merge-incidents', {
    method: 'post',
    path: '/api/merges',
    summary: 'Joins incidents: all their claims tell of one',
    request: {
      headers: ifMatch,
      body: jsonBody(z.object({ incidents: z.array(z.string().max(64)).min(2).max(20), reason, seen })),
    },
    responses: recorded,
  })
  app.openapi(merge, async (c) => {
    const { seen: told, incidents, reason: why } = c.req.valid('json')
    return answer(c, told, (basis) =>
      decideOn(desk, { seen: basis, incidents }, (open) =>
        mergeIncidents(open, tools, personOf(c).id, { incidents, reason: why }),
      ),
    )
  })

  const params = z.object({ id: z.string().max(64) })
  const split = routeFor(parts, 'split-incident', {
    method: 'post',
    path: '/api/incidents/{id}/splits',
    summary: 'Parts an incident: the claims given tell of another one than the rest',
    request: {
      params,
      headers: ifMatch,
      body: jsonBody(z.object({ claims: z.array(claimReference).min(1).max(500), reason, seen })),
    },
    responses: recorded,
  })
  app.openapi(split, async (c) => {
    const { id: incident } = c.req.valid('param')
    const { seen: told, claims, reason: why } = c.req.valid('json')
    return answer(c, told, (basis) =>
      decideOn(desk, { seen: basis, incidents: [incident] }, (open) =>
        splitIncident(open, tools, personOf(c).id, { incident, claims, reason: why }),
      ),
    )
  })

  const step = routeFor(parts, 'verify-incident', {
    method: 'post',
    path: '/api/incidents/{id}/steps',
    summary: 'A step of verification; verified and refuted take a second person',
    request: {
      params,
      headers: ifMatch,
      body: jsonBody(
        z.object({
          axis: z.enum(['validity', 'responsibility']),
          from: z.string().max(200).openapi({ description: 'Where the person saw the incident stand.' }),
          to: z.string().max(200),
          reason,
          seen,
        }),
      ),
    },
    responses: { 200: json(stepTaken, 'It is in the log.') },
  })
  app.openapi(step, async (c) => {
    const { id: incident } = c.req.valid('param')
    const { seen: told, ...input } = c.req.valid('json')
    return answer(c, told, (basis) =>
      decideOn(desk, { seen: basis, incidents: [incident] }, (open) =>
        takeVerificationStep(open, tools, personOf(c).id, { ...input, incident }),
      ),
    )
  })

  const part = routeFor(parts, 'open-part', {
    method: 'post',
    path: '/api/entries/{index}/parts/{name}/openings',
    summary: 'Opens a sealed part: the page as received, who a source is; that it was opened is an entry',
    request: {
      params: z.object({ index: z.coerce.number().int().nonnegative(), name: z.string().max(100) }),
      body: jsonBody(z.object({ reason })),
    },
    responses: {
      200: json(z.object({ entry: z.int(), name: z.string(), base64: z.string() }).openapi('OpenedPart'), 'The part.'),
    },
  })
  app.openapi(part, async (c) => {
    const { index: entry, name } = c.req.valid('param')
    const opened = await openPart(desk, personOf(c).id, { entry, name, reason: c.req.valid('json').reason })
    if (!opened.ok) return problem(c, opened.failure)
    c.header('cache-control', 'no-store')
    const { bytes, ...rest } = opened.value
    return c.json({ ...rest, base64: Buffer.from(bytes).toString('base64') })
  })
}

/** Decides on what the body or `If-Match` says was seen. */
async function answer<T extends object>(
  c: Context<ApiEnv>,
  seen: number | undefined,
  decide: (seen: number) => Promise<Result<T, Refusal>>,
): Promise<Response> {
  const basis = seen ?? basisOf(c.req.header('if-match'))
  if (basis !== null) return told(c, await decide(basis))
  const message = 'If-Match: found none, expected the ETag of what was looked at, or the last entry `seen`'
  return told(c, failed({ code: 'basis-missing', message }))
}

function told<T extends object>(c: Context<ApiEnv>, outcome: Result<T, Refusal>): Response {
  return outcome.ok ? c.json(outcome.value) : problem(c, outcome.failure)
}
