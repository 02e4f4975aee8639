import { civilOf, dayNumber, daysInMonth, type DayNumber } from '../../base/calendar.ts'
import { withinDay } from './clock.ts'
import { shiftOf, type Meaning } from './meaning.ts'
import { nearestDay, yearOfMonth, type Moment } from './moment.ts'
import type { Phrase } from './phrase.ts'
import { dayReference, daysReference, monthsReference } from './references.ts'

/** 15.04.2020: the figures yyyymmdd. Of 3/6/2020, negative, the reading nearer publication is taken, day first where there is none. */
export const readDate: Meaning = (phrase, moment) => {
  const figures = phrase.value('date') ?? 0
  const [year, month, day] = [
    Math.floor(Math.abs(figures) / 10_000),
    Math.floor(Math.abs(figures) / 100) % 100,
    Math.abs(figures) % 100,
  ]
  const dayFirst = existingDay(year, month, day)
  if (figures > 0 || moment.published === null) return dayFirst === null ? null : withinDay(dayFirst, phrase)
  const days = [dayFirst, existingDay(year, day, month)].filter((read) => read !== null).sort((a, b) => a - b)
  const nearest = nearestDay(days, moment.published, 'open')
  return nearest === null ? null : withinDay(nearest, phrase)
}

/** 6 March (2020) (at 08:50). */
export const readMonthDay: Meaning = (phrase, moment) => {
  const month = phrase.value('month') ?? 0
  const date = dayOfMonth(phrase)
  if (date < 1 || date > 31) return 'nothing'
  const day = dayInYear(phrase, moment, month, date)
  return day === null ? null : withinDay(day, phrase)
}

/** 12–21 January (2020). */
export const readMonthDays: Meaning = (phrase, moment) => {
  const month = phrase.value('month') ?? 0
  const both = phrase.value('days')
  const first = both === null ? phrase.value('integer') : Math.floor(both / 100)
  const last = both === null ? phrase.value('integer', 1) : both % 100
  if (first === null || last === null || first >= last || last > 31) return 'nothing'
  const from = dayInYear(phrase, moment, month, first)
  return from === null ? null : daysReference(from, from + last - first, 'day')
}

/** The 15th. */
export const readDayOfMonth: Meaning = (phrase, moment) => {
  const date = phrase.value('ordinal') ?? 0
  if (phrase.beforeNoun() || date > 31) return 'nothing'
  if (moment.published === null) return null
  const { year, month } = civilOf(moment.published)
  const days = [-1, 0, 1].map((shift) => existingDay(year, month + shift, date)).filter((day) => day !== null)
  const day = nearestDay(days, moment.published, phrase.tense())
  return day === null ? null : dayReference(day)
}

/** The last day of February; the second week of March. */
export const readPartOfMonth: Meaning = (phrase, moment) => {
  const month = phrase.value('month') ?? 0
  const year = yearOf(phrase, moment, month)
  if (year === null) return null
  if (phrase.value('unit') !== 3) return monthsReference(year, month)
  const rank = phrase.value('rank') ?? phrase.value('ordinal')
  const day = rank === null ? lastDay(year, month) : existingDay(year, month, rank)
  return day === null ? null : dayReference(day)
}

/** March; early March last year; the end of March 2020. After a name a month alone is a name too: "Theresa May". */
export const readMonth: Meaning = (phrase, moment) => {
  if (phrase.length === 1 && phrase.afterName()) return 'nothing'
  const month = phrase.value('month') ?? phrase.value('earlyMonth') ?? 0
  const year = yearOf(phrase, moment, month)
  return year === null ? null : monthsReference(year, month)
}

/** Last May; this September. "Last May" is not said in June: then it is the May of the year before. */
export const readShiftedMonth: Meaning = (phrase, moment) => {
  if (moment.published === null) return null
  const month = phrase.value('month') ?? 0
  const now = civilOf(moment.published)
  const shift = shiftOf(phrase)
  if (shift < 0) return monthsReference(month < now.month - 1 ? now.year : now.year - 1, month)
  return monthsReference(shift > 0 && month <= now.month ? now.year + 1 : now.year, month)
}

function dayOfMonth(phrase: Phrase): number {
  const first = phrase.value('integer')
  const ofClock = phrase.valueBefore('ampm') ?? phrase.valueBefore('oclock')
  const second = phrase.value('integer', 1)
  if (first !== null) return second !== null && first === ofClock ? second : first
  return phrase.value('ordinal') ?? phrase.value('rank') ?? 0
}

function dayInYear(phrase: Phrase, moment: Moment, month: number, date: number): DayNumber | null {
  const year = yearTold(phrase, moment)
  if (year !== null) return existingDay(year, month, date)
  if (moment.published === null) return null
  const now = civilOf(moment.published).year
  const days = [-1, 0, 1].map((shift) => existingDay(now + shift, month, date)).filter((day) => day !== null)
  return nearestDay(days, moment.published, phrase.tense())
}

function yearOf(phrase: Phrase, moment: Moment, month: number): number | null {
  const told = yearTold(phrase, moment)
  if (told !== null || moment.published === null) return told
  return yearOfMonth(month, moment.published, phrase.tense())
}

function yearTold(phrase: Phrase, moment: Moment): number | null {
  const year = phrase.has('zone')
    ? phrase.value('year', phrase.has('clock') || phrase.has('ampm') ? 0 : 1)
    : phrase.value('year')
  if (year !== null) return year
  if (phrase.value('unit') !== 7 || moment.published === null) return null
  return civilOf(moment.published).year + shiftOf(phrase)
}

function existingDay(year: number, month: number, date: number): DayNumber | null {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((month + 11) % 12) + 1
  return date > daysInMonth(y, m) ? null : dayNumber(y, m, date)
}

function lastDay(year: number, month: number): DayNumber {
  return dayNumber(year, month, daysInMonth(year, month))
}
