import { readFile } from 'node:fs/promises'
import { failed, type Result } from '../../base/result.ts'
import { createCaseTools, importRows } from '../../compose/case/index.ts'
import { createSources, type ReadSources } from '../../compose/exchange/index.ts'
import type { ImportOptions } from '../import.ts'
import { createProgress, refuse, type Refusal } from '../terminal/index.ts'
import { createTelling } from './import-telling.ts'
import { withCase } from './with-case.ts'

/** Takes tables, features or submissions into a case and prints what became of the rows; refused rows are told on stderr. */
export async function runImport(
  paths: readonly string[],
  options: ImportOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  if ((options.as === undefined) === (options.mapping === undefined)) {
    return wrongUsage('expected either --as KIND or --mapping FILE')
  }
  const sources = await sourcesOf(options)
  if (!sources.ok) {
    for (const failure of sources.failure) refuse(failure)
    return
  }
  await withCase(options.into, async (open) => {
    const tools = createCaseTools(options.case)
    const told = createTelling(options.refused)
    for (const path of paths) {
      for await (const source of sources.value({ path, name: path })) {
        if ('failure' in source) {
          refuse(source.failure)
          continue
        }
        const progress = createProgress('rows')
        const report = await importRows(open, tools, { ...source.input, onProgress: progress.step })
        progress.end()
        if (report.fault) refuse({ ...report.fault, message: `${source.name}: ${report.fault.message}` })
        told.add(source.name, report.tally, report.refusals)
      }
    }
    await told.finish()
  })
}

async function sourcesOf(options: ImportOptions): Promise<Result<ReadSources, readonly Refusal[]>> {
  const { as, mapping: path, with: joined } = options
  const beside = joined === undefined ? {} : { with: { path: joined, name: joined } }
  if (path === undefined) return createSources({ ...(as && { as }), ...beside })
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text !== null) return createSources({ mapping: { text, name: path }, ...beside })
  return failed([{ code: 'file-unreadable', message: `${path}: found no such file, expected a mapping file` }])
}
