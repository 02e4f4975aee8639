import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** A file of the build; `br` and `gz`: bytes of its compressed twin, where there is one. */
interface Asset {
  readonly file: string
  readonly size: number
  readonly etag: string
  readonly br?: number
  readonly gz?: number
}

/** The files that may be asked for, by path. */
export type AssetTable = readonly (readonly [path: string, asset: Asset])[]

/** The files with all that is needed to answer with them. */
export interface Assets {
  readonly folder: string
  /** Paths that begin so never change what they hold. */
  readonly immutable: string
  readonly types: { readonly [extension: string]: string }
  readonly entries: ReadonlyMap<string, Asset>
}

const ENCODINGS = [
  ['br', 'br'],
  ['gz', 'gzip'],
] as const

/** Answers with a file of the build, compressed as it lies there; null where none is asked for. Only what stands in the table is ever read. */
export async function answerAsset(
  request: Request,
  { folder, immutable, types, entries }: Assets,
): Promise<Response | null> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null
  const { pathname } = new URL(request.url)
  const asset = entries.get(pathname)
  if (!asset) return null
  const etag = `"${asset.etag}"`
  const headers = new Headers({
    etag,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    'cache-control': pathname.startsWith(immutable) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-type': types[extname(asset.file)] ?? 'application/octet-stream',
  })
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const accepted = request.headers.get('accept-encoding') ?? ''
  const [twin, coding] = ENCODINGS.find(([name, token]) => asset[name] !== undefined && accepted.includes(token)) ?? []
  if (coding !== undefined) headers.set('content-encoding', coding)
  const bytes = await readFile(join(folder, twin === undefined ? asset.file : `${asset.file}.${twin}`))
  headers.set('content-length', String(bytes.length))
  return new Response(request.method === 'HEAD' ? null : bytes, { headers })
}
