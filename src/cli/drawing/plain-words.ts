import type { Count, Harm, Modality, TimeReference } from '../../model/index.ts'

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

/** `2020-03-16` as 16 March 2020, `2020-03-16T08:50` as 16 March 2020, 08:50; anything else as it stands. */
export function plainDate(date: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(date)
  if (!parts) return date
  const [, year, month, day, clock] = parts
  const words = `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
  return clock ? `${words}, ${clock}` : words
}

/** An interval: 16 March 2020; 16 March 2020, 18:00 to 23:59; 16 March 2020 to 20 March 2020; March 2020; 2020. */
export function plainTime({ from, to, precision }: TimeReference): string {
  if (precision === 'year' && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4)
  if (precision === 'month' && from.slice(0, 7) === to.slice(0, 7)) {
    return plainDate(`${from.slice(0, 7)}-01`).replace(/^1 /, '')
  }
  if (from === to) return plainDate(from)
  const isOneDay = from.length > DAY_LENGTH && from.slice(0, DAY_LENGTH) === to.slice(0, DAY_LENGTH)
  return `${plainDate(from)} to ${isOneDay ? to.slice(DAY_LENGTH + 1) : plainDate(to)}`
}

/** Harm told: 2 killed, at least 3 injured. Empty where none is told. */
export function plainHarm(harm: Harm | null): string {
  const told: readonly (readonly [Count | null | undefined, string])[] = [
    [harm?.killed, 'killed'],
    [harm?.injured, 'injured'],
  ]
  return told.flatMap(([count, verb]) => (count ? [`${plainCount(count)} ${verb}`] : [])).join(', ')
}

function plainCount({ min, max }: Count): string {
  if (max === null) return `at least ${min}`
  return min === max ? String(min) : `${min} to ${max}`
}

/** How an act stands, in a word; empty where it is simply asserted. */
export function plainModality(modality: Modality): string {
  if (modality === 'asserted') return ''
  return modality === 'hypothetical' ? 'supposed' : modality
}

/** "1 claim", "13 claims". */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
