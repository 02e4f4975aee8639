import { sha256 } from '../../base/sha256.ts'
import { entryKey, findEntries, parseLeaf } from '../../store/index.ts'
import { readFailedPages } from '../../store/projections/index.ts'
import {
  holdsSeveral,
  ingestPages,
  pageOf,
  pagesAt,
  pagesInFile,
  type IngestTally,
  type PageFailure,
  type SourcePage,
} from '../case/index.ts'
import type { Desk } from './open-desk.ts'
import { putAside } from './put-aside.ts'

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
  const refused: TakenIn['failures'][number][] = []
  const tally = await ingestPages(desk.open, desk.tools, noted(bounded(pagesOf(brought, refused), refused), by, taken))
  await desk.changes.look()
  const sources = new Set(taken.map(({ from }) => from))
  const failures = (await readFailedPages(desk.open.store)).filter(({ source }) => sources.has(source))
  return {
    ...tally,
    reports: await reportsOfPages(desk, taken),
    failures: [...failures.map(({ source, code, message }) => ({ from: source, code, message })), ...refused],
  }
}

/** Pages taken of one thing that is brought: a small archive can be made to hold very many. */
const MOST_PAGES = 2_000
/** What an archive that is sent may hold. */
const ARCHIVE_LIMITS = { maxMemberBytes: 10 * 2 ** 20, maxBytes: 128 * 2 ** 20, maxMembers: MOST_PAGES }

async function* bounded(
  pages: AsyncIterable<SourcePage>,
  refused: TakenIn['failures'][number][],
): AsyncGenerator<SourcePage> {
  let count = 0
  for await (const page of pages) {
    if (++count <= MOST_PAGES) yield page
    else {
      const message = `${page.from}: found more than ${MOST_PAGES} pages, expected at most so many at a time`
      refused.push({ from: page.from, code: 'archive-too-large', message })
      return
    }
  }
}

async function* pagesOf(brought: BroughtPage, refused: TakenIn['failures'][number][]): AsyncGenerator<SourcePage> {
  switch (brought.kind) {
    case 'file':
      yield* pagesOfFile(brought, refused)
      return
    case 'text':
      yield { ...pageOf(new TextEncoder().encode(brought.text), brought.told.url ?? 'pasted'), ...brought.told }
      return
    case 'address':
      yield* pagesAt(brought.url)
  }
}

/** One page is told with the facts that its bringer knows; of several each tells its own. */
async function* pagesOfFile(
  { name, bytes, told }: Extract<BroughtPage, { kind: 'file' }>,
  refused: TakenIn['failures'][number][],
): AsyncGenerator<SourcePage> {
  const from = `file:${name}`
  if (!holdsSeveral(name)) {
    yield { ...pageOf(bytes, from), ...told }
    return
  }
  const file = await putAside(name, bytes)
  try {
    const onRefusal = ({ code, message }: PageFailure) => refused.push({ from, code, message })
    yield* pagesInFile({ path: file.path, name: from, limits: ARCHIVE_LIMITS }, onRefusal)
  } finally {
    await file.remove()
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
  const keys = pages.flatMap(({ bytes, html, text }) => {
    const raw = bytes ?? html ?? text
    return raw === undefined ? [] : [entryKey('page', Buffer.from(sha256(raw)).toString('hex'))]
  })
  const entries = (await findEntries(open.store, keys)).map(({ text }) => parseLeaf(text))
  const reports = entries.flatMap((entry) => (entry.kind === 'report-received' ? [entry.body.report] : []))
  return [...new Set(reports)]
}
