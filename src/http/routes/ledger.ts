import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { entrySchema } from '../../contract/index.ts'
import { entriesOf, entryAt, logHead, proveEntry, proveGrowth } from '../../compose/desk/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { problem } from '../problem.ts'
import { json, routeFor } from '../route.ts'
import { tagged } from '../tags.ts'
import { toEntry } from '../wire.ts'

const size = z.coerce.number().int().nonnegative()
const hash = z.string().openapi({ description: 'Base64 of 32 bytes.' })

const headSchema = z
  .object({
    size: z.int(),
    checkpoint: z
      .string()
      .nullable()
      .openapi({ description: 'C2SP tlog-checkpoint, signed, with the cosignatures it has.' }),
    keys: z.array(z.string()).readonly().openapi({ description: 'Verifier keys of the log, C2SP signed-note.' }),
  })
  .openapi('LogHead')

const proofSchema = z
  .object({
    index: z.int(),
    size: z.int(),
    leafHash: hash,
    proof: z.array(hash).readonly(),
    checkpoint: z.string().nullable(),
  })
  .openapi('EntryProof')

const growthSchema = z.object({ from: z.int(), to: z.int(), proof: z.array(hash).readonly() }).openapi('GrowthProof')

const linesSchema = z
  .object({
    items: z.array(
      z.object({ index: z.int(), kind: z.string(), at: z.string(), by: z.string(), leafHash: z.string() }),
    ),
    next: z.int().nullable().openapi({ description: '`below` of the next page; null on the last.' }),
  })
  .openapi('EntryPage')

/** The log, open to anybody: size, signed root, proofs. None of it tells what an entry says. */
export function addProofs(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const head = routeFor(parts, 'show-checkpoint', {
    method: 'get',
    path: '/api/ledger',
    summary: 'The log’s size, its signed checkpoint with cosignatures, its keys',
    responses: { 200: json(headSchema, 'How the log stands.') },
  })
  app.openapi(head, async (c) => tagged(c, await logHead(desk)))

  const prove = routeFor(parts, 'prove-entry', {
    method: 'get',
    path: '/api/ledger/{index}/proof',
    summary: 'Proves that an entry is in the log (RFC 6962), without what it says',
    request: { params: z.object({ index: size }), query: z.object({ size: size.optional() }) },
    responses: { 200: json(proofSchema, 'The inclusion proof.') },
  })
  app.openapi(prove, async (c) => {
    const { index } = c.req.valid('param')
    const proof = await proveEntry(desk, index, c.req.valid('query').size)
    if (proof) return tagged(c, proof)
    return problem(c, { code: 'not-found', message: `entry ${index}: found a shorter log, expected one that has it` })
  })

  const growth = routeFor(parts, 'prove-consistency', {
    method: 'get',
    path: '/api/ledger/consistency',
    summary: 'Proves that the log only grew from one size to another (RFC 6962)',
    request: { query: z.object({ from: size, to: size.optional() }) },
    responses: { 200: json(growthSchema, 'The consistency proof.') },
  })
  app.openapi(growth, async (c) => {
    const { from, to } = c.req.valid('query')
    const proof = await proveGrowth(desk, from, to)
    if (proof) return tagged(c, proof)
    return problem(c, {
      code: 'not-found',
      message: `sizes ${from} to ${to ?? 'now'}: found a shorter log, expected from ≤ to ≤ its size`,
    })
  })
}

/** What the entries say, for those who work on the record. */
export function addEntries(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const list = routeFor(parts, 'list-entries', {
    method: 'get',
    path: '/api/entries',
    summary: 'Entries of the log, the last first',
    request: {
      query: z.object({
        limit: z.coerce.number().int().min(1).max(200).default(50),
        below: size.optional().openapi({ description: '`next` of the page before.' }),
        kind: z.string().max(40).optional().openapi({ description: 'Only entries of this kind.' }),
      }),
    },
    responses: { 200: json(linesSchema, 'A page of entries.') },
  })
  app.openapi(list, async (c) => {
    const { limit, below = null, kind } = c.req.valid('query')
    return tagged(c, await entriesOf(desk, limit, below, kind === undefined ? null : [kind]))
  })

  const show = routeFor(parts, 'show-entry', {
    method: 'get',
    path: '/api/entries/{index}',
    summary: 'What an entry says, and the exact text that is hashed',
    request: { params: z.object({ index: size }) },
    responses: { 200: json(entrySchema.unwrap().extend({ leaf: z.string() }).openapi('Entry'), 'The entry.') },
  })
  app.openapi(show, async (c) => {
    const { index } = c.req.valid('param')
    const found = await entryAt(desk, index)
    if (found) return tagged(c, { ...toEntry({ index, entry: found.entry }), leaf: found.text })
    return problem(c, { code: 'not-found', message: `entry ${index}: found a shorter log, expected one that has it` })
  })
}
