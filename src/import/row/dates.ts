import { dayNumber, daysInMonth, formatDay, parseDay, weekdayOf, type DayNumber } from '../../base/calendar.ts'
import type { DateFormat } from '../mapping/mapping.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Reads a day as a column writes it; null if it is not written so or the calendar has no such day. */
export function readDay(text: string, format: DateFormat): DayNumber | null {
  switch (format) {
    case 'YYYY-MM-DD':
      return parseDay(text)
    case 'YYYYMMDD':
      return dayOf(/^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)$/.exec(text))
    case 'YYYYMMDDhhmmss':
      return dayOf(/^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)\d{6}$/.exec(text))
    case 'DD/MM/YYYY':
      return dayOf(/^(?<d>\d{1,2})[/.](?<m>\d{1,2})[/.](?<y>\d{4})$/.exec(text))
    case 'MM/DD/YYYY':
      return dayOf(/^(?<m>\d{1,2})[/.](?<d>\d{1,2})[/.](?<y>\d{4})$/.exec(text))
    case 'D Month YYYY':
      return dayOf(/^(?<d>\d{1,2})[ -](?<m>[A-Za-z]{3,9})[ -](?<y>\d{4})$/.exec(text))
  }
}

/** The time of day of `hh:mm`, with seconds or without, as `hh:mm`; null if there is none. */
export function readClock(text: string): string | null {
  const match = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(text)
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null
  return `${match[1]?.padStart(2, '0')}:${match[2]}`
}

/** The first and last day of the calendar week (from Monday), month or year that a day lies in. */
export function periodAround(day: DayNumber, unit: 'week' | 'month' | 'year'): readonly [DayNumber, DayNumber] {
  if (unit === 'week') return [day - weekdayOf(day), day - weekdayOf(day) + 6]
  const [year, month] = formatDay(day).split('-').map(Number) as [number, number]
  if (unit === 'year') return [dayNumber(year, 1, 1), dayNumber(year, 12, 31)]
  return [dayNumber(year, month, 1), dayNumber(year, month, daysInMonth(year, month))]
}

function dayOf(match: RegExpExecArray | null): DayNumber | null {
  const { y, m, d } = match?.groups ?? {}
  if (!y || !m || !d) return null
  const month = /^\d/.test(m) ? Number(m) : MONTHS.indexOf(m.slice(0, 3).toLowerCase()) + 1
  return parseDay(`${y}-${String(month).padStart(2, '0')}-${d.padStart(2, '0')}`)
}
