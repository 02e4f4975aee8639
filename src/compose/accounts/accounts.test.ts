import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initCase, type OpenCase } from '../case/index.ts'
import type { Person } from '../../contract/index.ts'
import { createAccounts, type Accounts, type Invitation } from './index.ts'
import { createSignIn } from './sign-in.ts'

const ORIGIN = 'http://127.0.0.1:8000'
const folder = mkdtempSync(join(tmpdir(), 'truceline-accounts-'))
let open: OpenCase
let accounts: Accounts
let now = '2020-04-08T12:00:00Z'

beforeAll(async () => {
  const made = await initCase(join(folder, 'store'), 'test/accounts')
  if (!made.ok) throw new Error(made.failure.message)
  open = made.value
  accounts = createAccounts(open, { origin: ORIGIN }, () => now)
}, 120_000)

afterAll(async () => {
  await open?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function invited(invitation: Invitation): Promise<Person> {
  const made = await accounts.invite(invitation)
  if (!made) throw new Error(`${invitation.email}: found an account, expected none yet`)
  return made.person
}

/** Follows a link as a browser does; answers the cookies that it sets. */
async function follow(link: string): Promise<Headers> {
  const response = await accounts.handle(new Request(link))
  return cookiesOf(response)
}

function cookiesOf(response: Response): Headers {
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return new Headers({ cookie: cookies.join('; '), origin: ORIGIN })
}

function post(path: string, body: object, headers = new Headers()): Promise<Response> {
  const all = new Headers(headers)
  all.set('content-type', 'application/json')
  all.set('origin', ORIGIN)
  return accounts.handle(
    new Request(`${ORIGIN}/api/auth${path}`, { method: 'POST', headers: all, body: JSON.stringify(body) }),
  )
}

describe('accounts', () => {
  it('live in tables that better-auth finds complete', async () => {
    const { options } = createSignIn(open.store, open.key, { origin: ORIGIN }, () => undefined)
    const { toBeAdded, toBeCreated } = await getMigrations(options)
    expect(toBeCreated).toEqual([])
    expect(toBeAdded).toEqual([])
  })

  it('let the first admin in by a link, once, until a password is set', async () => {
    const link = await accounts.firstLink()
    expect(link).toContain(`${ORIGIN}/api/auth/magic-link/verify?token=`)
    const headers = await follow(link ?? '')
    const caller = await accounts.whoIs(headers)
    expect(caller).toMatchObject({ by: 'session', scopes: null })
    expect(caller?.person.roles).toContain('admin')
    expect(await accounts.whoIs(await follow(link ?? ''))).toBeNull()
    expect(await accounts.setPassword(headers, 'correct horse battery', null)).toBe(true)
    expect(await accounts.firstLink()).toBeNull()
  })

  it('let nobody make an account or ask for a link from outside', async () => {
    expect((await post('/sign-up/email', { email: 'a@b.c', name: 'A', password: 'long enough, this' })).status).toBe(
      404,
    )
    expect((await post('/sign-in/magic-link', { email: 'admin@localhost.invalid' })).status).toBe(404)
  })

  it('sign people in by password, with the cookie out of reach of scripts', async () => {
    const response = await post('/sign-in/email', {
      email: 'admin@localhost.invalid',
      password: 'correct horse battery',
    })
    expect(response.status).toBe(200)
    expect(response.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/)
    expect((await accounts.whoIs(cookiesOf(response)))?.person.name).toBe('Administrator')
    const wrong = await post('/sign-in/email', { email: 'admin@localhost.invalid', password: 'something else here' })
    expect(wrong.status).toBe(401)
  })

  it('ask for a code beside the password where a second factor is on', async () => {
    const { link = '' } =
      (await accounts.invite({ name: 'Vera', email: 'vera@example.org', roles: ['verifier'], side: null })) ?? {}
    const headers = await follow(link)
    await accounts.setPassword(headers, 'a password of Vera', null)
    const enabled = await post('/two-factor/enable', { password: 'a password of Vera' }, headers)
    const { totpURI } = (await enabled.json()) as { totpURI: string }
    expect(totpURI).toMatch(/^otpauth:\/\/totp\/Truceline/)
    const proved = await post('/two-factor/verify-totp', { code: codeOf(totpURI) }, headers)
    expect(proved.status).toBe(200)
    const signedIn = await post('/sign-in/email', { email: 'vera@example.org', password: 'a password of Vera' })
    expect(await signedIn.json()).toMatchObject({ twoFactorRedirect: true })
    expect(await accounts.whoIs(cookiesOf(signedIn))).toBeNull()
    const whole = await post('/two-factor/verify-totp', { code: codeOf(totpURI) }, cookiesOf(signedIn))
    const caller = await accounts.whoIs(cookiesOf(whole))
    expect(caller?.person).toMatchObject({ name: 'Vera', roles: ['verifier'], secondFactor: true })
  })

  it('mend a lost password and phone by a new link, and end all sessions', async () => {
    const vera = (await accounts.people()).find(({ name }) => name === 'Vera')
    expect(await accounts.invite({ name: 'V', email: 'vera@example.org', roles: ['admin'], side: null })).toBeNull()
    const headers = await follow((await accounts.resetAccess(vera?.id ?? '')) ?? '')
    expect((await accounts.whoIs(headers))?.person).toMatchObject({ roles: ['verifier'], secondFactor: false })
    expect(await accounts.setPassword(headers, 'another password of hers', null)).toBe(true)
    expect(await accounts.setPassword(headers, 'and one more, without the old', null)).toBe(false)
    const old = await post('/sign-in/email', { email: 'vera@example.org', password: 'a password of Vera' })
    expect(old.status).toBe(401)
    expect(await accounts.resetAccess('nobody')).toBeNull()
  })

  it('let whoever runs the server in anew', async () => {
    expect(await accounts.firstLink()).toBeNull()
    const headers = await follow((await accounts.firstLink(true)) ?? '')
    expect((await accounts.whoIs(headers))?.person.roles).toContain('admin')
  })

  it('give a liaison a side, and take it with the role', async () => {
    const person = await invited({ name: 'L', email: 'l@example.org', roles: ['liaison'], side: 'tr' })
    expect(person).toMatchObject({ roles: ['liaison'], side: 'tr' })
    expect(await accounts.setRoles(person.id, ['reader'], 'tr')).toMatchObject({ roles: ['reader'], side: null })
    expect(await accounts.setRoles('nobody', ['reader'], null)).toBeNull()
  })

  it('know a token until it is over or revoked, and keep no token', async () => {
    const person = await invited({ name: 'R', email: 'r@example.org', roles: ['reader'], side: null })
    const { secret, id } = await accounts.issueToken(person.id, 'a script', ['read'], 30)
    const headers = new Headers({ authorization: `Bearer ${secret}` })
    expect(await accounts.whoIs(headers)).toEqual({ person, by: 'token', scopes: ['read'] })
    now = '2020-05-09T12:00:00Z'
    expect(await accounts.whoIs(headers)).toBeNull()
    now = '2020-04-08T12:00:00Z'
    const kept = await open.store.query<{ row: string }>('select api_token::text as row from api_token')
    expect(kept.map(({ row }) => row).join()).not.toContain(secret)
    expect(await accounts.revokeToken('somebody else', id)).toBe(false)
    expect(await accounts.revokeToken(person.id, id)).toBe(true)
    expect(await accounts.whoIs(headers)).toBeNull()
  })
})

/** The six digits of RFC 6238 for now. */
function codeOf(uri: string): string {
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', fromBase32(new URL(uri).searchParams.get('secret') ?? ''))
    .update(step)
    .digest()
  const code = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fff_ffff
  return String(code % 1_000_000).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
