import { lookup as resolveName, type LookupAddress } from 'node:dns'
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Readable } from 'node:stream'
import { done, type Result } from '../base/result.ts'
import { refused, type GatherFailure } from './failure.ts'
import { createPace } from './pace.ts'
import { isPublicAddress } from './public-address.ts'

/** A page as the world gave it. */
export interface FetchedPage {
  /** Where it was in the end, after redirects. */
  readonly url: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** What a fetch may cost. */
export interface FetchLimits {
  /** Bytes, after decompression. (Default: 10 MiB) */
  readonly maxBytes?: number
  /** Milliseconds for the whole page with its redirects, waiting for the host's turn not counted. (Default: 20,000) */
  readonly maxMilliseconds?: number
  /** (Default: 5) */
  readonly maxRedirects?: number
  /** Least time between two requests to one host. (Default: 1,000) */
  readonly gapMilliseconds?: number
  /** Which IP addresses may be asked. (Default: public ones; tests allow their own server) */
  readonly allowAddress?: (address: string) => boolean
}

/** Fetches pages, politely: see `createFetcher`. */
export type FetchPage = (url: string) => Promise<Result<FetchedPage, GatherFailure>>

const USER_AGENT = 'Truceline/0.1 (ceasefire record; one request a second a host)'

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * Makes a fetcher that keeps its limits over all pages it fetches. Every connection, redirects too, goes to an address that was checked:
 * the check is made on what the name leads to at the moment of connecting, so that a name cannot change its mind in between.
 */
export function createFetcher(limits: FetchLimits = {}): FetchPage {
  const { maxMilliseconds = 20_000, maxRedirects = 5, gapMilliseconds = 1000 } = limits
  const pace = createPace(gapMilliseconds, () => performance.now(), sleep)
  return async (url) => {
    let address = url
    let left = maxMilliseconds
    for (let hop = 0; hop <= maxRedirects; hop++) {
      const target = parseAddress(address)
      if (!target.ok) return target
      await pace.turn(target.value.host)
      const started = performance.now()
      const answer = await ask(target.value, limits, AbortSignal.timeout(Math.max(1, Math.ceil(left))))
      left -= performance.now() - started
      if (!answer.ok) return answer
      if (typeof answer.value !== 'string') return done(answer.value)
      address = answer.value
    }
    return refused('fetch-redirects', url, `more than ${maxRedirects} redirects`, 'a page')
  }
}

function parseAddress(address: string): Result<URL, GatherFailure> {
  const expected = 'http://… or https://… without a user name'
  if (!URL.canParse(address)) return refused('address-malformed', 'address', address, expected)
  const url = new URL(address)
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '') {
    return refused('address-malformed', 'address', url.protocol, expected)
  }
  return done(url)
}

/** Asks once: the page, or the address it has moved to. */
async function ask(
  url: URL,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<Result<FetchedPage | string, GatherFailure>> {
  const allow = limits.allowAddress ?? isPublicAddress
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A literal address is never looked up, so the guard in the look-up would not see it.
  if (isIP(host) !== 0 && !allow(host)) return privateAddress(url, host)
  try {
    const response = await connect(url, guardedLookup(allow), signal)
    const { statusCode = 0, headers } = response
    if (REDIRECTS.has(statusCode) && headers.location !== undefined) {
      response.destroy()
      return URL.canParse(headers.location, url.href)
        ? done(new URL(headers.location, url).href)
        : refused('address-malformed', url.href, `a redirect to ${headers.location}`, 'an address')
    }
    if (statusCode !== 200) {
      response.destroy()
      return refused('fetch-refused', url.href, `status ${statusCode}`, '200')
    }
    return await readBody(response, url, limits.maxBytes ?? 10 * 1024 * 1024)
  } catch (cause) {
    return failureOf(cause, url, signal)
  }
}

function connect(url: URL, lookup: LookupFunction, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const headers = {
    'user-agent': USER_AGENT,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
  }
  return new Promise((resolve, reject) => {
    request(url, { lookup, signal, headers, agent: false }, resolve).on('error', reject).end()
  })
}

async function readBody(
  response: IncomingMessage,
  url: URL,
  maxBytes: number,
): Promise<Result<FetchedPage, GatherFailure>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of decoded(response) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) {
      response.destroy()
      return refused('fetch-too-large', url.href, `more than ${maxBytes} bytes`, `at most ${maxBytes}`)
    }
    chunks.push(chunk)
  }
  if (!response.complete) return refused('fetch-failed', url.href, 'a connection broken off', 'the whole page')
  const mediaType = response.headers['content-type'] ?? 'application/octet-stream'
  return done({ url: url.href, mediaType, bytes: new Uint8Array(Buffer.concat(chunks)) })
}

/** The size is counted behind this, so that a small download cannot blow up. */
function decoded(response: IncomingMessage): Readable {
  const decoder = decoderOf(response.headers['content-encoding'])
  if (!decoder) return response
  response.on('error', (cause) => decoder.destroy(cause))
  return response.pipe(decoder)
}

function decoderOf(encoding: string | undefined) {
  switch (encoding?.toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      return null
  }
}

class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'
}

/** Looks a name up and lets only allowed addresses through; all that it leads to must be allowed. */
function guardedLookup(allow: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, '')
      const stranger = found.find(({ address }) => !allow(address))
      if (stranger) return callback(new PrivateAddressError(stranger.address), '')
      const [first] = found
      if (options.all) return callback(null, found)
      return callback(null, first?.address ?? '', first?.family)
    })
  }
}

function failureOf(cause: unknown, url: URL, signal: AbortSignal): Result<never, GatherFailure> {
  if (cause instanceof PrivateAddressError) return privateAddress(url, cause.message)
  if (signal.aborted) return refused('fetch-too-slow', url.href, 'no whole page in time', 'one within the limit')
  const code = cause instanceof Error ? (cause as NodeJS.ErrnoException).code : undefined
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return refused('address-unresolved', url.host, code, 'a host')
  return refused('fetch-failed', url.href, cause instanceof Error ? cause.message : String(cause), 'a page')
}

function privateAddress(url: URL, address: string): Result<never, GatherFailure> {
  return refused('address-private', url.host, address, 'an address in the public internet')
}
