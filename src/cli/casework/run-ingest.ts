import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createCaseTools, ingestPages, pagesAt, pagesInFile, type SourcePage } from '../../compose/case/index.ts'
import { createProgress, refuse, tellRefusal, write } from '../terminal/index.ts'
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
    } else yield* pagesInFile({ path, name: path }, tellRefusal)
  }
}
