import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { ROLES, SCOPES, type Caller, type Person, type Role, type Scope } from '../../contract/index.ts'
import {
  deleteToken,
  findPerson,
  findToken,
  forgetAccess,
  hasCredential,
  insertToken,
  listPeople,
  listTokens,
  peopleOfRole,
  writeRoles,
  type PersonRow,
  type TokenRow,
} from '../../store/accounts/index.ts'
import type { OpenCase } from '../case/index.ts'
import { createSignIn, type SignInOptions } from './sign-in.ts'

/** Roles of the first person: enough to try everything but to verify alone, which no one can, or to speak for a side. */
const FIRST_ROLES = ['admin', 'analyst', 'verifier', 'editor', 'observer'] as const satisfies readonly Role[]
const FIRST_EMAIL = 'admin@localhost.invalid'
const TOKEN_PREFIX = 'truceline_'
const MS_A_DAY = 24 * 60 * 60 * 1000

/** Whom to invite. */
export interface Invitation {
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  /** The side that a liaison speaks for. */
  readonly side: string | null
}

/** A new token; `secret` is shown this once. */
export interface IssuedToken extends TokenRow {
  readonly secret: string
}

/** The people of a case: who asks, who may be what. */
export interface Accounts {
  /** Answers what lies under /api/auth: signing in and out, second factors, single sign-on. */
  readonly handle: (request: Request) => Promise<Response>
  /** Who sends a request with these headers, by cookie or `Authorization: Bearer`; null where nobody is known by them. */
  readonly whoIs: (headers: Headers) => Promise<Caller | null>
  readonly people: () => Promise<readonly Person[]>
  /** Makes an account; answers the person and an address that signs them in, once, within a day. Null where the address has one. */
  readonly invite: (invitation: Invitation) => Promise<{ readonly person: Person; readonly link: string } | null>
  /** For a lost password or phone: forgets both, ends all sessions, and answers a new such address. Null where there is no such person. */
  readonly resetAccess: (person: string) => Promise<string | null>
  /** Gives exactly these roles; null where there is no such person. */
  readonly setRoles: (person: string, roles: readonly Role[], side: string | null) => Promise<Person | null>
  /**
   * A link that signs the first admin in; null once an admin can sign in by themselves.
   *
   * @param anew forget how the first admin signs in, so that there is always a link (Default: false)
   */
  readonly firstLink: (anew?: boolean) => Promise<string | null>
  /** Sets the password of whoever sends the request; `current` where they have one. Answers whether it was taken. */
  readonly setPassword: (headers: Headers, password: string, current: string | null) => Promise<boolean>
  readonly tokens: (person: string) => Promise<readonly TokenRow[]>
  readonly issueToken: (person: string, name: string, scopes: readonly Scope[], days: number) => Promise<IssuedToken>
  readonly revokeToken: (person: string, id: string) => Promise<boolean>
}

/** Opens the accounts of a case. */
export function createAccounts({ store, key }: OpenCase, options: SignInOptions, now: () => string): Accounts {
  const waiting = new Map<string, (token: string) => void>()
  const signIn = createSignIn(store, key, options, (ticket, token) => waiting.get(ticket)?.(token))

  const linkFor = async (email: string): Promise<string> => {
    const ticket = randomUUID()
    const token = new Promise<string>((resolve) => waiting.set(ticket, resolve))
    await signIn.api.signInMagicLink({ body: { email, metadata: { ticket } }, headers: new Headers() })
    waiting.delete(ticket)
    return `${options.origin}/api/auth/magic-link/verify?token=${encodeURIComponent(await token)}&callbackURL=%2F`
  }

  const personOf = async (email: string, name: string): Promise<string> => {
    const { internalAdapter } = await signIn.$context
    const known = await internalAdapter.findUserByEmail(email)
    if (known) return known.user.id
    const made = await internalAdapter.createUser(
      { email: email.toLowerCase(), name, emailVerified: true },
      { method: 'admin' },
    )
    return made.id
  }

  const setRoles: Accounts['setRoles'] = async (id, roles, side) => {
    if (!(await findPerson(store, id))) return null
    await store.transaction((sql) => writeRoles(sql, id, roles, roles.includes('liaison') ? side : null))
    const row = await findPerson(store, id)
    return row && toPerson(row)
  }

  return {
    handle: (request) => signIn.handler(request),
    whoIs: async (headers) => {
      const bearer = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
      const token = bearer === undefined ? null : await findToken(store, hashOf(bearer), now())
      if (bearer !== undefined && !token) return null
      const id = token?.person ?? (await signIn.api.getSession({ headers }))?.user.id
      const row = id === undefined ? null : await findPerson(store, id)
      if (!row) return null
      const scopes = token ? SCOPES.filter((scope) => token.scopes.includes(scope)) : null
      return { person: toPerson(row), by: token ? 'token' : 'session', scopes }
    },
    people: async () => (await listPeople(store)).map(toPerson),
    invite: async ({ name, email, roles, side }) => {
      const { internalAdapter } = await signIn.$context
      if (await internalAdapter.findUserByEmail(email)) return null
      const person = await setRoles(await personOf(email, name), roles, side)
      if (!person) throw new Error(`person ${email}: found none, expected the one just made`)
      return { person, link: await linkFor(email) }
    },
    resetAccess: async (id) => {
      const row = await findPerson(store, id)
      if (!row) return null
      await store.transaction((sql) => forgetAccess(sql, id))
      return linkFor(row.email)
    },
    setRoles,
    firstLink: async (anew = false) => {
      const admins = await peopleOfRole(store, 'admin')
      if (anew && admins[0] !== undefined) await store.transaction((sql) => forgetAccess(sql, admins[0] ?? ''))
      for (const admin of anew ? [] : admins) if (await hasCredential(store, admin)) return null
      if (admins.length === 0) await setRoles(await personOf(FIRST_EMAIL, 'Administrator'), FIRST_ROLES, null)
      const [first] = admins
      const row = first === undefined ? null : await findPerson(store, first)
      return linkFor(row?.email ?? FIRST_EMAIL)
    },
    setPassword: async (headers, password, current) => {
      const change =
        current === null
          ? signIn.api.setPassword({ body: { newPassword: password }, headers })
          : signIn.api.changePassword({
              body: { newPassword: password, currentPassword: current, revokeOtherSessions: true },
              headers,
            })
      return change.then(
        () => true,
        () => false,
      )
    },
    tokens: (person) => listTokens(store, person),
    issueToken: async (person, name, scopes, days) => {
      const secret = `${TOKEN_PREFIX}${randomBytes(32).toString('base64url')}`
      const createdAt = now()
      const expiresAt = new Date(Date.parse(createdAt) + days * MS_A_DAY).toISOString().replace(/\.\d+Z$/, 'Z')
      const token: TokenRow = { id: randomUUID(), name, scopes, createdAt, expiresAt }
      await insertToken(store, person, hashOf(secret), token)
      return { ...token, secret }
    },
    revokeToken: (person, id) => deleteToken(store, person, id),
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function toPerson({ roles, ...row }: PersonRow): Person {
  return { ...row, roles: ROLES.filter((role) => roles.includes(role)) }
}
