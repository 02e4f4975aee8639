import { parseDay } from '../../base/calendar.ts'
import type { Obligation, TimeReference } from '../../model/index.ts'

/** Where a time lies by a term. */
export type TermAnswer = 'within' | 'before' | 'after' | 'cannot-tell'

/** A day that lies in the term for this share is taken to lie in it: what is told by its day alone is told no finer. */
const MOSTLY = 0.9
const DAY_MINUTES = 1440

/**
 * Whether a time lies within an obligation's term. `slackMinutes`: by how much the clock of the agreement is uncertain. What is told by its
 * day lies within where at least nine tenths of the day do.
 */
export function timeInTerm(
  time: TimeReference | null,
  { from, to }: Obligation['term'],
  slackMinutes: number,
): TermAnswer {
  const [first, last] = [minuteOf(time?.from, 0), minuteOf(time?.to, DAY_MINUTES - 1)]
  if (first === null || last === null) return 'cannot-tell'
  const start = from === 'unknown' ? null : minuteOf(from, 0)
  const end = to === 'unknown' ? null : to === 'open' ? Infinity : minuteOf(to, DAY_MINUTES - 1)
  if (start !== null && last < start - slackMinutes) return 'before'
  if (end !== null && first > end + slackMinutes) return 'after'
  if (start === null || end === null) return 'cannot-tell'
  const inside = Math.min(last, end - slackMinutes) - Math.max(first, start + slackMinutes) + 1
  return inside >= (last - first + 1) * MOSTLY ? 'within' : 'cannot-tell'
}

/** Minutes since 1970 on a clock of its own; `ofDay` where only the day is told. */
function minuteOf(moment: string | null | undefined, ofDay: number): number | null {
  const day = parseDay(moment ?? '')
  if (day === null || typeof moment !== 'string') return null
  const minutes = moment.length > 10 ? Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16)) : ofDay
  return day * DAY_MINUTES + minutes
}
