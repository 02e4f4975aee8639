import { civilOf, weekdayOf, type DayNumber } from '../../base/calendar.ts'
import type { TimeReference } from '../../model/index.ts'
import { readNextDaypart } from './days.ts'
import { shiftOf, UNIT, unitOf, type Meaning } from './meaning.ts'
import { dayOfClock, narrativeDay, type Moment } from './moment.ts'
import type { Phrase } from './phrase.ts'
import {
  addMonths,
  dayReference,
  monthsReference,
  weekendReference,
  weekReference,
  yearsReference,
} from './references.ts'

/** Last week, early next year, the end of the month. */
export const readShiftedUnit: Meaning = (phrase, moment) => {
  const unit = unitOf(phrase)
  if (moment.published === null) return null
  if (unit === UNIT.day && shiftOf(phrase) === 0) return dayOf(phrase, moment)
  if (unit === UNIT.weekend && shiftOf(phrase) === 0) return nearWeekend(moment.published, phrase)
  return unitReference(moment.published, unit, shiftOf(phrase))
}

/** The same day, that week. */
export const readSameUnit: Meaning = (phrase, moment) => {
  const base = narrativeDay(moment)
  return base === null ? null : unitReference(base, unitOf(phrase), 0)
}

/** The next day, the following year, the day before; open where the text goes on to say before what. */
export const readNextUnit: Meaning = (phrase, moment) => {
  if (phrase.has('daypart')) return readNextDaypart(phrase, moment)
  const before = phrase.has('before') || phrase.has('earlier')
  const after = phrase.has('after')
  const base = narrativeDay(moment)
  if (base === null || ((before || after) && phrase.beforeNoun())) return null
  return unitReference(base, unitOf(phrase), before ? -1 : after ? 1 : shiftOf(phrase))
}

/** Two days ago; a year ago, which in a text about quarters means the quarter a year ago. */
export const readAgo: Meaning = (phrase, moment) => {
  const count = countOf(phrase)
  if (count === null || moment.published === null) return null
  return yearBeforeQuarter(phrase, moment, -count) ?? unitReference(moment.published, unitOf(phrase), -count)
}

/** Three days later, a year earlier: from the day last told of. */
export const readLater: Meaning = (phrase, moment) => {
  const count = countOf(phrase)
  const base = moment.day ?? (phrase.has('a') || phrase.has('earlier') ? moment.published : null)
  if (count === null || base === null) return null
  const shift = phrase.has('later') ? count : -count
  return yearBeforeQuarter(phrase, moment, shift) ?? unitReference(base, unitOf(phrase), shift)
}

/** The unit that lies so many units from the one that holds a day; null for hours and minutes. */
export function unitReference(day: DayNumber, unit: number, shift: number): TimeReference | null {
  const { year, month } = civilOf(day)
  switch (unit) {
    case UNIT.day:
      return dayReference(day + shift)
    case UNIT.week:
      return weekReference(day + 7 * shift)
    case UNIT.fortnight:
      return weekReference(day + 14 * shift)
    case UNIT.weekend:
      return weekendReference(day + 7 * shift)
    case UNIT.month: {
      const moved = civilOf(addMonths(day, shift))
      return monthsReference(moved.year, moved.month)
    }
    case UNIT.quarter:
      return monthsReference(year, Math.floor((month - 1) / 3) * 3 + 1 + 3 * shift, 3)
    case UNIT.year:
      return yearsReference(year + shift)
    case UNIT.decade:
      return yearsReference(Math.floor(year / 10) * 10 + 10 * shift, 10)
    case UNIT.century:
      return yearsReference(Math.floor(year / 100) * 100 + 100 * shift, 100)
    default:
      return null
  }
}

/** The quarter last told of, in another year; null where a text has told of none or the unit is not the year. */
export function yearBeforeQuarter(phrase: Phrase, moment: Moment, years: number): TimeReference | null {
  if (unitOf(phrase) !== UNIT.year || moment.quarter === null || years !== -1) return null
  const year = Number(moment.quarter.from.slice(0, 4))
  return monthsReference(year + years, Number(moment.quarter.from.slice(5, 7)), 3)
}

function dayOf(phrase: Phrase, moment: Moment): TimeReference | null {
  const day = dayOfClock(moment, phrase.paragraph, phrase.has('earlier') || phrase.has('later') ? 1 : 0)
  return day === null ? null : dayReference(day)
}

function nearWeekend(published: DayNumber, phrase: Phrase): TimeReference {
  const ahead = weekdayOf(published) >= 5 || phrase.has('this') || phrase.tense() === 'future'
  return weekendReference(ahead ? published : published - 7)
}

/** The count of units: null for "several", for fractions and for "two to three". */
function countOf(phrase: Phrase): number | null {
  const counts = [phrase.value('number'), phrase.value('integer'), phrase.value('figure')].filter((n) => n !== null)
  if (counts.length > 1 || phrase.has('few') || phrase.has('and') || phrase.has('half')) return null
  const count = counts[0] ?? phrase.value('couple') ?? phrase.value('a')
  return count !== null && count <= 5000 && phrase.value('number', 1) === null && phrase.value('integer', 1) === null
    ? count
    : null
}
