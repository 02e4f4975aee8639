import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { publicationsOf } from '../../compose/desk/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { json, routeFor } from '../route.ts'
import { tagged } from '../tags.ts'

const publicationSchema = z
  .object({
    id: z.string(),
    entry: z.int(),
    at: z.string(),
    by: z.string(),
    sha256: z.string().openapi({ description: 'Of what was published, hexadecimal.' }),
    mediaType: z.string(),
  })
  .openapi('Publication')

/** What was published, open to anybody. */
export function addPublications(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const list = routeFor(parts, 'list-bulletins', {
    method: 'get',
    path: '/api/bulletins',
    summary: 'Bulletins and other documents that went out, the last first',
    responses: { 200: json(z.object({ items: z.array(publicationSchema) }), 'The publications.') },
  })
  app.openapi(list, async (c) => tagged(c, { items: await publicationsOf(parts.desk) }))
}
