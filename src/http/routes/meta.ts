import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { readProjectionState } from '../../store/projections/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { openApiDocument } from '../openapi.ts'
import { drawReference, REFERENCE_STYLE } from '../reference.ts'
import { json, routeFor } from '../route.ts'

const healthSchema = z
  .object({ status: z.literal('ok'), engine: z.enum(['embedded', 'postgres']), entries: z.int() })
  .openapi('Health')

/** What the API says of itself. */
export function addMeta(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { desk } = parts
  const health = routeFor(parts, 'show-health', {
    method: 'get',
    path: '/api/health',
    summary: 'Whether the store answers',
    responses: { 200: json(healthSchema, 'It does.') },
  })
  app.openapi(health, async (c) => {
    const { store } = desk.open
    const { readingsSize } = await readProjectionState(store)
    c.header('cache-control', 'no-store')
    return c.json({ status: 'ok' as const, engine: store.engine, entries: readingsSize })
  })

  const document = routeFor(parts, 'show-openapi', {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This document',
    responses: { 200: json(z.record(z.string(), z.unknown()), 'OpenAPI 3.1.') },
  })
  app.openapi(document, (c) => c.json(openApiDocument(app)))

  const reference = routeFor(parts, 'show-reference', {
    method: 'get',
    path: '/api/reference',
    summary: 'This document as a page, which asks nothing of other servers',
    responses: { 200: { description: 'A page.', content: { 'text/html': { schema: z.string() } } } },
  })
  app.openapi(reference, (c) => {
    // its one style is named by its digest: nothing else is let in, no script at all
    c.header(
      'content-security-policy',
      `default-src 'none'; style-src '${REFERENCE_STYLE.csp}'; frame-ancestors 'none'`,
    )
    return c.html(drawReference(openApiDocument(app)))
  })
}
