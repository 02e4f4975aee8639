/** The months, for people who read English. */
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

const DAY_LENGTH = 'YYYY-MM-DD'.length

/** `15 March 2020` of a day or date-time as the record writes it. */
export function dayInWords(day: string): string {
  return momentInWords(day.slice(0, DAY_LENGTH))
}

/** `2020-03-16` as 16 March 2020, `2020-03-16T08:50` as 16 March 2020, 08:50; anything else as it stands. */
export function momentInWords(moment: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(moment)
  if (!parts) return moment
  const [, year, month, day, clock] = parts
  const words = `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
  return clock ? `${words}, ${clock}` : words
}

/** From one moment to another, both inclusive, as exactly as `precision` says. */
interface Interval {
  readonly from: string
  readonly to: string
  readonly precision: string
}

/** 16 March 2020; 16 March 2020, 18:00 to 23:59; 16 March 2020 to 20 March 2020; March 2020; 2020. */
export function intervalInWords({ from, to, precision }: Interval): string {
  if (precision === 'year' && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4)
  if (precision === 'month' && from.slice(0, 7) === to.slice(0, 7))
    return momentInWords(`${from.slice(0, 7)}-01`).replace(/^1 /, '')
  if (from === to) return momentInWords(from)
  const isOneDay = from.length > DAY_LENGTH && from.slice(0, DAY_LENGTH) === to.slice(0, DAY_LENGTH)
  return `${momentInWords(from)} to ${isOneDay ? to.slice(DAY_LENGTH + 1) : momentInWords(to)}`
}
