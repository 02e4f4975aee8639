import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { compareFindings } from '../../assess/index.ts'
import { agreementOf, checkAgreement } from '../../compose/desk/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { day, knownAt, knownQuery } from '../incident-query.ts'
import { problem } from '../problem.ts'
import { json, routeFor, jsonBody } from '../route.ts'
import { tagged } from '../tags.ts'
import { findingSchema, NO_AGREEMENT } from './agreement.ts'

const ids = z.array(z.string())
const figures = { alleged: ids, corroborated: ids, verified: ids }

const banSchema = z.looseObject({
  kind: z.literal('ban'),
  obligation: z.string(),
  clause: z.string(),
  from: z.string(),
  to: z.string(),
  ...figures,
  days: z.array(z.object({ day: z.string(), watched: z.boolean(), ...figures })),
  watchedDays: z.int(),
  quietDays: z.int().openapi({ description: 'Days without a corroborated incident, watched or not.' }),
  breaches: ids,
  notAttributable: ids,
  disputed: ids,
  undated: ids,
})
const dutySchema = z.looseObject({
  kind: z.literal('duty'),
  obligation: z.string(),
  clause: z.string(),
  findings: z.record(z.string(), ids),
  disputed: ids,
  hindered: ids,
})
const statusSchema = z
  .object({ today: z.string(), items: z.array(z.union([banSchema, dutySchema])) })
  .openapi('ClauseStatus')

const ledger = z.object({ side: z.string(), reported: ids, confirmed: ids, disputed: ids, neverMentioned: ids })
const sidesSchema = z
  .object({
    today: z.string(),
    all: z.array(ledger),
    days: z.array(z.object({ day: z.string().nullable(), sides: z.array(ledger) })),
    patrols: z.array(
      z.object({
        patrol: z.string(),
        day: z.string(),
        sides: z.array(z.object({ side: z.string(), outcome: z.string().nullable() })),
        differs: z.boolean(),
      }),
    ),
  })
  .openapi('Sides')

const changesSchema = z
  .object({
    from: z.string(),
    to: z.string().nullable().openapi({ description: 'Null: all that is known.' }),
    items: z.array(
      z.object({
        id: z.string(),
        change: z.enum(['new', 'gone', 'changed']),
        before: findingSchema.nullable(),
        after: findingSchema.nullable(),
        why: z.array(z.string()).openapi({ description: 'In plain words: by which claims or decisions.' }),
      }),
    ),
  })
  .openapi('FindingChanges')

const checkSchema = z
  .object({
    sound: z.boolean(),
    faults: z.array(
      z.object({
        line: z.int(),
        column: z.int(),
        member: z.string().openapi({ description: 'As zones.0.shape; empty for the file.' }),
        message: z.string().openapi({ description: 'FILE:LINE:COLUMN member: found X, expected Y.' }),
      }),
    ),
    holds: z
      .object({ title: z.string(), clauses: z.int(), obligations: z.int(), zones: z.int(), parties: z.int() })
      .nullable()
      .openapi({ description: 'What a sound agreement holds.' }),
  })
  .openapi('AgreementCheck')

/** The record weighed in figures: clause by clause, side by side, day against day; and an agreement's file checked. */
export function addAssessments(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const status = routeFor(parts, 'show-status', {
    method: 'get',
    path: '/api/status',
    summary: 'How the ceasefire holds, obligation by obligation, in figures with the incidents behind each',
    request: { query: z.object(knownQuery) },
    responses: { 200: json(statusSchema, 'The figures; what only allows something has none.') },
  })
  app.openapi(status, async (c) => {
    const view = await agreementOf(desk, knownAt(c.req.valid('query')))
    if (!view.ok) return problem(c, view.failure)
    if (!view.value) return problem(c, NO_AGREEMENT)
    const { today, obligations } = view.value
    return tagged(c, { today, items: obligations.flatMap(({ status: one }) => one ?? []) })
  })

  const sides = routeFor(parts, 'show-sides', {
    method: 'get',
    path: '/api/sides',
    summary: 'What each side reported, confirmed, disputed and never mentioned, day by day; silence is neither',
    request: { query: z.object(knownQuery) },
    responses: { 200: json(sidesSchema, 'The sides’ ledgers.') },
  })
  app.openapi(sides, async (c) => {
    const view = await agreementOf(desk, knownAt(c.req.valid('query')))
    if (!view.ok) return problem(c, view.failure)
    return view.value ? tagged(c, { today: view.value.today, ...view.value.ledgers }) : problem(c, NO_AGREEMENT)
  })

  const changes = routeFor(parts, 'compare-findings', {
    method: 'get',
    path: '/api/findings/changes',
    summary: 'Which findings are new, gone or changed between what was known on two days, and why',
    request: {
      query: z.object({
        from: day.openapi({ description: 'The earlier day, YYYY-MM-DD.' }),
        to: day.optional().openapi({ description: 'The later day. (Default: all that is known)' }),
        basis: knownQuery.basis,
      }),
    },
    responses: { 200: json(changesSchema, 'The changes, by the findings’ ids.') },
  })
  app.openapi(changes, async (c) => {
    const { from, to, basis } = c.req.valid('query')
    const before = await agreementOf(desk, knownAt({ asOf: from, basis }))
    if (!before.ok) return problem(c, before.failure)
    const after = await agreementOf(desk, knownAt({ asOf: to, basis }))
    if (!after.ok) return problem(c, after.failure)
    if (!before.value || !after.value) return problem(c, NO_AGREEMENT)
    return tagged(c, { from, to: to ?? null, items: compareFindings(before.value.findings, after.value.findings) })
  })

  const check = routeFor(parts, 'check-agreement', {
    method: 'post',
    path: '/api/agreement/checks',
    summary: 'Finds every fault of an agreement’s file (YAML), each with its line; nothing is kept',
    request: {
      body: jsonBody(
        z.object({
          yaml: z.string().max(1_000_000),
          name: z.string().max(100).default('agreement.yaml').openapi({ description: 'What messages call it.' }),
        }),
      ),
    },
    responses: { 200: json(checkSchema, 'Sound, or its faults.') },
  })
  app.openapi(check, (c) => {
    const { yaml, name } = c.req.valid('json')
    const { sound, faults, holds } = checkAgreement(desk, yaml, name)
    return c.json({ sound, faults: [...faults], holds })
  })
}
