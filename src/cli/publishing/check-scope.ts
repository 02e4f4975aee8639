import { checkDay, type WrongUsage } from '../assessing/with-assessed.ts'
import type { DraftOptions } from '../bulletin.ts'

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/** Ends the command where the days or the clock of a bulletin are none, or the first day is after the last. */
export function checkScope({ day, from, cutOff }: DraftOptions, wrongUsage: WrongUsage): void {
  checkDay(day, '--day', wrongUsage)
  if (from !== undefined) checkDay(from, '--from', wrongUsage)
  if (from !== undefined && from > day) wrongUsage(`--from: found ${from}, expected no day after ${day}`)
  if (!CLOCK.test(cutOff)) wrongUsage(`--cut-off: found ${cutOff}, expected a clock, HH:MM`)
}
