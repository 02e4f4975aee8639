import type { Readable } from 'node:stream'
import { WARCParser, type WARCRecord } from 'warcio'
import { openPromise } from 'yauzl'
import { done, type Result } from '../base/result.ts'
import { refused, type GatherFailure } from './failure.ts'

/** A page as an archive of the web holds it. */
export interface ArchivedPage {
  readonly url: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** When it was fetched, an instant: evidence for when the words stood there, not for when they were published. */
  readonly fetched: string | null
}

/** Bytes of one page, as everywhere. */
const MAX_PAGE_BYTES = 10 * 2 ** 20
const PAGE_TYPES = /^(?:text\/(?:html|plain)|application\/(?:xhtml\+xml|pdf))\b/i

/** Whether a file's name is that of a web archive. */
export function isWebArchiveName(name: string): boolean {
  return /\.(?:wacz|warc|warc\.gz)$/i.test(name)
}

/** Reads the pages of a web archive, WACZ or WARC: answers with status 200 that are HTML, text or PDF, one in memory at a time. */
export async function* readWebArchive(
  path: string,
  open: () => Readable,
): AsyncGenerator<Result<ArchivedPage, GatherFailure>> {
  try {
    if (!/\.wacz$/i.test(path)) {
      yield* readWarc(open())
      return
    }
    const zip = await openPromise(path)
    try {
      for await (const entry of zip.eachEntry()) {
        if (/^archive\/[^/]+\.warc(?:\.gz)?$/.test(entry.fileName))
          yield* readWarc(await zip.openReadStreamPromise(entry))
      }
    } finally {
      zip.close()
    }
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause)
    yield refused('archive-malformed', path, found, 'a whole web archive')
  }
}

async function* readWarc(stream: Readable): AsyncGenerator<Result<ArchivedPage, GatherFailure>> {
  try {
    for await (const record of WARCParser.iterRecords(stream as AsyncIterable<Uint8Array>)) {
      const mediaType = record.httpHeaders?.headers.get('content-type') ?? ''
      const isPage =
        record.warcType === 'response' && record.httpHeaders?.statusCode === 200 && PAGE_TYPES.test(mediaType)
      if (isPage) yield await readPage(record, mediaType)
    }
  } finally {
    stream.destroy()
  }
}

async function readPage(record: WARCRecord, mediaType: string): Promise<Result<ArchivedPage, GatherFailure>> {
  const url = record.warcTargetURI ?? ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of record) {
    size += chunk.length
    if (size > MAX_PAGE_BYTES) return refused('archive-too-large', url, `more than ${MAX_PAGE_BYTES} bytes`, 'a page')
    chunks.push(chunk)
  }
  return done({ url, bytes: new Uint8Array(Buffer.concat(chunks)), mediaType, fetched: record.warcDate ?? null })
}
