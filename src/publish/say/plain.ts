import { countInWords } from '../../base/count-words.ts'
import { intervalInWords, momentInWords } from '../../base/day-words.ts'
import type { Modality, TimeReference } from '../../model/index.ts'

/** A time as people say it; "day not told" where none is. */
export function sayTime(time: TimeReference | null): string {
  return time === null ? 'day not told' : intervalInWords(time)
}

/** Days that a bulletin covers. */
export function sayPeriod(from: string, to: string): string {
  return from === to ? momentInWords(from) : `${momentInWords(from)} to ${momentInWords(to)}`
}

/** A number of things: "1 report", "no reports", "3 reports". */
export function sayNumber(count: number, one: string, many: string): string {
  return count === 0 ? `no ${many}` : countInWords(count, one, many)
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
