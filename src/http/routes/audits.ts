import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { auditOf, cosignaturesOf } from '../../compose/desk/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { json, routeFor } from '../route.ts'
import { tagged } from '../tags.ts'

const auditSchema = z
  .object({
    at: z.string().openapi({ description: 'When it was begun.' }),
    size: z.int().openapi({ description: 'Entries read.' }),
    provenSize: z.int().openapi({ description: 'Entries under the last signed checkpoint that fits.' }),
    checkpoints: z.int().openapi({ description: 'Signed checkpoints that the log was held against.' }),
    sealed: z
      .object({ kept: z.int(), gone: z.int() })
      .openapi({ description: 'Parts beside the log: kept as they were sealed; withheld or erased.' }),
    findings: z
      .array(
        z.object({
          code: z.string(),
          message: z.string(),
          entry: z.object({ index: z.int(), kind: z.string().nullable() }).nullable(),
        }),
      )
      .openapi({ description: 'What does not verify, 1,000 entries at most; empty if all is well.' }),
    unlisted: z.int().openapi({ description: 'Entries with a finding beyond those listed.' }),
  })
  .openapi('Audit')

const cosignatureSchema = z
  .object({
    size: z.int().openapi({ description: 'Entries of the checkpoint.' }),
    side: z.string(),
    witness: z.string(),
    keyId: z.string(),
    at: z.string().openapi({ description: 'By the witness’s own clock.' }),
    current: z.boolean().openapi({ description: 'Whether it is the side’s witness still.' }),
  })
  .openapi('Cosignature')

/** The log held against itself, and who outside has signed how far. */
export function addAudits(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const audit = routeFor(parts, 'audit-log', {
    method: 'get',
    path: '/api/ledger/audit',
    summary:
      'Reads every entry and holds it against the signed checkpoints and all that is kept beside; may take minutes',
    responses: { 200: json(auditSchema, 'What was read, and what does not verify.') },
  })
  app.openapi(audit, async (c) => {
    const { findings, ...view } = await auditOf(desk)
    c.header('cache-control', 'no-store')
    return c.json({ ...view, findings: findings.map(({ code, message, entry }) => ({ code, message, entry })) })
  })

  const list = routeFor(parts, 'list-cosignatures', {
    method: 'get',
    path: '/api/ledger/cosignatures',
    summary: 'Which witness cosigned which size of the log when, the last first',
    responses: { 200: json(z.object({ items: z.array(cosignatureSchema) }), 'The cosignatures that verify.') },
  })
  app.openapi(list, async (c) => tagged(c, { items: await cosignaturesOf(desk) }))
}
