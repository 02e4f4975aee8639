import { civilOf, dayNumber, daysInMonth, formatDay, weekdayOf, type DayNumber } from '../../base/calendar.ts'
import type { TimeReference } from '../../model/index.ts'

/** One day. */
export function dayReference(day: DayNumber): TimeReference {
  return daysReference(day, day, 'day')
}

/** The days from one to another, both included. */
export function daysReference(from: DayNumber, to: DayNumber, precision: TimeReference['precision']): TimeReference {
  return { from: formatDay(from), to: formatDay(to), precision }
}

/** The ISO week, Monday to Sunday, that holds a day. */
export function weekReference(day: DayNumber): TimeReference {
  const monday = mondayOf(day)
  return daysReference(monday, monday + 6, 'week')
}

/** Saturday and Sunday of the ISO week that holds a day. */
export function weekendReference(day: DayNumber): TimeReference {
  return daysReference(mondayOf(day) + 5, mondayOf(day) + 6, 'day')
}

/** Whole months; `month` may lie outside 1–12 and then counts into the years beside. */
export function monthsReference(year: number, month: number, count = 1): TimeReference {
  const first = normalMonth(year, month)
  const last = normalMonth(year, month + count - 1)
  return daysReference(
    dayNumber(first.year, first.month, 1),
    dayNumber(last.year, last.month, daysInMonth(last.year, last.month)),
    'month',
  )
}

/** Whole years. */
export function yearsReference(year: number, count = 1): TimeReference {
  return daysReference(dayNumber(year, 1, 1), dayNumber(year + count - 1, 12, 31), 'year')
}

/** A part of a day, by its first and last full hour. */
export function hoursReference(day: DayNumber, firstHour: number, lastHour: number): TimeReference {
  return {
    from: `${formatDay(day)}T${two(firstHour)}:00`,
    to: `${formatDay(day)}T${two(lastHour)}:59`,
    precision: 'hour',
  }
}

/** The night that begins on a day: it belongs to two days, never to one alone. */
export function nightReference(day: DayNumber): TimeReference {
  return { from: `${formatDay(day)}T18:00`, to: `${formatDay(day + 1)}T05:59`, precision: 'hour' }
}

/** A minute of a day, 0–1439. */
export function minuteReference(day: DayNumber, minute: number): TimeReference {
  const at = `${formatDay(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  return { from: at, to: at, precision: 'minute' }
}

/** The Monday of a day's ISO week. */
export function mondayOf(day: DayNumber): DayNumber {
  return day - weekdayOf(day)
}

/** The day a number of months after another, cut to the end of its month. */
export function addMonths(day: DayNumber, count: number): DayNumber {
  const civil = civilOf(day)
  const { year, month } = normalMonth(civil.year, civil.month + count)
  return dayNumber(year, month, Math.min(civil.day, daysInMonth(year, month)))
}

function normalMonth(year: number, month: number): { readonly year: number; readonly month: number } {
  const index = year * 12 + month - 1
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
