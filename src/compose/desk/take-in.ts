import { sha256 } from '../../base/sha256.ts'
import { entryKey, findEntries, parseLeaf } from '../../store/index.ts'
import { readFailedPages } from '../../store/projections/index.ts'
import { ingestPages, pageOf, pagesAt, type IngestTally, type SourcePage } from '../case/index.ts'
import type { Desk } from './open-desk.ts'

/** A page that somebody brings: bytes of a file, a text, or an address to fetch. */
export type BroughtPage =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array; readonly told: ToldOfPage }
  | { readonly kind: 'text'; readonly text: string; readonly told: ToldOfPage }
  | { readonly kind: 'address'; readonly url: string }

/** What its bringer knows of a page. (Default of each: not told) */
export type ToldOfPage = Pick<SourcePage, 'outlet' | 'url' | 'published' | 'title'>

/** What came of a page: an address that is a feed brings several. */
export interface TakenIn extends IngestTally {
  /** The reports, whether new or held before; those that could not be read have none. */
  readonly reports: readonly string[]
  /** Why pages could not be had or read. */
  readonly failures: readonly { readonly from: string; readonly code: string; readonly message: string }[]
}

/** Takes in what somebody brings. `by`: the person, who stands in the entry as the one who recorded it. */
export async function takeIn(desk: Desk, by: string, brought: BroughtPage): Promise<TakenIn> {
  const taken: SourcePage[] = []
  const tally = await ingestPages(desk.open, desk.tools, noted(pagesOf(brought), by, taken))
  await desk.changes.look()
  const sources = new Set(taken.map(({ from }) => from))
  const failures = (await readFailedPages(desk.open.store)).filter(({ source }) => sources.has(source))
  return {
    ...tally,
    reports: await reportsOfPages(desk, taken),
    failures: failures.map(({ source, code, message }) => ({ from: source, code, message })),
  }
}

async function* pagesOf(brought: BroughtPage): AsyncGenerator<SourcePage> {
  switch (brought.kind) {
    case 'file':
      yield { ...pageOf(brought.bytes, `file:${brought.name}`), ...brought.told }
      return
    case 'text':
      yield { ...pageOf(new TextEncoder().encode(brought.text), brought.told.url ?? 'pasted'), ...brought.told }
      return
    case 'address':
      yield* pagesAt(brought.url)
  }
}

async function* noted(pages: AsyncIterable<SourcePage>, by: string, taken: SourcePage[]): AsyncGenerator<SourcePage> {
  for await (const page of pages) {
    taken.push(page)
    yield { ...page, by }
  }
}

/** A page that the record had before keeps the id of its report. */
async function reportsOfPages({ open }: Desk, pages: readonly SourcePage[]): Promise<readonly string[]> {
  const keys = pages.flatMap(({ bytes }) =>
    bytes ? [entryKey('page', Buffer.from(sha256(bytes)).toString('hex'))] : [],
  )
  const entries = (await findEntries(open.store, keys)).map(({ text }) => parseLeaf(text))
  const reports = entries.flatMap((entry) => (entry.kind === 'report-received' ? [entry.body.report] : []))
  return [...new Set(reports)]
}
