import { sayIssue } from '../base/schema-issue.ts'
import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { CLIENT_HEADER } from '../compose/accounts/index.ts'
import type { ApiEnv, ApiParts } from './env.ts'
import { limitRate, type RateLimits } from './middleware/rate-limit.ts'
import { openApiDocument, type OpenApiDocument } from './openapi.ts'
import { problem } from './problem.ts'
import { addRoutes } from './routes/index.ts'

/** How to make an API. */
export interface ApiOptions extends ApiParts {
  /** (Default: see `RateLimits`) */
  readonly rateLimits?: RateLimits
  /** Told of every defect with the request's id; answers never show it. */
  readonly onDefect?: (error: unknown, requestId: string) => void
}

/** The API over web-standard requests: all paths begin with /api. */
export interface Api {
  /** `client`: who connects, an address; left out where a page's own server half asks, which is not counted against anybody. */
  readonly fetch: (request: Request, client?: string) => Promise<Response>
  readonly document: () => OpenApiDocument
  /** Every address with its method, as the app has it: for the test that none is without a rule. */
  readonly addresses: () => readonly { readonly method: string; readonly path: string }[]
}

/** A page may have 10 MiB; a form adds its borders, JSON its escapes. */
const MAX_BODY_BYTES = 21 * 1024 * 1024
/** What answers that are no pages may load. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'"
const BODY_MALFORMED = {
  code: 'request-malformed',
  message: 'body: found none that fits a content type taken here, expected JSON or a form as the operation tells',
}
const NOBODY = { client: undefined }

/** Puts the API together. */
export function createApi(options: ApiOptions): Api {
  const { accounts, now, rateLimits = {}, onDefect = () => undefined } = options
  const app = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const [issue] = result.error.issues
      // the validator hands over what was sent, which its types do not tell
      const sent = 'data' in result ? result.data : undefined
      const { path, text } = issue ? sayIssue(issue, sent) : { path: [], text: 'found another form' }
      return problem(c, { code: 'request-malformed', message: `${[result.target, ...path].join('.')}: ${text}` })
    },
  })
  app.use(requestId({ headerName: '' }), async (c, next) => {
    await next()
    c.header('x-request-id', c.get('requestId'))
    if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', NOTHING)
  })
  app.use(
    secureHeaders({
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
    }),
  )
  app.use(limitRate(rateLimits, now))
  app.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: (c) =>
        problem(c, {
          code: 'body-too-large',
          message: `body: found more than ${MAX_BODY_BYTES} bytes, expected fewer`,
        }),
    }),
  )
  app.on(['GET', 'POST'], '/api/auth/*', (c) => accounts.handle(fromClient(c.req.raw, c.env.client)))
  addRoutes(app, options)
  app.notFound((c) =>
    problem(c, {
      code: 'not-found',
      message: `${c.req.method} ${c.req.path}: found nothing, expected an address of /api/reference`,
    }),
  )
  app.onError((error, c) => {
    // what takes bodies apart throws where one is of no content type that is taken, or not of its own
    if (error instanceof HTTPException && error.status < 500) return problem(c, BODY_MALFORMED)
    onDefect(error, c.get('requestId'))
    return problem(c, {
      code: 'internal',
      message: 'the program: found a defect; whoever runs it finds it by the request’s id',
    })
  })
  return {
    fetch: async (request, client) => app.fetch(request, client === undefined ? NOBODY : { client }),
    document: () => openApiDocument(app),
    addresses: () => app.routes.map(({ method, path }) => ({ method, path })),
  }
}

/** better-auth counts attempts by this header; whatever comes from outside in it is overwritten. */
function fromClient(request: Request, client = '127.0.0.1'): Request {
  const headers = new Headers(request.headers)
  headers.set(CLIENT_HEADER, client)
  return new Request(request, { headers })
}
