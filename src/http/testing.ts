import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROLES, type Role } from '../contract/index.ts'
import { initCase } from '../compose/case/index.ts'
import { createAccounts, type Accounts } from '../compose/accounts/index.ts'
import { openDesk, type Desk } from '../compose/desk/index.ts'
import { createApi, type Api } from './index.ts'

/** Where browsers would find the API under test. */
export const TEST_ORIGIN = 'http://truceline.test'

/** A real API on a real store, with people to ask it. */
export interface TestApi {
  readonly api: Api
  readonly desk: Desk
  readonly accounts: Accounts
  /** Asks as somebody, by the session of their browser. Objects are sent as JSON. */
  readonly ask: (
    who: Who,
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ) => Promise<Response>
  /** The person who has just this role. */
  readonly idOf: (role: Role) => string
  /** Sets the clock, by which entries are recorded, too. */
  readonly setNow: (instant: string) => void
  readonly close: () => Promise<void>
}

/** A role, a second verifier, somebody without a role, or nobody. */
export type Who = Role | 'second' | 'stranger' | 'nobody'

/** An answer; its JSON is looked at member by member. */
export interface Told {
  readonly status: number
  readonly headers: Headers
  // oxlint-disable-next-line typescript/no-explicit-any -- what comes over the wire has the type that a test then asks of it
  readonly body: any
}

/** Reads the JSON of an answer; null where it has no body. */
export async function told(response: Response): Promise<Told> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
}

/** Makes it on a store at a location (Default: an embedded one in a temporary folder); a person a role. */
export async function createTestApi(location?: string): Promise<TestApi> {
  const folder = mkdtempSync(join(tmpdir(), 'truceline-http-'))
  const store = location ?? join(folder, 'store')
  const made = await initCase(store, 'test/http', { keyFile: join(folder, 'test.key') })
  if (!made.ok) throw new Error(made.failure.message)
  await made.value.close()
  const opened = await openDesk({ store, keyFile: join(folder, 'test.key'), site: join(folder, 'site') })
  if (!opened.ok) throw new Error(opened.failure.message)
  let clock: string | null = null
  const now = (): string => clock ?? new Date().toISOString()
  const desk = { ...opened.value, tools: { ...opened.value.tools, now } }
  const accounts = createAccounts(desk.open, { origin: TEST_ORIGIN }, now)
  const api = createApi({ desk, accounts, origins: [TEST_ORIGIN], now })
  const sessions = new Map<Who, { readonly id: string; readonly cookie: string }>()
  for (const who of [...ROLES, 'second', 'stranger'] as const) sessions.set(who, await signedIn(who, accounts))
  return {
    api,
    desk,
    accounts,
    ask: (who, method, path, body, headers = {}) => {
      const all = new Headers({ origin: TEST_ORIGIN, ...headers })
      const cookie = sessions.get(who)?.cookie
      if (cookie !== undefined) all.set('cookie', cookie)
      if (body && !(body instanceof FormData)) all.set('content-type', 'application/json')
      const sent = body instanceof FormData ? body : body && JSON.stringify(body)
      return api.fetch(new Request(`${TEST_ORIGIN}${path}`, { method, headers: all, ...(sent && { body: sent }) }))
    },
    idOf: (role) => sessions.get(role)?.id ?? '',
    setNow: (instant) => {
      clock = instant
    },
    close: async () => {
      await desk.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function signedIn(who: Role | 'second' | 'stranger', accounts: Accounts) {
  const roles: readonly Role[] = who === 'stranger' ? [] : [who === 'second' ? 'verifier' : who]
  const made = await accounts.invite({ name: who, email: `${who}@example.org`, roles, side: 'tr' })
  if (!made) throw new Error(`${who}: found an account, expected none yet`)
  const { person, link } = made
  // each from an address of its own: signing in is limited by the minute
  const response = await accounts.handle(
    new Request(link, { headers: { 'x-truceline-client': `10.0.0.${who.length}` } }),
  )
  const cookie = response.headers.getSetCookie().map((one) => one.split(';')[0])
  return { id: person.id, cookie: cookie.join('; ') }
}
