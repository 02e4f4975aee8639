import type { Result } from '../../base/result.ts'
import { ingestPages, pageOf, type CaseTools, type OpenCase, type SourcePage } from '../case/index.ts'
import { loadFolder, type RecordFailure } from '../record/index.ts'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { PROJECT_ROOT } from '../load-rules.ts'

/**
 * Fills a case from its folder: reports, decisions, accounts of patrols, coverage, example pages. Only what is new is added, so that it may
 * be done at every start, and a start that was broken off is made good by the next. Fails with `case-unreadable`.
 */
export async function seedCase(
  open: OpenCase,
  tools: CaseTools,
  caseFolder: string,
): Promise<Result<unknown, RecordFailure>> {
  const loaded = await loadFolder(open, tools, caseFolder)
  if (loaded.ok) await ingestPages(open, tools, examplesOf(join(caseFolder, 'examples')))
  return loaded
}

// oxlint-disable-next-line typescript/require-await -- what takes pages takes them as they come
async function* examplesOf(folder: string): AsyncGenerator<SourcePage> {
  for (const name of existsSync(folder) ? readdirSync(folder).toSorted() : []) {
    const path = join(folder, name)
    yield pageOf(readFileSync(path), relative(PROJECT_ROOT, path))
  }
}
