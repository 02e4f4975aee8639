import type { MiddlewareHandler } from 'hono'
import { denialOf, type Caller, type Denial, type Operation } from '../../contract/index.ts'
import type { ApiEnv, ApiParts } from '../env.ts'
import { problem } from '../problem.ts'

const DENIAL_WORDS: { readonly [D in Denial]: string } = {
  'sign-in-needed': 'found nobody signed in, expected a session or a token',
  'role-missing': 'found no role that allows it, expected one of those in the table of permissions',
  'scope-missing': 'found a token without the scope, expected one that is good for this',
}

/** Lets a request through if its sender may do the operation, and, where a browser's session sends a write, if our own page sends it. */
export function allow({ accounts, origins }: ApiParts, operation: Operation): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const caller = await accounts.whoIs(c.req.raw.headers)
    c.set('caller', caller)
    const denial = denialOf(caller, operation)
    if (denial) return problem(c, { code: denial, message: `${operation}: ${DENIAL_WORDS[denial]}` })
    if (isForeign(c.req.raw, caller, origins)) {
      const found = c.req.header('origin') ?? 'no origin'
      return problem(c, {
        code: 'origin-foreign',
        message: `${operation}: found ${found}, expected ${origins.join(', ')}`,
      })
    }
    return next()
  }
}

/** A token is not sent by a browser of itself; a session's cookie is, whichever page makes it. */
function isForeign({ method, headers }: Request, caller: Caller | null, origins: readonly string[]): boolean {
  if (method === 'GET' || method === 'HEAD' || caller?.by !== 'session') return false
  return !origins.includes(headers.get('origin') ?? '')
}
