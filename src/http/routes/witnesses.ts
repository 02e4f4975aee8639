import { z, type OpenAPIHono } from '@hono/zod-openapi'
import {
  addCosignature,
  exportBundle,
  nameWitness,
  readWitnesses,
  requestCosignature,
} from '../../compose/case/index.ts'
import { formatVerifierKey } from '../../ledger/notes/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { problem } from '../problem.ts'
import { json, personOf, routeFor, jsonBody } from '../route.ts'
import { entryOnly, reason } from './decision-schemas.ts'

const text = z.string()

const witnessSchema = z
  .object({
    side: z.string(),
    verifier: z.string().openapi({ description: 'Verifier key, C2SP signed-note.' }),
    entry: z.int(),
    current: z.boolean(),
  })
  .openapi('Witness')

/** Each side's witness over the log: who they are, what they are asked, what they sign; and bundles that anyone can verify offline. */
export function addWitnesses(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const list = routeFor(parts, 'list-witnesses', {
    method: 'get',
    path: '/api/witnesses',
    summary: 'The witnesses that sides have named, with their keys',
    responses: { 200: json(z.object({ items: z.array(witnessSchema) }), 'The witnesses.') },
  })
  app.openapi(list, async (c) => {
    const items = (await readWitnesses(desk.open.store)).map(({ key, ...witness }) => {
      return { ...witness, verifier: formatVerifierKey(key) }
    })
    return c.json({ items })
  })

  const name = routeFor(parts, 'name-witness', {
    method: 'post',
    path: '/api/witnesses',
    summary: 'Names the witness of the side that one speaks for',
    request: {
      body: jsonBody(z.object({ verifier: z.string().max(500), reason })),
    },
    responses: { 200: json(entryOnly, 'It is in the log.') },
  })
  app.openapi(name, async (c) => {
    const { id, side } = personOf(c)
    if (side === null) {
      return problem(c, { code: 'role-missing', message: 'side: found none, expected a liaison who speaks for one' })
    }
    const named = await nameWitness(desk.open, desk.tools, id, { side, ...c.req.valid('json') })
    await desk.changes.look()
    return named.ok ? c.json(named.value) : problem(c, named.failure)
  })

  const ask = routeFor(parts, 'request-cosignature', {
    method: 'get',
    path: '/api/ledger/cosignature-request',
    summary: 'What to ask a witness, c2sp.org/tlog-witness: the last checkpoint and that the log only grew',
    request: { query: z.object({ from: z.coerce.number().int().nonnegative().default(0) }) },
    responses: { 200: { description: 'The request.', content: { 'text/plain': { schema: text } } } },
  })
  app.openapi(ask, async (c) => {
    const request = await requestCosignature(desk.open, c.req.valid('query').from)
    return request.ok ? c.text(request.value) : problem(c, request.failure)
  })

  const add = routeFor(parts, 'add-cosignature', {
    method: 'post',
    path: '/api/ledger/cosignatures',
    summary: 'Adds what a named witness signed; anybody may bring it, since it proves itself',
    request: {
      body: jsonBody(z.object({ note: z.string().max(20_000) })),
    },
    responses: {
      200: json(
        z.object({ size: z.int(), note: z.string() }).openapi('CosignedCheckpoint'),
        'The checkpoint with all its signatures.',
      ),
    },
  })
  app.openapi(add, async (c) => {
    const cosigned = await addCosignature(desk.open, c.req.valid('json').note)
    if (!cosigned.ok) return problem(c, cosigned.failure)
    return c.json({ size: cosigned.value.size, note: cosigned.value.note })
  })

  const bundle = routeFor(parts, 'export-bundle', {
    method: 'get',
    path: '/api/export/bundle',
    summary: 'Entries with proofs, checkpoint and keys, which `truceline verify` checks offline',
    request: {
      query: z.object({
        incident: z
          .string()
          .max(2000)
          .optional()
          .openapi({ description: 'Ids of incidents, separated by commas: all entries behind them.' }),
        entry: z
          .string()
          .regex(/^\d{1,15}(?:,\d{1,15}){0,999}$/)
          .optional()
          .openapi({ description: 'Indices, separated by commas.' }),
      }),
    },
    responses: {
      200: { description: 'The bundle; sealed parts stay sealed.', content: { 'application/json': { schema: text } } },
    },
  })
  app.openapi(bundle, async (c) => {
    const { incident, entry } = c.req.valid('query')
    const made = await exportBundle(desk.open, {
      ...(incident !== undefined && { incidents: incident.split(',') }),
      ...(entry !== undefined && { entries: entry.split(',').map(Number) }),
    })
    if (!made.ok) return problem(c, made.failure)
    c.header('content-disposition', 'attachment; filename="truceline.bundle.json"')
    return c.body(made.value.text, 200, { 'content-type': 'application/json' })
  })
}
