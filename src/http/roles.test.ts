import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { denialOf, PERMISSIONS, ROLES, type Caller, type Operation, type Role } from '../contract/index.ts'
import { createTestApi, type TestApi, type Who } from './testing.ts'

let test: TestApi

beforeAll(async () => {
  test = await createTestApi()
}, 120_000)
afterAll(() => test?.close())

interface Route {
  readonly operation: Operation
  readonly method: string
  readonly path: string
}

/** Every route of the document, its parameters filled in with something. */
function routes(): Route[] {
  return Object.entries(test.api.document().paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { operationId: Operation }>).map(([method, { operationId }]) => ({
      operation: operationId,
      method: method.toUpperCase(),
      path: path.replace('{format}', 'csv').replaceAll(/\{[^}]+\}/g, '0'),
    })),
  )
}

const ASKING: readonly Who[] = [...ROLES, 'stranger', 'nobody']

function callerOf(who: Who): Caller | null {
  if (who === 'nobody') return null
  const roles: readonly Role[] = who === 'stranger' ? [] : [who === 'second' ? 'verifier' : who]
  const person = { id: who, name: who, email: who, roles, side: null, secondFactor: false }
  return { person, by: 'session', scopes: null }
}

describe('who may do what', () => {
  it('is said of every route, and every rule has its route', () => {
    const named = routes().map(({ operation }) => operation)
    expect(named.filter((operation) => !Object.hasOwn(PERMISSIONS, operation))).toEqual([])
    expect(Object.keys(PERMISSIONS).filter((operation) => !named.includes(operation as Operation))).toEqual([])
    expect(named.filter((operation, i) => named.indexOf(operation) !== i)).toEqual([])
  })

  it('leaves no address beside the document but signing in', () => {
    const documented = new Set(
      Object.entries(test.api.document().paths ?? {}).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
      ),
    )
    const others = test.api
      .addresses()
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`)
      .filter((address) => !documented.has(address))
    expect([...new Set(others)]).toEqual(['GET /api/auth/*', 'POST /api/auth/*'])
  })

  it('holds on every route for every role', async () => {
    for (const { operation, method, path } of routes()) {
      for (const who of ASKING) {
        const body = method === 'GET' || method === 'DELETE' ? undefined : {}
        const response = await test.ask(who, method, path, body)
        const denial = denialOf(callerOf(who), operation)
        const found = response.headers.get('content-type')?.startsWith('application/problem+json')
          ? ((await response.json()) as { code: string }).code
          : null
        if (!found) await response.body?.cancel()
        const denied = found === 'sign-in-needed' || found === 'role-missing' || found === 'scope-missing'
        expect({ operation, who, denial: denied ? found : null }).toEqual({ operation, who, denial })
        expect(found, `${operation} by ${who}`).not.toBe('internal')
      }
    }
  }, 120_000)

  it('lets a reader neither do nor see what a verifier can', () => {
    const may = (who: Who): readonly Operation[] =>
      (Object.keys(PERMISSIONS) as Operation[]).filter((operation) => denialOf(callerOf(who), operation) === null)
    expect(may('verifier').filter((operation) => !may('reader').includes(operation))).toEqual(
      expect.arrayContaining(['verify-incident', 'open-part', 'show-report', 'show-incident-history', 'list-entries']),
    )
    expect(may('reader').filter((operation) => !may('verifier').includes(operation))).toEqual([])
  })

  it('lets nobody verify but verifiers, and nobody invite but admins', () => {
    expect(PERMISSIONS['verify-incident'].who).toEqual(['verifier'])
    expect(PERMISSIONS['open-part'].who).toEqual(['verifier'])
    expect(PERMISSIONS['invite-person'].who).toEqual(['admin'])
  })

  it('keeps tokens to their scopes, and away from people, passwords and tokens', async () => {
    const { secret } = await test.accounts.issueToken(test.idOf('admin'), 'a script', ['read'], 1)
    const ask = (path: string, method = 'GET') =>
      test.ask('nobody', method, path, undefined, { authorization: `Bearer ${secret}` })
    expect((await ask('/api/incidents')).status).toBe(200)
    expect((await ask('/api/people')).status).toBe(403)
    expect((await ask('/api/me/tokens')).status).toBe(403)
    expect((await ask('/api/entries/0/withdrawal', 'POST')).status).toBe(403)
  })

  it('takes no write of a session that another site’s page sends', async () => {
    const body = { kind: 'text', text: 'The army shelled the town on Monday, the council said.' }
    for (const headers of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }, { origin: '' }]) {
      const response = await test.ask('observer', 'POST', '/api/reports', body, headers)
      expect(await response.json()).toMatchObject({ status: 403, code: 'origin-foreign' })
    }
  })
})
