import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from '@hono/zod-openapi'
import type { ErrorCode } from '../contract/index.ts'

/** What only this door refuses; what each means stands in the comment beside it. */
export const HTTP_CODES = [
  /** Nobody is signed in, or the token is over. */
  'sign-in-needed',
  /** No role of the person allows it. */
  'role-missing',
  /** The token is not good for it. */
  'scope-missing',
  /** A page of another site sent the request. */
  'origin-foreign',
  /** Too many requests in a short time. */
  'too-many-requests',
  /** There is no such address or thing. */
  'not-found',
  /** A part of the request has another form than expected. */
  'request-malformed',
  /** The cursor is none that a list gave. */
  'cursor-malformed',
  /** The body is larger than what is taken. */
  'body-too-large',
  /** Somebody changed it since it was read. */
  'changed-meanwhile',
  /** A write must tell which state of the record it is based on. */
  'basis-missing',
  /** The idempotency key stood for another request before. */
  'key-reused',
  /** The same request is being done already. */
  'key-at-work',
  /** The address has an account already. */
  'person-exists',
  /** The password is too short, or the current one is wrong. */
  'password-refused',
] as const

export type HttpCode = (typeof HTTP_CODES)[number]

/** Why a request is refused, as `application/problem+json` of RFC 9457 with our code. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ example: 'urn:truceline:error:not-found' }),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ description: 'What programs go by; listed in docs/errors.md.' }),
    detail: z.string().openapi({ description: 'For people: where, what was found, what was expected.' }),
    requestId: z.string(),
  })
  .openapi('Problem')

/** A refusal: the code for programs, the message for people. */
export interface Refusal {
  readonly code: string
  readonly message: string
}

/** Codes that have a status of their own; every other refusal of an input is a 422. */
const STATUS: { readonly [C in ErrorCode]?: ContentfulStatusCode } = {
  'sign-in-needed': 401,
  'role-missing': 403,
  'scope-missing': 403,
  'origin-foreign': 403,
  'too-many-requests': 429,
  'not-found': 404,
  'claim-unknown': 404,
  'incident-unknown': 404,
  'request-malformed': 400,
  'cursor-malformed': 400,
  'body-too-large': 413,
  'gpx-too-large': 413,
  'changed-meanwhile': 412,
  'basis-missing': 428,
  'key-reused': 422,
  'key-at-work': 409,
  'person-exists': 409,
  'step-out-of-date': 409,
  'step-second-person': 409,
  internal: 500,
}

/** Answers with a problem. */
export function problem(c: Context, { code, message }: Refusal): Response {
  const status = STATUS[code as ErrorCode] ?? 422
  const requestId = c.get('requestId')
  return c.body(
    JSON.stringify({
      type: `urn:truceline:error:${code}`,
      title: code.replaceAll('-', ' '),
      status,
      code,
      detail: message,
      requestId,
    }),
    status,
    { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  )
}
