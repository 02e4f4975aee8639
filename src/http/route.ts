import { createRoute, type RouteConfig } from '@hono/zod-openapi'
import { PERMISSIONS, type Operation, type Person } from '../contract/index.ts'
import type { ApiEnv, ApiParts } from './env.ts'
import { allow } from './middleware/allow.ts'
import { doOnce } from './middleware/idempotency.ts'
import { problemSchema } from './problem.ts'
import type { Context, MiddlewareHandler } from 'hono'
import type { ZodType } from 'zod'

type Declared<P extends string> = Omit<RouteConfig, 'path' | 'operationId' | 'middleware'> & { readonly path: P }

/** What every route may answer with beside its own answers. */
const PROBLEM = {
  description: 'It was refused; `code` says why.',
  content: { 'application/problem+json': { schema: problemSchema } },
} as const

/** Declares a route: named in the table of permissions, guarded by it, done once by idempotency key if it writes. */
export function routeFor<P extends string, R extends Declared<P>>(
  parts: ApiParts,
  operation: Operation,
  declared: R & { readonly path: P },
) {
  const guards: MiddlewareHandler<ApiEnv>[] = [allow(parts, operation)]
  // what is kept for a repeated write must hold no secret: links and tokens are answered once only; what only reads keeps nothing
  const { scope } = PERMISSIONS[operation]
  if (declared.method !== 'get' && scope !== 'manage' && scope !== 'read') guards.push(doOnce(parts))
  // widened, so that handlers may answer with any Response: a list may be tagged, a problem told
  const responses: RouteConfig['responses'] = { ...declared.responses, default: PROBLEM }
  return createRoute({
    ...declared,
    operationId: operation,
    middleware: guards,
    responses,
  })
}

/** A route's answer in JSON. */
export function json<S>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } } as const
}

/** The person who asks; only behind a guard that lets nobody else through. */
export function personOf(c: Context<ApiEnv>): Person {
  const caller = c.get('caller')
  if (!caller) throw new TypeError('caller: found nobody, expected a guard before')
  return caller.person
}

/** A body that must be there, as JSON. */
export function jsonBody<S extends ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } } as const
}

/** Gives a shape of the contract its name in the document. The contract knows no OpenAPI: its shapes are wrapped, since only later ones can be named. */
export function named<S extends ZodType>(name: string, schema: S) {
  return schema.readonly().openapi(name)
}
