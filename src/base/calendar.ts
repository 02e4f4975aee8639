/**
 * Days of the proleptic Gregorian calendar as plain values. Nothing here knows a time zone or a clock; a date never passes
 * through a local `Date`. The day-number arithmetic follows H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */

/** A day, `YYYY-MM-DD`. */
export type PlainDate = string

/** A day's number: days since 1970-01-01, negative before. */
export type DayNumber = number

/** The number of a day given as year, month (1–12) and day of month (1–31). */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Year, month (1–12) and day of month (1–31) of a day's number. */
export function civilOf(number: DayNumber): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** Day of the week, 0 = Monday … 6 = Sunday (ISO 8601 order). */
export function weekdayOf(number: DayNumber): number {
  return (((number + 3) % 7) + 7) % 7
}

/** How many days a month (1–12) has. */
export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)
  return next - dayNumber(year, month, 1)
}

/** Writes a day's number as `YYYY-MM-DD`. Years outside 0–9999 are cut to that range. */
export function formatDay(number: DayNumber): PlainDate {
  const { year, month, day } = civilOf(number)
  return `${pad(Math.min(9999, Math.max(0, year)), 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Reads the day of `YYYY-MM-DD`, or of a date-time that begins so; null where there is none or the calendar has no such day. */
export function parseDay(text: string): DayNumber | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return dayNumber(year, month, day)
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
