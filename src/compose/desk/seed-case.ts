import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { sha256 } from '../../base/sha256.ts'
import { ingestPages, type CaseTools, type OpenCase, type SourcePage } from '../case/index.ts'
import { PROJECT_ROOT } from '../load-rules.ts'

/** Takes the example pages of a case's folder into a new store, so that the workbench has something to show. */
export async function seedCase(open: OpenCase, tools: CaseTools, caseFolder: string): Promise<void> {
  await ingestPages(open, tools, examplesOf(join(caseFolder, 'examples')))
}

async function* examplesOf(folder: string): AsyncGenerator<SourcePage> {
  for (const name of existsSync(folder) ? readdirSync(folder).toSorted() : []) {
    const path = join(folder, name)
    const bytes = readFileSync(path)
    yield { id: Buffer.from(sha256(bytes)).toString('hex').slice(0, 32), bytes, from: relative(PROJECT_ROOT, path) }
  }
}
