import { civilOf, weekdayOf, type DayNumber } from '../../base/calendar.ts'
import type { TimeReference } from '../../model/index.ts'
import type { Tense } from './tense.ts'

/** Where a reader stands in time when coming to an expression: the day of publication, and what the text told of last. */
export interface Moment {
  readonly published: DayNumber | null
  /** The last single day told of, and its paragraph. */
  readonly day: DayNumber | null
  readonly dayParagraph: number
  /** The last quarter told of. */
  readonly quarter: TimeReference | null
}

/** The day last told of, or else that of publication. */
export function narrativeDay(moment: Moment): DayNumber | null {
  return moment.day ?? moment.published
}

/**
 * The day of a clock time that names none, or of "the day": the one told of in its paragraph, or so many paragraphs before (Default: 1),
 * or else that of publication.
 */
export function dayOfClock(moment: Moment, paragraph: number, reach = 1): DayNumber | null {
  return moment.day !== null && paragraph - moment.dayParagraph <= reach ? moment.day : moment.published
}

/** The weekday on or before a day, or, of what is to come, on or after it. */
export function weekdayNear(day: DayNumber, weekday: number, tense: Tense): DayNumber {
  const back = (weekdayOf(day) - weekday + 7) % 7
  return tense === 'future' && back > 0 ? day - back + 7 : day - back
}

/** Days within which a date on the other side of publication is believed against the tense: "agreed on a truce from 15 March". */
const NEAR_DAYS = 60

/**
 * Picks among the days that a date without a year may mean, in their order: the nearest one on the side that the tense names,
 * unless one on the other side is near and that one far; the nearest at all where the tense is open.
 */
export function nearestDay(days: readonly DayNumber[], published: DayNumber, tense: Tense): DayNumber | null {
  let past: DayNumber | null = null
  let future: DayNumber | null = null
  for (const day of days) {
    if (day <= published) past = day
    else future ??= day
  }
  if (past === null || future === null) return past ?? future
  const [back, ahead] = [published - past, future - published]
  if (back === 0) return past
  if (tense === 'past') return ahead <= NEAR_DAYS && back > 180 ? future : past
  if (tense === 'future') return back <= NEAR_DAYS && ahead > 180 ? past : future
  return ahead < back ? future : past
}

/** The year of a month that names none, seen from the day of publication. */
export function yearOfMonth(month: number, published: DayNumber, tense: Tense): number {
  const now = civilOf(published)
  const ahead = (month - now.month + 12) % 12
  if (ahead === 0) return now.year
  const future = month > now.month ? now.year : now.year + 1
  if (tense === 'future') return future
  return tense === 'open' && ahead <= 4 ? future : future - 1
}
