import { hkdfSync } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins'
import type { SignerKey } from '../../ledger/notes/index.ts'
import type { Database } from '../../store/index.ts'
import { createStoreDialect } from './kysely-dialect.ts'

/** Another house whose sign-in is trusted, by OpenID Connect. */
export interface SingleSignOn {
  /** Shown on the button. */
  readonly name: string
  /** Address of its `/.well-known/openid-configuration`. */
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

/** How people sign in. */
export interface SignInOptions {
  /** Where the browser finds the server: `https://monitoring.example`. */
  readonly origin: string
  /** Further origins whose pages may post to it. (Default: none) */
  readonly trustedOrigins?: readonly string[]
  /** (Default: none, people sign in with a password) */
  readonly singleSignOn?: SingleSignOn
}

/** A watch and some hours: after that people sign in anew. */
const SESSION_SECONDS = 14 * 60 * 60
/** An invitation or the first link of the admin holds a day, and once. */
const LINK_SECONDS = 24 * 60 * 60
const LEAST_PASSWORD_LENGTH = 12

/** Nobody makes an account for themselves, and links go out only through `invite`. */
const CLOSED_PATHS = [
  '/sign-up/email',
  '/sign-in/magic-link',
  '/request-password-reset',
  '/change-email',
  '/update-user',
  '/delete-user',
]

/** The header in which the server tells better-auth who connects; whatever comes from outside in it is overwritten. */
export const CLIENT_HEADER = 'x-truceline-client'

/**
 * Puts better-auth over a store.
 *
 * @param deliver is given each link's token under the ticket that it was asked for with
 */
export function createSignIn(
  store: Database,
  key: SignerKey,
  options: SignInOptions,
  deliver: (ticket: string, token: string) => void,
) {
  const { origin, trustedOrigins = [], singleSignOn } = options
  return betterAuth({
    appName: 'Truceline',
    baseURL: origin,
    basePath: '/api/auth',
    secret: secretFrom(key),
    trustedOrigins: [origin, ...trustedOrigins],
    database: { dialect: createStoreDialect(store), type: 'postgres', transaction: false },
    user: { modelName: 'person' },
    account: { modelName: 'credential' },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: LEAST_PASSWORD_LENGTH },
    disabledPaths: CLOSED_PATHS,
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 60,
      max: 60,
      // a whole shift signs in from one address; a guesser gets nowhere with twelve characters at this pace
      customRules: { '/sign-in/*': { window: 60, max: 20 }, '/magic-link/*': { window: 60, max: 20 } },
    },
    advanced: {
      cookiePrefix: 'truceline',
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    plugins: [
      magicLink({
        expiresIn: LINK_SECONDS,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: ({ token, metadata }) => deliver(String(metadata?.['ticket']), token),
      }),
      twoFactor({ issuer: 'Truceline', schema: { twoFactor: { modelName: 'second_factor' } } }),
      genericOAuth({ config: singleSignOn ? [{ providerId: 'sso', ...configOf(singleSignOn) }] : [] }),
    ],
  })
}

function configOf({ discoveryUrl, clientId, clientSecret }: SingleSignOn) {
  return { discoveryUrl, clientId, clientSecret, scopes: ['openid', 'email', 'profile'], pkce: true }
}

/** Cookies are signed by a key of their own that follows from the log's: one secret to keep, and this one tells nothing of it. */
function secretFrom({ seed, name }: SignerKey): string {
  return Buffer.from(hkdfSync('sha256', seed, name, 'truceline sessions', 32)).toString('base64')
}
