import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createCaseTools, ingestPages, pageOf, pagesAt, type SourcePage } from '../../compose/case/index.ts'
import { pageSchema } from '../../contract/index.ts'
import { isArchiveName, isMailName, isWebArchiveName, readArchive } from '../../gather/index.ts'
import { createProgress, refuse, tellRefusal, write } from '../terminal/index.ts'
import { isFeedFile, pagesOfFeed, pagesOfMail, pagesOfWebArchive } from './pages-in.ts'
import { withCase } from './with-case.ts'

/** Takes pages into a case and prints what became of them. */
export async function runIngest(
  files: readonly string[],
  store: string,
  caseFolder: string | undefined,
): Promise<void> {
  await withCase(store, async (open) => {
    const progress = createProgress('pages')
    const tally = await ingestPages(open, createCaseTools(caseFolder), pagesOf(files), (pages) => progress.step(pages))
    progress.end()
    const { received, sighted, unchanged, failed } = tally
    await write(
      `${received} new reports, ${sighted} seen again elsewhere, ${unchanged} unchanged, ${failed} not readable\n`,
    )
    if (failed > 0) process.exitCode = 1
  })
}

async function* pagesOf(paths: readonly string[]): AsyncGenerator<SourcePage> {
  for (const path of paths) {
    if (/^https?:/i.test(path)) {
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
      yield* pagesOf(names.toSorted().map((name) => join(path, name)))
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
    if (bytes.ok) yield pageOf(bytes.value, `${path}!${name}`)
    else tellRefusal(bytes.failure)
  }
}

async function* linesOf(path: string): AsyncGenerator<SourcePage> {
  let number = 0
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    const page = pageOnLine(line)
    if (page) yield { ...page, from: `${path}#${page.id}` }
    else
      tellRefusal({
        code: 'line-malformed',
        message: `${path}:${number}: found ${line.slice(0, 40)}, expected a report`,
      })
  }
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
