import { statusOf } from '../../assess/index.ts'
import type { StatusOptions } from '../status.ts'
import { createStyle, widthOf, write } from '../terminal/index.ts'
import { drawStatus } from './draw-status.ts'
import { readRecordFor } from './with-assessed.ts'

/** Prints how the ceasefire holds. */
export async function runStatus(
  location: string | undefined,
  options: StatusOptions,
  wrongUsage: (message: string) => never,
): Promise<void> {
  const assessed = await readRecordFor(location, options, wrongUsage)
  if (!assessed) return
  const { findings, record, assessor, today } = assessed
  const statuses = statusOf(findings, record, assessor, today)
  if (options.format === 'json') return write(`${JSON.stringify(statuses)}\n`)
  if (options.format === 'ndjson') return write(statuses.map((status) => `${JSON.stringify(status)}\n`).join(''))
  const style = createStyle(process.stdout)
  await write(`${assessor.rules.agreement.title}\nAs of ${today}.\n\n`)
  for (const status of statuses)
    await write(
      drawStatus(status, assessed, { columns: widthOf(process.stdout), style, withDays: options.days === true }),
    )
}
