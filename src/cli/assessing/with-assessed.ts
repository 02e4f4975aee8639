import { parseDay } from '../../base/calendar.ts'
import { readAssessed, type AssessedRecord } from '../../compose/record/index.ts'
import { refuse } from '../terminal/index.ts'

/** The options that every command over a record has, as given. */
export interface RecordOptions {
  readonly asOf?: string
  readonly basis?: 'recorded' | 'published'
  readonly case?: string
}

/** Ends the command with what is wrong. */
export type WrongUsage = (message: string) => never

/** Reads and assesses the record that a command is about; null, and told, where it is refused. */
export async function readRecordFor(
  location: string | undefined,
  { asOf, basis, case: caseFolder }: RecordOptions,
  wrongUsage: WrongUsage,
): Promise<AssessedRecord | null> {
  if (asOf !== undefined) checkDay(asOf, '--as-of', wrongUsage)
  const read = await readAssessed({
    ...(location !== undefined && { location }),
    ...(asOf !== undefined && { asOf }),
    ...(basis !== undefined && { basis }),
    ...(caseFolder !== undefined && { caseFolder }),
  })
  if (read.ok) return read.value
  refuse(read.failure)
  return null
}

/** Ends the command where an option is no day. */
export function checkDay(text: string, option: string, wrongUsage: WrongUsage): void {
  if (text.length !== 10 || parseDay(text) === null) wrongUsage(`${option}: found ${text}, expected a day, YYYY-MM-DD`)
}
