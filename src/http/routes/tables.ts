import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { tablesLookSchema } from '../../contract/index.ts'
import { keepTable, lookAtTable, type BroughtTable, type SentFile, type TablesLook } from '../../compose/desk/index.ts'
import { TABLE_KINDS } from '../../compose/exchange/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { problem } from '../problem.ts'
import { json, named, personOf, routeFor } from '../route.ts'

const sentFile = z.instanceof(File).openapi({ type: 'string', format: 'binary' })

const brought = z.object({
  file: sentFile.openapi({ description: 'A table, features, submissions, or a .zip or .tar.gz of tables.' }),
  as: z.enum(TABLE_KINDS).optional().openapi({ description: 'What it is, if it is known by name.' }),
  mapping: sentFile.optional().openapi({ description: 'For any other table: a mapping; data/import/README.md.' }),
  with: sentFile.optional().openapi({ description: 'The table that the rows belong to: events of gdelt-mentions.' }),
})

const lookSchema = brought.openapi('TableToLookAt')
const keepSchema = brought
  .extend({
    looked: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .openapi({ description: '`sha256` of the look: other files are refused.' }),
  })
  .openapi('TableToKeep')

/** Tables of others: first a look at what would become of every row, then taking them in. */
export function addTables(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const answer = named('TablesLook', tablesLookSchema)
  const look = routeFor(parts, 'look-at-table', {
    method: 'post',
    path: '/api/tables/looks',
    summary: 'Reads a table and tells what would become of every row; nothing is written',
    request: { body: { required: true, content: { 'multipart/form-data': { schema: lookSchema } } } },
    responses: { 200: json(answer, 'What would become of it.') },
  })
  app.openapi(look, async (c) => {
    const table = await tableOf(c.req.valid('form'))
    if (!table) return problem(c, EITHER)
    const seen = await lookAtTable(desk, table)
    return seen.ok ? c.json(toWire(seen.value)) : problem(c, seen.failure)
  })

  const keep = routeFor(parts, 'import-table', {
    method: 'post',
    path: '/api/tables',
    summary:
      'Takes the rows of a table into the record; sent again, unchanged rows are nothing, a changed row supersedes',
    request: { body: { required: true, content: { 'multipart/form-data': { schema: keepSchema } } } },
    responses: { 200: json(answer, 'What became of it.') },
  })
  app.openapi(keep, async (c) => {
    const { looked, ...form } = c.req.valid('form')
    const table = await tableOf(form)
    if (!table) return problem(c, EITHER)
    const kept = await keepTable(desk, personOf(c).id, table, looked)
    return kept.ok ? c.json(toWire(kept.value)) : problem(c, kept.failure)
  })
}

const EITHER = { code: 'request-malformed', message: 'form: expected either as or mapping, and not both' }

async function tableOf({ file, as, mapping, with: joined }: z.infer<typeof brought>): Promise<BroughtTable | null> {
  if ((as === undefined) === (mapping === undefined)) return null
  return {
    file: await sent(file),
    ...(as && { as }),
    ...(mapping && { mapping: await sent(mapping) }),
    ...(joined && { with: await sent(joined) }),
  }
}

async function sent(file: File): Promise<SentFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** The columns of a mapping and its refusals, in lists that JSON can have. */
function toWire({ sha256, tables, failures }: TablesLook): z.infer<typeof tablesLookSchema> {
  return {
    sha256,
    tables: tables.map(({ mapping, problems, ...table }) => ({
      ...table,
      mapping: { ...mapping, columns: [...mapping.columns] },
      problems: [...problems],
    })),
    failures: [...failures],
  }
}
