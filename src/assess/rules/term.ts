import { parseDay } from '../../base/calendar.ts'
import type { Obligation, TimeReference } from '../../model/index.ts'

/** Where a time lies by a term. */
export type TermAnswer = 'within' | 'before' | 'after' | 'cannot-tell'

/** A day that lies in the term for this share is taken to lie in it: what is told by its day alone is told no finer. */
const MOSTLY = 0.9
const DAY_MINUTES = 1440

/** Minutes since 1970 on a clock of its own, both inclusive. */
export interface MinuteSpan {
  readonly first: number
  readonly last: number
}

/** First and last minute of a time; null where none is told. */
export function minutesOf(time: TimeReference | null): MinuteSpan | null {
  const [first, last] = [minuteOf(time?.from, 0), minuteOf(time?.to, DAY_MINUTES - 1)]
  return first === null || last === null ? null : { first, last }
}

/** A term's bounds in minutes; null where they are not published. Computed once a term, which is asked about every incident. */
interface TermBounds {
  readonly start: number | null
  readonly end: number | null
}

const BOUNDS = new WeakMap<Obligation['term'], TermBounds>()

function boundsOf(term: Obligation['term']): TermBounds {
  const known = BOUNDS.get(term)
  if (known) return known
  const bounds = {
    start: term.from === 'unknown' ? null : minuteOf(term.from, 0),
    end: term.to === 'unknown' ? null : term.to === 'open' ? Infinity : minuteOf(term.to, DAY_MINUTES - 1),
  }
  BOUNDS.set(term, bounds)
  return bounds
}

/**
 * Whether a time lies within an obligation's term. `slackMinutes`: by how much the clock of the agreement is uncertain. What is told by its
 * day lies within where at least nine tenths of the day do.
 */
export function timeInTerm(time: MinuteSpan | null, term: Obligation['term'], slackMinutes: number): TermAnswer {
  if (time === null) return 'cannot-tell'
  const { first, last } = time
  const { start, end } = boundsOf(term)
  if (start !== null && last < start - slackMinutes) return 'before'
  if (end !== null && first > end + slackMinutes) return 'after'
  if (start === null || end === null) return 'cannot-tell'
  const inside = Math.min(last, end - slackMinutes) - Math.max(first, start + slackMinutes) + 1
  return inside >= (last - first + 1) * MOSTLY ? 'within' : 'cannot-tell'
}

/** `ofDay`: the minute of the day where only the day is told. */
function minuteOf(moment: string | null | undefined, ofDay: number): number | null {
  const day = parseDay(moment ?? '')
  if (day === null || typeof moment !== 'string') return null
  const minutes = moment.length > 10 ? Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16)) : ofDay
  return day * DAY_MINUTES + minutes
}
