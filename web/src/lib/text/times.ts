/**
 * Times as people read them. An instant is told in the zone of the case and never passes through the browser's own; a plain day has no
 * zone at all and is told as it stands.
 */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2020-03-15` → `15 March 2020`; `2020-03` → `March 2020`. What is no day is told as it is. */
export function sayDay(day: string): string {
  const [, year = '', month, date] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(day) ?? []
  if (year === '') return day
  const name = month === undefined ? '' : `${MONTHS[Number(month) - 1] ?? month} `
  return `${date === undefined ? '' : `${Number(date)} `}${name}${year}`
}

/** `2020-03-15T13:45`, a time of the report's own place: `15 March 2020, 13:45`. */
export function sayLocal(time: string): string {
  const clock = /T(\d\d:\d\d)/.exec(time)?.[1]
  return clock === undefined ? sayDay(time) : `${sayDay(time)}, ${clock}`
}

/** An interval as told; its precision decides how much of it is said. */
export function sayTold({
  from,
  to,
  precision,
}: {
  readonly from: string
  readonly to: string
  readonly precision: string
}): string {
  if (precision === 'year')
    return from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${to.slice(0, 4)}`
  if (precision === 'month' && from.slice(0, 7) === to.slice(0, 7)) return sayDay(from.slice(0, 7))
  if (from === to) return sayLocal(from)
  if (precision === 'minute' || precision === 'hour') {
    if (from.slice(0, 10) === to.slice(0, 10)) return `${sayLocal(from)}–${to.slice(11, 16)}`
    return `${sayLocal(from)} – ${sayLocal(to)}`
  }
  return sayDays(from.slice(0, 10), to.slice(0, 10))
}

/** `5–15 March 2020`, `28 March – 2 April 2020`. */
export function sayDays(from: string, to: string): string {
  if (from === to) return sayDay(from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${sayDay(to)}`
  if (from.slice(0, 4) === to.slice(0, 4)) return `${sayDay(from).replace(/ \d{4}$/, '')} – ${sayDay(to)}`
  return `${sayDay(from)} – ${sayDay(to)}`
}

const FORMATS = new Map<string, Intl.DateTimeFormat>()

/** An instant as day and clock of a zone: `15 March 2020, 14:03`. */
export function sayInstant(instant: string, timeZone: string): string {
  const moment = Date.parse(instant)
  if (Number.isNaN(moment)) return instant
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  )
  return `${sayDay(`${parts['year']}-${parts['month']}-${parts['day']}`)}, ${parts['hour']}:${parts['minute']}`
}

/** The day that an instant falls on in a zone, `2020-03-15`. */
export function dayIn(instant: string, timeZone: string): string {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(Date.parse(instant))
      .map(({ type, value }) => [type, value]),
  )
  return `${parts['year']}-${parts['month']}-${parts['day']}`
}

/** An instant in UTC, for whoever compares records across zones. */
export function sayUtc(instant: string): string {
  return `${sayInstant(instant, 'UTC')} UTC`
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  FORMATS.set(timeZone, made)
  return made
}
