import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import {
  createCaseTools,
  ingestPages,
  pageOf,
  pagesAt,
  type PageFailure,
  type SourcePage,
} from '../../compose/case/index.ts'
import { pageSchema } from '../../contract/index.ts'
import { isArchiveName, isMailName, isWebArchiveName, readArchive } from '../../gather/index.ts'
import { createProgress, refuse, tellRefusal, write } from '../terminal/index.ts'
import { isFeedFile, pagesOfFeed, pagesOfMail, pagesOfWebArchive } from './pages-in.ts'
import { readFailedPages, type FailedPageRow } from '../../store/projections/index.ts'
import type { IngestCommandOptions } from '../ingest.ts'
import { withCase } from './with-case.ts'

/** Takes pages into a case and prints what became of them; each that could not be had or read is told on stderr. */
export async function runIngest(
  files: readonly string[],
  { into, case: caseFolder, retry }: IngestCommandOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  if (files.length === 0 && retry === undefined)
    return wrongUsage('expected a page, a folder, an archive or an address; or --retry')
  await withCase(into, async (open) => {
    const progress = createProgress('pages')
    const again = retry ? pagesToRetry(await readFailedPages(open.store)) : null
    const pages = again ? chain(again, pagesOf(files)) : pagesOf(files)
    const tally = await ingestPages(open, createCaseTools(caseFolder), pages, {
      onProgress: progress.step,
      onFailure: (from, { code, message }) => {
        tellRefusal({ code, message: message.startsWith(from) ? message : `${from}: ${message}` })
      },
    })
    progress.end()
    const { received, sighted, unchanged, failed } = tally
    const told = [
      `${received} new ${received === 1 ? 'report' : 'reports'}`,
      `${sighted} seen again elsewhere`,
      `${unchanged} unchanged`,
      `${failed} not readable`,
    ]
    await write(`${told.join(', ')}\n`)
    if (failed > 0) process.exitCode = 1
  })
}

async function* chain(...sources: readonly AsyncIterable<SourcePage>[]): AsyncGenerator<SourcePage> {
  for (const source of sources) yield* source
}

/** The pages that failed, from where they came; of a folder's, archive's or file's others none. */
async function* pagesToRetry(failed: readonly FailedPageRow[]): AsyncGenerator<SourcePage> {
  const sources = new Set(failed.map(({ source }) => source))
  const bases = new Set(
    failed.map(({ source }) => (isAddress(source) ? source : (/^(.*?)(?:[!#].*)?$/s.exec(source)?.[1] ?? source))),
  )
  for await (const page of pagesOf([...bases])) if (sources.has(page.from)) yield page
}

function isAddress(path: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(path)
}

async function* pagesOf(paths: readonly string[]): AsyncGenerator<SourcePage> {
  for (const path of paths) {
    if (isAddress(path)) {
      yield* pagesAt(path)
      continue
    }
    const found = await stat(path).catch(() => null)
    if (!found) {
      refuse({
        code: 'file-unreadable',
        message: `${path}: found no such file, expected a page, a folder or an archive`,
      })
    } else if (found.isDirectory()) {
      const names = await readdir(path)
      // What begins with a dot is a tool's or the system's, and nobody's page.
      const shown = names.filter((name) => !name.startsWith('.'))
      yield* pagesOf(shown.toSorted().map((name) => join(path, name)))
    } else if (isArchiveName(path)) yield* membersOf(path)
    else if (isWebArchiveName(path)) yield* pagesOfWebArchive(path)
    else if (isMailName(path)) yield* pagesOfMail(path)
    else if (await isFeedFile(path)) yield* pagesOfFeed(path)
    else if (/\.(?:ndjson|jsonl)$/i.test(path)) yield* linesOf(path)
    else yield pageOf(await readFile(path), path)
  }
}

async function* membersOf(path: string): AsyncGenerator<SourcePage> {
  for await (const { name, bytes } of readArchive(path)) {
    const from = `${path}!${name}`
    yield bytes.ok ? pageOf(bytes.value, from) : { id: from, from, failure: bytes.failure }
  }
}

async function* linesOf(path: string): AsyncGenerator<SourcePage> {
  let number = 0
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    const page = pageOnLine(line)
    if (page) yield { ...page, from: `${path}#${page.id}` }
    else yield { id: `${path}#line ${number}`, from: `${path}#line ${number}`, failure: malformedLine(line) }
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
