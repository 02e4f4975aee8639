import { parseDay } from '../../base/calendar.ts'
import { loadInterludes } from '../../compose/patrols/index.ts'
import type { HistoryOptions } from '../patrol.ts'
import { refuse, write } from '../terminal/index.ts'
import { caseFolderAt, readCaseRecord } from './case-record.ts'
import { drawHistory } from './draw-history.ts'

/** Lists the patrols of a case. */
export async function runHistory(
  location: string | undefined,
  options: HistoryOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  if (options.asOf !== undefined && parseDay(options.asOf) === null)
    return wrongUsage(`--as-of: found ${options.asOf}, expected a day, YYYY-MM-DD`)
  const record = await readCaseRecord(location, options)
  if (!record.ok) return refuse(record.failure)
  const { patrols } = record.value
  if (options.format === 'json') return write(`${JSON.stringify(patrols)}\n`)
  if (options.format === 'ndjson') return write(patrols.map((patrol) => `${JSON.stringify(patrol)}\n`).join(''))
  return write(`${drawHistory(record.value, loadInterludes(caseFolderAt(location)))}\n`)
}
