import type { OpenAPIHono } from '@hono/zod-openapi'
import { PERMISSIONS, type Operation, type Permission } from '../contract/index.ts'
import type { ApiEnv } from './env.ts'

/** The parts of an OpenAPI document that this door goes by. */
export type OpenApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>

const INTRODUCTION = `The record of a ceasefire: what was reported, by whom, what people found, and how each clause stands.

Sign in under /api/auth, or send \`Authorization: Bearer TOKEN\`. Refusals are \`application/problem+json\` with a code of docs/errors.md.
Lists page by \`cursor\`. Reads bear an \`ETag\`; writes about one thing give it back in \`If-Match\` and are refused with
\`changed-meanwhile\` if it has changed. A write with an \`Idempotency-Key\` is done once, however often it is sent.`

/** The OpenAPI 3.1 document of an app, each operation with who may do it. */
export function openApiDocument(app: OpenAPIHono<ApiEnv>): OpenApiDocument {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Truceline', version: '1', description: INTRODUCTION },
    security: [{ session: [] }, { token: [] }],
  })
  document.components = {
    ...document.components,
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: 'truceline.session_token' },
      token: { type: 'http', scheme: 'bearer' },
    },
  }
  for (const methods of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(methods) as Described[]) {
      if (operation.operationId) operation['x-permission'] = PERMISSIONS[operation.operationId]
    }
  }
  return document
}

interface Described {
  readonly operationId?: Operation
  'x-permission'?: Permission
}
