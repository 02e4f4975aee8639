import { civilOf, dayNumber } from '../../base/calendar.ts'
import { shiftOf, UNIT, type Meaning } from './meaning.ts'
import { nearestDay, type Moment } from './moment.ts'
import type { Phrase } from './phrase.ts'
import { dayReference, monthsReference, yearsReference } from './references.ts'
import { unitReference } from './units.ts'

/** This fall, last spring, the winter of 1994. Winter begins in December of the year before. */
export const readSeason: Meaning = (phrase, moment) => {
  const first = phrase.value('season') ?? 0
  const told = yearTold(phrase, moment)
  if (told !== null) return monthsReference(told, first, 3)
  if (moment.published === null) return null
  const now = civilOf(moment.published)
  const begun = now.month >= first
  const ended = now.month >= first + 3
  const shift = shiftOf(phrase)
  if (shift < 0) return monthsReference(ended ? now.year : now.year - 1, first, 3)
  if (shift > 0 || phrase.tense() === 'future') return monthsReference(begun ? now.year + 1 : now.year, first, 3)
  return monthsReference(begun || phrase.has('this') ? now.year : now.year - 1, first, 3)
}

/** The third quarter (of 1990); the first half of the year. */
export const readQuarter: Meaning = (phrase, moment) => {
  const length = phrase.has('half') ? 6 : 3
  const rank = phrase.value('rank') ?? phrase.value('ordinal') ?? 0
  if (rank < 1 || rank > 12 / length) return 'nothing'
  const month = (rank - 1) * length + 1
  const told = yearTold(phrase, moment)
  if (told !== null) return monthsReference(told, month, length)
  if (moment.published === null) return null
  const now = civilOf(moment.published)
  return monthsReference(now.month >= month ? now.year : now.year - 1, month, length)
}

/** The quarter, the latest period: the one last told of, or else the one before that of publication. */
export const readSameQuarter: Meaning = (phrase, moment) => {
  const shift = shiftOf(phrase)
  if (moment.published === null) return null
  if (shift !== 0 || phrase.has('this')) return unitReference(moment.published, UNIT.quarter, shift)
  const year = phrase.value('year')
  if (moment.quarter === null)
    return year === null ? unitReference(moment.published, UNIT.quarter, -1) : yearsReference(year)
  return year === null ? moment.quarter : monthsReference(year, Number(moment.quarter.from.slice(5, 7)), 3)
}

/** The year-earlier quarter. */
export const readQuarterYearBefore: Meaning = (phrase, moment) => {
  const own = phrase.has('rank') ? readQuarter(phrase, moment) : moment.quarter
  if (own === 'nothing') return 'nothing'
  if (own !== null) return monthsReference(Number(own.from.slice(0, 4)) - 1, Number(own.from.slice(5, 7)), 3)
  if (moment.published === null) return null
  return yearsReference(civilOf(moment.published).year - 1)
}

/** 1990; the end of 1990; mid-1996; the year 2000. A bare figure before a plural is a number of things. */
export const readYear: Meaning = (phrase) => {
  const year =
    phrase.value('year') ?? phrase.value('earlyYear') ?? phrase.value('fourDigits') ?? phrase.value('number') ?? 0
  if (year < 1000 || (phrase.has('unit') && phrase.value('unit') !== UNIT.year)) return 'nothing'
  const bare = phrase.length === 1 && !phrase.has('earlyYear')
  if (
    bare &&
    (NOT_BEFORE_YEAR.has(phrase.wordBefore()) || (phrase.beforePlural() && !BEFORE_YEAR.has(phrase.wordBefore())))
  ) {
    return 'nothing'
  }
  return yearsReference(year)
}

const BEFORE_YEAR: ReadonlySet<string> = new Set(['the', 'in', 'of', 'since', 'its', 'their', 'by', "'s", 'his', 'our'])
const NOT_BEFORE_YEAR: ReadonlySet<string> = new Set([
  '$',
  '#',
  '€',
  '£',
  'no.',
  'number',
  'resolution',
  'some',
  'about',
  'over',
  'least',
  'than',
])

/** The 1990s, the nineties. */
export const readDecade: Meaning = (phrase, moment) => {
  const first = phrase.value('decade') ?? phrase.value('nineties')
  if (first !== null) return yearsReference(first, 10)
  return moment.published === null ? null : unitReference(moment.published, UNIT.decade, 0)
}

/** The 20th century. */
export const readCentury: Meaning = (phrase) => {
  const rank = phrase.value('rank') ?? phrase.value('ordinal') ?? 0
  return rank < 1 || rank > 30 ? null : yearsReference((rank - 1) * 100, 100)
}

/** Christmas: the nearest. */
export const readFeast: Meaning = (phrase, moment) => {
  if (moment.published === null) return null
  const figures = phrase.value('feast') ?? 0
  const year = civilOf(moment.published).year
  const days = [-1, 0, 1].map((shift) => dayNumber(year + shift, Math.floor(figures / 100), figures % 100))
  const day = nearestDay(days, moment.published, phrase.tense())
  return day === null ? null : dayReference(day)
}

function yearTold(phrase: Phrase, moment: Moment): number | null {
  const year = phrase.value('year')
  if (year !== null || phrase.value('unit') !== UNIT.year || moment.published === null) return year
  return civilOf(moment.published).year + shiftOf(phrase)
}

/** Recently, the past, the latest: before or after the present, one cannot say when. */
export const readVague: Meaning = (phrase) =>
  phrase.value('recent') === 1 || phrase.value('last') === -1 ? 'nothing' : null
