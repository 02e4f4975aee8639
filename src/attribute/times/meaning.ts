import type { TimeReference } from '../../model/index.ts'
import type { Moment } from './moment.ts'
import type { Phrase } from './phrase.ts'

/** What a phrase means at a moment: an interval of the calendar, null if it fixes none, `nothing` if it is no time at all. */
export type Meaning = (phrase: Phrase, moment: Moment) => TimeReference | null | 'nothing'

/** How many units from the present one the phrase's "last", "this", "coming" lead. */
export function shiftOf(phrase: Phrase): number {
  if (phrase.has('last') || phrase.has('previous')) return -1
  return phrase.has('next') || phrase.has('following') || phrase.has('coming') ? 1 : 0
}

/** The units of the lexicon by their value. */
export const UNIT = {
  minute: 1,
  hour: 2,
  day: 3,
  week: 4,
  month: 5,
  quarter: 6,
  year: 7,
  decade: 8,
  century: 9,
  weekend: 10,
  fortnight: 11,
} as const

/** The unit that the phrase names; 0 if it names none. */
export function unitOf(phrase: Phrase): number {
  return (
    phrase.value('unit') ??
    phrase.value('units') ??
    phrase.value('quarter') ??
    phrase.value('century') ??
    phrase.value('weekend') ??
    phrase.value('shortUnit') ??
    0
  )
}
