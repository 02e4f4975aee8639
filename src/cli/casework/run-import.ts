import { createCaseTools, importRows } from '../../compose/case/index.ts'
import type { ImportOptions } from '../import.ts'
import { createProgress, refuse } from '../terminal/index.ts'
import { createSources } from './import-sources.ts'
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
  const sources = await createSources(options)
  if (!sources.ok) {
    for (const failure of sources.failure) refuse(failure)
    return
  }
  await withCase(options.into, async (open) => {
    const tools = createCaseTools(options.case)
    const told = createTelling(options.refused)
    for (const path of paths) {
      for await (const source of sources.value(path)) {
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
