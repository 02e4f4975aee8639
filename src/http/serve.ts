import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { done, failed, type Result } from '../base/result.ts'
import { createAccounts, type Accounts, type SignInOptions } from '../compose/accounts/index.ts'
import { openDesk, type Desk, type DeskOptions } from '../compose/desk/index.ts'
import { createApi, type Api } from './create-api.ts'
import type { Refusal } from './problem.ts'

/** What a page server is given to answer with. */
export interface Platform {
  readonly desk: Desk
  readonly accounts: Accounts
  readonly api: Api
  /** The clock, as an instant in UTC. */
  readonly now: () => string
}

/** Answers what does not lie under /api: the workbench. `client`: who connects. */
export type AnswerPage = (request: Request, platform: Platform, client: string) => Promise<Response>

/** How to serve a case. */
export interface ServeOptions extends DeskOptions {
  /** (Default: 8020; 0 takes a free one) */
  readonly port?: number
  /** The interface to listen on. (Default: 127.0.0.1, this machine only) */
  readonly host?: string
  /** Where browsers find the server. (Default: http://HOST:PORT) */
  readonly origin?: string
  /** Take who connects from the last `X-Forwarded-For`: only behind a proxy that sets it. (Default: false) */
  readonly behindProxy?: boolean
  readonly signIn?: Pick<SignInOptions, 'singleSignOn' | 'trustedOrigins'>
  /** Makes the workbench, once the case is open. (Default: there is none, and / leads to the API's reference) */
  readonly pages?: () => Promise<AnswerPage>
  /** Told of every defect with the request's id. */
  readonly onDefect?: (error: unknown, requestId: string) => void
}

/** A server at work. */
export interface Serving {
  readonly platform: Platform
  /** Where it answers. */
  readonly origin: string
  /** Ends connections, the store last. */
  readonly close: () => Promise<void>
}

const USUAL_PORT = 8020

/**
 * Opens a case and serves it. The port is taken first, so that a taken one is told at once. Fails with `port-taken` or a code of the case;
 * what the file system refuses is `folder-unwritable`.
 */
export async function serveCase(options: ServeOptions = {}): Promise<Result<Serving, Refusal>> {
  const { port = USUAL_PORT, host = '127.0.0.1' } = options
  let answer: (request: Request, client: string) => Promise<Response> = () => Promise.resolve(starting())
  const server = createServer(
    getRequestListener(async (request, { incoming }) => answer(request, clientOf(request, incoming.socket, options))),
  )
  const listening = await listen(server, port, host)
  if (!listening.ok) return listening
  const origin = options.origin ?? `http://${host.includes(':') ? `[${host}]` : host}:${listening.value}`
  const opened = await openPlatform(options, origin).catch(async (cause: unknown) => {
    await closeServer(server)
    throw cause
  })
  if (!opened.ok) {
    await closeServer(server)
    return opened
  }
  const platform = opened.value
  const close = async (): Promise<void> => {
    await closeServer(server)
    await platform.desk.close()
  }
  const page = await options.pages?.().catch(async (cause: unknown) => {
    await close()
    throw cause
  })
  answer = (request, client) => {
    if (new URL(request.url).pathname.startsWith('/api')) return platform.api.fetch(request, client)
    return page ? page(request, platform, client) : Promise.resolve(Response.redirect(`${origin}/api/reference`, 302))
  }
  return done({ platform, origin, close })
}

/** Opens a case with its accounts and API, without a server: for the pages' own development server, and tests. */
export async function openPlatform(options: ServeOptions, origin: string): Promise<Result<Platform, Refusal>> {
  const desk = await openDesk(options)
  if (!desk.ok) return desk
  const now = (): string => new Date().toISOString()
  const accounts = createAccounts(desk.value.open, { origin, ...options.signIn }, now)
  const origins = [origin, ...(options.signIn?.trustedOrigins ?? [])]
  const { onDefect } = options
  const api = createApi({ desk: desk.value, accounts, origins, now, ...(onDefect && { onDefect }) })
  return done({ desk: desk.value, accounts, api, now })
}

function listen(server: Server, port: number, host: string): Promise<Result<number, Refusal>> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES' && cause.code !== 'EADDRNOTAVAIL') return reject(cause)
      const found = cause.code === 'EADDRINUSE' ? 'another program answering there' : `no right to it (${cause.code})`
      resolve(
        failed({
          code: 'port-taken',
          message: `port ${port}: found ${found}, expected a free one; name another with --port`,
        }),
      )
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(done(typeof address === 'object' && address ? address.port : port))
    })
  })
}

/** Stops listening; a client that holds its connection open, as the stream of events does, is cut off. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function clientOf(
  request: Request,
  socket: { readonly remoteAddress?: string | undefined },
  { behindProxy }: ServeOptions,
): string {
  const forwarded = behindProxy ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || (socket.remoteAddress ?? 'unknown')
}

function starting(): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2', refresh: '2' }
  return new Response('Truceline is opening the case; this page comes back by itself.\n', { status: 503, headers })
}
