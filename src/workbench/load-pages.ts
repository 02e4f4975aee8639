import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PROJECT_ROOT } from '../compose/index.ts'

/** The API as the pages call it, in this process: a request with the browser's own cookie, so that sessions and permissions are one. */
export type WorkbenchApi = (request: Request) => Response | Promise<Response>

/** Answers a request with a page. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => void

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** Prefix of the variables by which adapter-node is set; the protocol has no other way in. */
const PROTOCOL_HEADER = 'x-truceline-protocol'

/** How the pages are served. */
export interface PagesOptions {
  readonly api: WorkbenchApi
  /** What the browser's address begins with. (Default: `http`; behind a proxy that ends TLS, `https`) */
  readonly protocol?: 'http' | 'https'
  /** Most bytes of a form, files included. (Default: 25 MiB) */
  readonly bodyLimitBytes?: number
}

/** Loads the built pages. Call it once a process: the pages' own server starts as it is loaded. */
export async function loadPages({ api, protocol = 'http', bodyLimitBytes = 25 << 20 }: PagesOptions): Promise<Pages> {
  process.env['TRUCELINE_WEB_PROTOCOL_HEADER'] = PROTOCOL_HEADER
  process.env['TRUCELINE_WEB_BODY_SIZE_LIMIT'] = String(bodyLimitBytes)
  const path = join(PROJECT_ROOT, 'web', 'build', 'handler.js')
  const { handler } = (await import(pathToFileURL(path).href)) as { readonly handler: Handler }
  return (request, response) => {
    request.headers[PROTOCOL_HEADER] = protocol
    handler(Object.assign(request, { workbench: { api } }), response, () => {
      response.statusCode = 404
      response.end()
    })
  }
}
