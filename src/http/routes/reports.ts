import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { reportFileSchema, reportLineSchema, takenInSchema, toWire } from '../../contract/index.ts'
import { lastEntryAbout, reportFile, reportsOf, takeIn, type BroughtPage } from '../../compose/desk/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { pageQuery, pageSchema, refuseCursor } from '../paging.ts'
import { problem } from '../problem.ts'
import { json, named, personOf, routeFor } from '../route.ts'
import { recordTag, tagged, withTag } from '../tags.ts'
import { toEntry } from '../wire.ts'

const told = {
  outlet: z.string().max(300).optional().openapi({ description: 'Who published it.' }),
  url: z.url().max(2000).optional().openapi({ description: 'Where it was found.' }),
  published: z
    .string()
    .max(60)
    .optional()
    .openapi({ description: 'When it was published; "on Sunday" is told from it.' }),
  title: z.string().max(1000).optional(),
}

const broughtSchema = z
  .union([
    z.object({
      kind: z.literal('text'),
      text: z
        .string()
        .min(1)
        .max(10 * 1024 * 1024),
      ...told,
    }),
    z.object({ kind: z.literal('address'), url: z.url({ protocol: /^https?$/ }).max(2000) }),
  ])
  .openapi('PageToTakeIn')

const uploadSchema = z
  .object({ file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }), ...told })
  .openapi('FileToTakeIn')

/** Reports: the list, one with its claims in place, and taking in. */
export function addReports(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const list = routeFor(parts, 'list-reports', {
    method: 'get',
    path: '/api/reports',
    summary: 'Reports, the last received first',
    request: {
      query: z.object({
        outlet: z.string().optional(),
        title: z.string().optional().openapi({ description: 'Words that stand in the title.' }),
        from: z.string().max(10).optional().openapi({ description: 'Published on this day or later.' }),
        to: z.string().max(10).optional(),
        ...pageQuery,
      }),
    },
    responses: { 200: json(pageSchema(reportLineSchema).openapi('ReportPage'), 'A page of reports.') },
  })
  app.openapi(list, async (c) => {
    const { limit, cursor = null, outlet, title, from, to } = c.req.valid('query')
    const filter = { ...(outlet && { outlet }), ...(title && { title }), ...(from && { from }), ...(to && { to }) }
    return withTag(c, await recordTag(desk), async () => {
      const page = await reportsOf(desk, filter, limit, cursor)
      return page ? c.json(page) : refuseCursor(c)
    })
  })

  const show = routeFor(parts, 'show-report', {
    method: 'get',
    path: '/api/reports/{id}',
    summary: 'A report: its text with every claim in place, where each went, what people said',
    request: { params: z.object({ id: z.string().max(200) }) },
    responses: { 200: json(named('Report', reportFileSchema), 'The report.') },
  })
  app.openapi(show, async (c) => {
    const { id } = c.req.valid('param')
    const file = await reportFile(desk, id)
    if (!file)
      return problem(c, { code: 'not-found', message: `report: found none with id ${id}, expected one of the record` })
    const value = {
      reading: toWire(file.reading, { withText: true }),
      incidents: file.incidents.map(({ claim, incident, role }) => ({ claim, incident, role })),
      history: file.history.map(toEntry),
    }
    return tagged(c, value, await lastEntryAbout(desk.open.store, { reports: [id] }))
  })

  const add = routeFor(parts, 'add-report', {
    method: 'post',
    path: '/api/reports',
    summary:
      'Takes in a page: a text, an address of a page or feed, or a file: a page, an archive, mail, a web archive, a feed, a report a line',
    request: {
      body: {
        content: { 'application/json': { schema: broughtSchema }, 'multipart/form-data': { schema: uploadSchema } },
      },
    },
    responses: {
      200: json(named('TakenIn', takenInSchema), 'What came of it; a page that cannot be read is told with its code.'),
    },
  })
  app.openapi(add, async (c) => {
    const page = await broughtBy({ ...c.req.valid('json'), ...c.req.valid('form') })
    if (page) return c.json(await takeIn(desk, personOf(c).id, page))
    const message = 'body: found neither JSON nor a form, expected one of the two'
    return problem(c, { code: 'request-malformed', message })
  })
}

/** Only one of the two kinds of body is there; of the other one nothing is. */
type Brought = Partial<z.infer<typeof broughtSchema>> | Partial<z.infer<typeof uploadSchema>>

async function broughtBy(body: Brought): Promise<BroughtPage | null> {
  if ('file' in body && body.file) {
    const { file, ...rest } = body
    return { kind: 'file', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), told: defined(rest) }
  }
  if ('kind' in body && body.kind === 'address' && body.url !== undefined) return { kind: 'address', url: body.url }
  if (!('text' in body) || body.text === undefined) return null
  const { kind: _, text, ...rest } = body
  return { kind: 'text', text, told: defined(rest) }
}

type Told = Extract<BroughtPage, { kind: 'text' }>['told']

/** What was told at all: an empty field of a form tells nothing. */
function defined(told: { readonly [K in keyof Told]: string | undefined }): Told {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined && value !== ''))
}
