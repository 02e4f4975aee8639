import type { Count, Modality, TimeReference } from '../../model/index.ts'

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

/** `2020-03-16` as 16 March 2020, with its clock time where it has one; anything else as it stands. */
export function sayDate(date: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(date)
  if (!parts) return date
  const [, year, month, day, clock] = parts
  const words = `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
  return clock ? `${words}, ${clock}` : words
}

/** A time as people say it; "day not told" where none is. */
export function sayTime(time: TimeReference | null): string {
  if (time === null) return 'day not told'
  const { from, to, precision } = time
  if (precision === 'year' && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4)
  if (precision === 'month' && from.slice(0, 7) === to.slice(0, 7))
    return sayDate(from.slice(0, 7) + '-01').replace(/^1 /, '')
  return from === to ? sayDate(from) : `${sayDate(from)} to ${sayDate(to)}`
}

/** Days that a bulletin covers. */
export function sayPeriod(from: string, to: string): string {
  return from === to ? sayDate(from) : `${sayDate(from)} to ${sayDate(to)}`
}

/** A number of things: "1 report", "no reports", "3 reports". */
export function sayNumber(count: number, one: string, many: string): string {
  return count === 0 ? `no ${many}` : `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** A count of persons as told. */
export function sayCount({ min, max }: Count): string {
  if (max === null) return `at least ${min}`
  return min === max ? String(min) : `${min} to ${max}`
}

/** Names in a row: "A", "A and B", "A, B and C". */
export function sayList(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

/** How a speaker stands to an act, by the modality of the claims. */
export const STANCES: { readonly [M in Modality]: string } = {
  asserted: 'says',
  denied: 'denies',
  planned: 'tells of a plan',
  demanded: 'demands it',
  threatened: 'threatens it',
  hypothetical: 'supposes it',
}

/** A validity or outcome as people read it. */
export function sayState(state: string): string {
  return state.replaceAll('-', ' ')
}

/** A responsibility as people read it: `attributable:ru` with the actor's name. */
export function sayResponsibility(state: string, nameOf: (actor: string) => string): string {
  const [word = '', actor] = state.split(':')
  return actor === undefined ? sayState(word) : `${sayState(word)} to ${nameOf(actor)}`
}
