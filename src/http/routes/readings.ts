import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { readingSchema, toWire } from '../../contract/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { problem } from '../problem.ts'
import { json, named, routeFor } from '../route.ts'

const MAX_CHARACTERS = 10 * 1024 * 1024
const words = z.string().min(1).max(MAX_CHARACTERS)

const told = {
  outlet: z.string().max(300).optional(),
  url: z.url().max(2000).optional(),
  published: z.string().max(60).optional().openapi({ description: '"on Sunday" is told from it.' }),
  title: z.string().max(1000).optional(),
}

const pageSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: words, ...told }),
    z.object({ kind: z.literal('html'), html: words, ...told }),
  ])
  .openapi('PageToRead')
const fileSchema = z
  .object({ file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }), ...told })
  .openapi('FileToRead')

/** Reading without keeping: what a page says, by the rules of the case, as `truceline read` tells it. */
export function addReadings(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { tools } = parts.desk
  const read = routeFor(parts, 'read-page', {
    method: 'post',
    path: '/api/readings',
    summary:
      'Reads a page and keeps nothing of it: who says that who did what, where and when, each claim in its place',
    request: {
      body: { content: { 'application/json': { schema: pageSchema }, 'multipart/form-data': { schema: fileSchema } } },
    },
    responses: { 200: json(named('Reading', readingSchema), 'The reading, with the text that its places count in.') },
  })
  app.openapi(read, async (c) => {
    const page = await pageOf({ ...c.req.valid('json'), ...c.req.valid('form') })
    if (!page) {
      const message = 'body: found neither JSON nor a form, expected one of the two'
      return problem(c, { code: 'request-malformed', message })
    }
    const reading = await tools.readPage({ id: 'posted', ...page })
    return reading.ok ? c.json(toWire(reading.value, { withText: true })) : problem(c, reading.failure)
  })
}

type Body = Partial<z.infer<typeof pageSchema>> | Partial<z.infer<typeof fileSchema>>

/** Only one of the two kinds of body is there; of the other one nothing is. */
async function pageOf(body: Body) {
  const { outlet, url, published, title } = body
  const facts = Object.fromEntries(
    Object.entries({ outlet, url, published, title }).filter(([, value]) => value !== undefined && value !== ''),
  )
  if ('file' in body && body.file) return { ...facts, bytes: new Uint8Array(await body.file.arrayBuffer()) }
  if ('html' in body && body.html !== undefined) return { ...facts, html: body.html }
  return 'text' in body && body.text !== undefined ? { ...facts, text: body.text } : null
}
