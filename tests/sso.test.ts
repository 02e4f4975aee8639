import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccounts, type Accounts } from '../src/compose/accounts/index.ts'
import { initCase, type OpenCase } from '../src/compose/case/index.ts'

const ORIGIN = 'http://127.0.0.1:8020'
const folder = mkdtempSync(join(tmpdir(), 'truceline-sso-'))
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
/** What was asked for at the house, by the code that it gave out. */
const asked = new Map<string, URLSearchParams>()
let house = ''
let open: OpenCase
let accounts: Accounts

/** A house that signs people in by OpenID Connect: discovery, keys, and codes for tokens, PKCE checked. */
const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', house)
  const answer = (value: object, status = 200) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(value))
  }
  if (url.pathname === '/.well-known/openid-configuration') {
    return answer({
      issuer: house,
      authorization_endpoint: `${house}/authorize`,
      token_endpoint: `${house}/token`,
      jwks_uri: `${house}/keys`,
      userinfo_endpoint: `${house}/me`,
      id_token_signing_alg_values_supported: ['RS256'],
    })
  }
  if (url.pathname === '/keys')
    return answer({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256' }] })
  if (url.pathname === '/me')
    return answer({ sub: 'amal', email: 'amal@mission.example', email_verified: true, name: 'Amal' })
  const form = new URLSearchParams(await bodyOf(request))
  const before = asked.get(form.get('code') ?? '')
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  if (!before || before.get('code_challenge') !== challenge) return answer({ error: 'invalid_grant' }, 400)
  const claims = { nonce: before.get('nonce') ?? undefined, sub: 'amal', email: 'amal@mission.example', name: 'Amal' }
  return answer({ access_token: 'x', token_type: 'Bearer', expires_in: 300, id_token: signed(claims) })
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  house = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const made = await initCase(join(folder, 'store'), 'test/sso')
  if (!made.ok) throw new Error(made.failure.message)
  open = made.value
  const singleSignOn = {
    name: 'Mission',
    discoveryUrl: `${house}/.well-known/openid-configuration`,
    clientId: 'truceline',
    clientSecret: 'between us',
  }
  accounts = createAccounts(open, { origin: ORIGIN, singleSignOn }, () => new Date().toISOString())
}, 120_000)

afterAll(async () => {
  server.close()
  await open?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('sign-in by another house', () => {
  it('brings people in without any role, until an admin gives one', async () => {
    const begun = await accounts.handle(
      new Request(`${ORIGIN}/api/auth/sign-in/social`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: ORIGIN },
        body: JSON.stringify({ provider: 'sso', callbackURL: '/' }),
      }),
    )
    const { url } = (await begun.json()) as { url: string }
    const wanted = new URL(url).searchParams
    expect(wanted.get('redirect_uri')).toBe(`${ORIGIN}/api/auth/callback/sso`)
    const code = randomUUID()
    asked.set(code, wanted)
    const back = `${ORIGIN}/api/auth/callback/sso?code=${code}&state=${wanted.get('state')}&iss=${encodeURIComponent(house)}`
    const entered = await accounts.handle(new Request(back, { headers: { cookie: cookiesOf(begun) } }))
    expect(entered.headers.get('location')).toBe('/')
    const caller = await accounts.whoIs(new Headers({ cookie: cookiesOf(entered) }))
    expect(caller?.person).toMatchObject({ name: 'Amal', email: 'amal@mission.example', roles: [] })
    expect(await accounts.setRoles(caller?.person.id ?? '', ['observer'], null)).toMatchObject({ roles: ['observer'] })
  })

  it('lets nobody in by a code that it did not ask for', async () => {
    const back = `${ORIGIN}/api/auth/callback/sso?code=made-up&state=made-up`
    const entered = await accounts.handle(new Request(back))
    expect(await accounts.whoIs(new Headers({ cookie: cookiesOf(entered) }))).toBeNull()
  })
})

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

/** A token of RFC 7519 that the house signs. */
function signed(claims: object): string {
  const now = Math.floor(Date.now() / 1000)
  const parts = [
    { alg: 'RS256', kid: 'k', typ: 'JWT' },
    { iss: house, aud: 'truceline', iat: now, exp: now + 300, ...claims },
  ]
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url')}`
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
