import { z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Finding } from '../../model/index.ts'
import { agreementOf, findingsOf, type AgreementView } from '../../compose/desk/index.ts'
import { OUTCOMES } from '../../model/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { knownAt, knownQuery } from '../incident-query.ts'
import { problem } from '../problem.ts'
import { json, routeFor } from '../route.ts'
import { tagged } from '../tags.ts'

const id = z.string()
const ids = z.array(id)
const day = z.string()
const counts = z.record(z.string(), z.int()).openapi({ description: 'How many findings of each outcome.' })

/** A finding, with the chain of reasons. */
export const findingSchema = z
  .looseObject({
    id,
    clause: id,
    obligation: id,
    subject: z.looseObject({ kind: z.enum(['incident', 'patrol', 'deadline', 'silence']) }),
    outcome: z.enum(OUTCOMES),
    sentence: z.string().openapi({ description: 'The chain of reasons in plain words.' }),
  })
  .openapi('Finding')

const ledgerSchema = z.object({ side: id, reported: ids, confirmed: ids, disputed: ids, neverMentioned: ids })

const obligationSchema = z
  .looseObject({
    id,
    clause: id,
    title: z.string(),
    says: z.string(),
    duty: z.enum(['must', 'must-not', 'may']),
    bound: ids,
    counts,
    deadline: z
      .object({ state: z.string(), due: z.string().nullable(), sentence: z.string() })
      .nullable()
      .openapi({ description: 'How its last day stands; null where it has none.' }),
    extensions: z.array(z.looseObject({ id, on: day.nullable(), text: z.string() })),
    holds: z
      .object({
        watchedDays: z.int(),
        days: z.array(
          z.object({ day, watched: z.boolean(), alleged: z.int(), corroborated: z.int(), verified: z.int() }),
        ),
      })
      .nullable()
      .openapi({ description: 'Day by day, for what is barred: a zero on a day that nobody watched says nothing.' }),
  })
  .openapi('ObligationLine')

const agreementSchema = z
  .object({
    agreement: z.looseObject({ id, title: z.string(), clauses: z.array(z.looseObject({ id, title: z.string() })) }),
    obligations: z.array(obligationSchema),
    ledgers: z.array(ledgerSchema),
    today: day.openapi({ description: 'The day on which figures and deadlines stand.' }),
  })
  .openapi('AgreementView')

/** The agreement with how each obligation holds, and the findings behind every figure. */
export function addAgreement(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const show = routeFor(parts, 'show-agreement', {
    method: 'get',
    path: '/api/agreement',
    summary: 'The agreement: clauses, how each obligation holds, last days, the sides’ ledgers',
    request: { query: z.object(knownQuery) },
    responses: { 200: json(agreementSchema, 'The agreement.') },
  })
  app.openapi(show, async (c) => {
    const view = await agreementOf(desk, knownAt(c.req.valid('query')))
    if (!view.ok) return problem(c, view.failure)
    return view.value ? tagged(c, toAgreement(view.value)) : problem(c, NO_AGREEMENT)
  })

  const list = routeFor(parts, 'list-findings', {
    method: 'get',
    path: '/api/findings',
    summary: 'How things bear on obligations, with the reasons',
    request: {
      query: z.object({
        clause: id.optional(),
        obligation: id.optional(),
        id: id.optional().openapi({ description: 'This one alone, in full.' }),
        outcome: z.enum(OUTCOMES).optional(),
        incident: id.optional(),
        patrol: id.optional(),
        disputed: z.literal('1').optional().openapi({ description: 'Only what is told differently.' }),
        ...knownQuery,
      }),
    },
    responses: { 200: json(z.object({ items: z.array(findingSchema) }), 'The findings.') },
  })
  app.openapi(list, async (c) => {
    const { disputed, asOf, basis, ...query } = c.req.valid('query')
    const view = await agreementOf(desk, knownAt({ asOf, basis }))
    if (!view.ok) return problem(c, view.failure)
    const filter = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))
    const asked = { ...filter, ...(disputed !== undefined && { disputed: true as const }) }
    return tagged(c, { items: view.value ? findingsOf(view.value, asked) : [] })
  })
}

/** The refusal of a case without an agreement. */
export const NO_AGREEMENT = {
  code: 'not-found',
  message: 'agreement: found none in the case’s folder, expected agreement.yaml',
}

function toAgreement({ agreement, obligations, ledgers, findings, today }: AgreementView) {
  return {
    agreement,
    today,
    ledgers: ledgers.all,
    obligations: obligations.map(({ status, ...obligation }) => {
      const own = findings.filter((finding) => finding.obligation === obligation.id)
      const deadline = own.find(({ subject }) => subject.kind === 'deadline')
      return {
        ...obligation,
        counts: countOutcomes(own.filter(({ subject }) => subject.kind !== 'deadline')),
        deadline: deadline?.deadline
          ? { state: deadline.deadline, due: obligation.due, sentence: deadline.sentence }
          : null,
        holds: status?.kind === 'ban' ? holdingOf(status) : null,
      }
    }),
  }
}

function holdingOf({ days, watchedDays }: Extract<AgreementView['obligations'][number]['status'], { kind: 'ban' }>) {
  return {
    watchedDays,
    days: days.map(({ day: on, watched, alleged, corroborated, verified }) => {
      return {
        day: on,
        watched,
        alleged: alleged.length,
        corroborated: corroborated.length,
        verified: verified.length,
      }
    }),
  }
}

function countOutcomes(findings: readonly Finding[]): { readonly [outcome: string]: number } {
  const found: { [outcome: string]: number } = {}
  for (const { outcome } of findings) found[outcome] = (found[outcome] ?? 0) + 1
  return found
}
