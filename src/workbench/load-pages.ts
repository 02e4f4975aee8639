import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Readable } from 'node:stream'
import { PROJECT_ROOT } from '../compose/index.ts'
import { answerAsset, type AssetTable } from './answer-asset.ts'

/** The API as the pages call it, in this process: a request with the browser's own cookie, so that sessions and permissions are one. */
export interface WorkbenchApi {
  readonly fetch: (request: Request, client?: string) => Promise<Response>
}

/** Answers a request that is not the API's: a file of the pages, or a page. `client`: who connects, an address. */
export type Pages = (request: Request, platform: { readonly api: WorkbenchApi }, client: string) => Promise<Response>

/** What adapter-node writes into web/build: the pages' server and the table of its files. */
interface Build {
  readonly server: {
    readonly init: (options: {
      env: NodeJS.ProcessEnv
      read: (file: string) => Promise<ReadableStream>
    }) => Promise<void>
    readonly respond: (
      request: Request,
      options: { platform: object; getClientAddress: () => string },
    ) => Promise<Response>
  }
  readonly dir: string
  readonly app_path: string
  readonly mime_types: { readonly [extension: string]: string }
  readonly assets: { readonly entries: AssetTable }
}

/** Most bytes of a form, files included; the API takes no more either. */
const MAX_FORM_BYTES = 25 * 1024 * 1024

/**
 * Loads the built pages.
 *
 * @throws Error of the module loader where web/build is not there: `buildPages` makes it
 */
export async function loadPages(): Promise<Pages> {
  const path = join(PROJECT_ROOT, 'web', 'build', 'adapter-node.js')
  const { server, dir, app_path, mime_types, assets } = (await import(pathToFileURL(path).href)) as Build
  const client = join(dir, 'client')
  await server.init({ env: process.env, read: (file) => readStream(join(client, file)) })
  const table = {
    folder: client,
    immutable: `/${app_path}/immutable/`,
    types: mime_types,
    entries: new Map(assets.entries),
  }
  return async (request, { api }, address) => {
    const refusal = refuseBody(request) ?? (await answerAsset(request, table))
    if (refusal) return refusal
    const workbench = { api: (asked: Request) => (isSigningIn(asked) ? api.fetch(asked, address) : api.fetch(asked)) }
    return server.respond(request, { platform: { workbench }, getClientAddress: () => address })
  }
}

/**
 * A page asks the API several times over: only who signs in is told by their address, so that attempts are counted; all else is one person's
 * page and counts against nobody.
 */
function isSigningIn({ url }: Request): boolean {
  return new URL(url).pathname.startsWith('/api/auth/')
}

/** A body of no known or of too great a length is not read at all. */
function refuseBody({ method, headers }: Request): Response | null {
  if (method === 'GET' || method === 'HEAD') return null
  const length = headers.get('content-length')
  if (length === null && headers.has('transfer-encoding')) return new Response('length required\n', { status: 411 })
  return Number(length ?? 0) > MAX_FORM_BYTES ? new Response('the form is too large\n', { status: 413 }) : null
}

async function readStream(path: string): Promise<ReadableStream> {
  const file = await open(path)
  return Readable.toWeb(file.createReadStream()) as ReadableStream
}
