import { DEFAULT_CASE, loadRules } from '../../compose/index.ts'
import { Corroborator, countWordRarity } from '../../corroborate/index.ts'
import { createPipeline } from '../../pipeline.ts'
import { write } from '../terminal/index.ts'
import type { CorroborateCommandOptions } from '../corroborate.ts'
import { drawIncident } from './draw-incident.ts'
import { readReports } from './read-reports.ts'

/**
 * Reads reports and writes their incidents. Both passes need all readings, so memory grows with the input. A report that cannot be read is
 * told of (as `{"id", "error"}` among the lines, else on stderr) and the rest go on.
 */
export async function runCorroborate(files: readonly string[], options: CorroborateCommandOptions): Promise<void> {
  const pipeline = createPipeline(loadRules(options.case ?? DEFAULT_CASE))
  const { readings, refused } = await readReports(files, pipeline)
  for (const refusal of refused) {
    if (options.format === 'ndjson') await write(`${JSON.stringify(refusal)}\n`)
    else
      process.stderr.write(
        `truceline: ${refusal.id === null ? '' : `${refusal.id}: `}${refusal.error.message} [${refusal.error.code}]\n`,
      )
  }
  const corroborator = new Corroborator({ wordRarity: countWordRarity(readings) })
  corroborator.add(readings)
  if (options.format === 'json') return write(`${JSON.stringify([...corroborator.incidents()])}\n`)
  for (const incident of corroborator.incidents())
    await write(options.format === 'ndjson' ? `${JSON.stringify(incident)}\n` : drawIncident(incident))
}
