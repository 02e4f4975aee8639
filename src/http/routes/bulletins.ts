import { z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { draftOn, proveBulletin, publishDraft, publishedBulletin, publishedBytes } from '../../compose/desk/index.ts'
import type { BulletinQuestion } from '../../compose/desk/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { problem } from '../problem.ts'
import { json, personOf, routeFor, jsonBody } from '../route.ts'
import { tagged } from '../tags.ts'
import { draftSchema, publishedSchema, questionShape, inOrder } from './bulletin-schemas.ts'

const id = z.string().max(64)

/** Bulletins: drafted, looked at, published by a person, read by anybody. */
export function addBulletins(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const draft = routeFor(parts, 'draft-bulletin', {
    method: 'get',
    path: '/api/bulletins/draft',
    summary: 'What a bulletin would say, under the case’s rules of publication; nothing is recorded',
    request: {
      query: z
        .object({
          ...questionShape,
          correct: z.literal('1').optional().openapi({ description: 'Replace the day’s last one.' }),
        })
        .refine(...inOrder),
    },
    responses: { 200: json(draftSchema, 'The draft.') },
  })
  app.openapi(draft, async (c) => {
    const { correct, ...question } = c.req.valid('query')
    const drafted = await draftOn(desk, asked(question, correct !== undefined))
    return drafted.ok ? tagged(c, drafted.value) : problem(c, drafted.failure)
  })

  const publish = routeFor(parts, 'publish-bulletin', {
    method: 'post',
    path: '/api/bulletins',
    summary: 'Publishes the draft that was looked at: an entry of the log, signed, with its proofs; never by a token',
    request: {
      body: jsonBody(
        z
          .object({
            ...questionShape,
            correct: z.boolean().default(false),
            sha256: z.string().regex(/^[0-9a-f]{64}$/),
            seen: z.int().min(-1),
            pdf: z.boolean().default(true).openapi({ description: 'Also on paper, where chromium is installed.' }),
          })
          .refine(...inOrder),
      ),
    },
    responses: {
      200: json(
        z.object({ id: z.string(), entry: z.int(), signedBy: z.array(z.string()) }).openapi('PublishedNow'),
        'It is out.',
      ),
    },
  })
  app.openapi(publish, async (c) => {
    const { correct, sha256, seen, pdf, ...question } = c.req.valid('json')
    const looked = { sha256, seen, withPdf: pdf }
    const out = await publishDraft(desk, personOf(c).id, asked(question, correct), looked)
    if (!out.ok) return problem(c, out.failure)
    return c.json({ ...out.value, signedBy: [...out.value.signedBy] })
  })

  const prove = routeFor(parts, 'prove-bulletin', {
    method: 'post',
    path: '/api/bulletins/{id}/proofs',
    summary: 'Writes a bulletin’s proofs anew, with the cosignatures given since; the bulletin stays as it is',
    request: { params: z.object({ id }) },
    responses: {
      200: json(z.object({ entries: z.int(), signedBy: z.array(z.string()) }).openapi('ProvedAnew'), 'The proofs.'),
    },
  })
  app.openapi(prove, async (c) => {
    const proved = await proveBulletin(desk, c.req.valid('param').id)
    if (!proved) return unknown(c)
    if (!proved.ok) return problem(c, proved.failure)
    return c.json({ ...proved.value, signedBy: [...proved.value.signedBy] })
  })

  const show = routeFor(parts, 'show-bulletin', {
    method: 'get',
    path: '/api/bulletins/{id}',
    summary: 'A published bulletin with its files, held against the log as it is read',
    request: { params: z.object({ id }) },
    responses: { 200: json(publishedSchema, 'The bulletin.') },
  })
  app.openapi(show, async (c) => {
    const found = await publishedBulletin(desk, c.req.valid('param').id)
    if (!found) return unknown(c)
    const findings = found.findings.map(({ code, message, file }) => ({ code, message, file }))
    return tagged(c, { ...found, findings })
  })

  const file = routeFor(parts, 'show-bulletin-file', {
    method: 'get',
    path: '/api/bulletins/{id}/files/{name}',
    summary: 'A file of a published bulletin, byte for byte: all of them together verify offline',
    request: { params: z.object({ id, name: z.string().max(200) }) },
    responses: {
      200: {
        description: 'The file.',
        content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
      },
    },
  })
  app.openapi(file, async (c) => {
    const { id: asking, name } = c.req.valid('param')
    const bytes = await publishedBytes(desk, asking, name)
    if (!bytes) return unknown(c)
    // saved, not shown: it is to be looked at from the folder that verifies, and no page of ours may run what lies there
    c.header('content-type', 'application/octet-stream')
    c.header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`)
    return c.body(new Uint8Array(bytes))
  })
}

type Asked = z.infer<z.ZodObject<typeof questionShape>>

function asked({ day, from, cutOff, basis }: Asked, isCorrection: boolean): BulletinQuestion {
  return { day, ...(from !== undefined && { from }), cutOff, basis, isCorrection }
}

function unknown(c: Context): Response {
  return problem(c, {
    code: 'not-found',
    message: `${c.req.path}: found no such publication, expected one of the list`,
  })
}
