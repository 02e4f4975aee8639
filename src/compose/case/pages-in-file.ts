import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { pageSchema } from '../../contract/index.ts'
import { isArchiveName, isMailName, isWebArchiveName, readArchive, type ArchiveLimits } from '../../gather/index.ts'
import type { SourcePage } from './ingest-pages.ts'
import { pageOf } from './page-of.ts'
import { isFeedFile, pagesOfFeed, pagesOfMail, pagesOfWebArchive, type OnRefusal } from './pages-of-kinds.ts'
import type { PageFailure } from './tools.ts'

/** A file on this machine, and what sources and messages call it. */
export interface PageFile {
  /** Its ending tells what it is. */
  readonly path: string
  readonly name: string
  /** What it may cost where it is an archive. (Default: see `ArchiveLimits`) */
  readonly limits?: ArchiveLimits
}

/** Whether a file's name is that of one which holds several pages: an archive, mail, a feed, a report a line. */
export function holdsSeveral(name: string): boolean {
  if (isArchiveName(name) || isWebArchiveName(name) || isMailName(name)) return true
  return /\.(?:xml|rss|atom|rdf|ndjson|jsonl)$/i.test(name)
}

/**
 * The pages in a file: itself a page; an archive, a mailbox, a web archive or a feed of them; or one JSON report a line.
 *
 * @param onRefusal told of what in it is no page and has no source that could be tried again
 */
export async function* pagesInFile(file: PageFile, onRefusal: OnRefusal): AsyncGenerator<SourcePage> {
  const { path, name } = file
  if (isArchiveName(path)) yield* membersOf(file)
  else if (isWebArchiveName(path)) yield* pagesOfWebArchive(file, onRefusal)
  else if (isMailName(path)) yield* pagesOfMail(file, onRefusal)
  else if (await isFeedFile(path)) yield* pagesOfFeed(file, onRefusal)
  else if (/\.(?:ndjson|jsonl)$/i.test(path)) yield* linesOf(file)
  else yield pageOf(await readFile(path), name)
}

async function* membersOf({ path, name, limits }: PageFile): AsyncGenerator<SourcePage> {
  for await (const { name: member, bytes } of readArchive(path, limits)) {
    const from = `${name}!${member}`
    yield bytes.ok ? pageOf(bytes.value, from) : { id: from, from, failure: bytes.failure }
  }
}

async function* linesOf({ path, name }: PageFile): AsyncGenerator<SourcePage> {
  let number = 0
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    const page = pageOnLine(line)
    if (page) yield { ...page, from: `${name}#${page.id}` }
    else yield { id: `${name}#line ${number}`, from: `${name}#line ${number}`, failure: malformedLine(line) }
  }
}

function malformedLine(line: string): PageFailure {
  const expected = 'a report as {"id": …, "text" or "html": …}'
  return { code: 'line-malformed', message: `found ${line.slice(0, 40)}, expected ${expected}` }
}

function pageOnLine(line: string): Omit<SourcePage, 'from'> | null {
  try {
    const page = pageSchema.safeParse(JSON.parse(line))
    if (!page.success) return null
    const told = Object.entries(page.data).filter(([, value]) => value !== null && value !== undefined)
    return { id: page.data.id, ...Object.fromEntries(told) }
  } catch {
    return null
  }
}
