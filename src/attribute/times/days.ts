import type { DayNumber } from '../../base/calendar.ts'
import { isNight, minuteOf, withinDay } from './clock.ts'
import { shiftOf, UNIT, type Meaning } from './meaning.ts'
import { dayOfClock, narrativeDay, weekdayNear } from './moment.ts'
import type { Tense } from './tense.ts'
import { dayReference, minuteReference, mondayOf, nightReference } from './references.ts'

/** Friday: the one on or before publication, or, in a clause about what is to come, on or after it. */
export const readWeekday: Meaning = (phrase, moment) => {
  if (moment.published === null) return null
  return withinDay(weekdayNear(moment.published, phrase.value('weekday') ?? 0, phrase.tense()), phrase)
}

/** Last Friday; this coming Friday; the previous Friday; Friday of last week. */
export const readShiftedWeekday: Meaning = (phrase, moment) => {
  const told = phrase.has('previous') || phrase.has('following')
  const base = told ? narrativeDay(moment) : moment.published
  if (base === null) return null
  const weekday = phrase.value('weekday') ?? 0
  const shift = shiftOf(phrase)
  if (phrase.value('unit') === UNIT.week) return withinDay(mondayOf(base) + 7 * shift + weekday, phrase)
  return withinDay(shiftedWeekday(base, weekday, shift, phrase.tense()), phrase)
}

/** "This Monday" is that of the present week, unless the tense sends it to the next one or back to the one before. */
function shiftedWeekday(base: DayNumber, weekday: number, shift: number, tense: Tense): DayNumber {
  if (shift < 0) return weekdayNear(base - 1, weekday, 'past')
  if (shift > 0) return weekdayNear(base + 1, weekday, 'future')
  return tense === 'open' ? mondayOf(base) + weekday : weekdayNear(base, weekday, tense)
}

/** Today, yesterday evening, tomorrow at 10:00. */
export const readToday: Meaning = (phrase, moment) =>
  moment.published === null ? null : withinDay(moment.published + (phrase.value('today') ?? 0), phrase)

/** The day before yesterday, the day after tomorrow. */
export const readDayBeforeYesterday: Meaning = (phrase, moment) => {
  if (phrase.value('unit') !== UNIT.day || moment.published === null) return null
  return dayReference(moment.published + (phrase.value('today') ?? 0) + (phrase.has('before') ? -1 : 1))
}

/** This morning, last night, tonight. "Last night" belongs to two days. */
export const readShiftedDaypart: Meaning = (phrase, moment) => {
  const shift = shiftOf(phrase)
  const base = shift > 0 ? narrativeDay(moment) : moment.published
  if (base === null) return null
  return shift < 0 && isNight(phrase) ? nightReference(base - 1) : withinDay(base + shift, phrase)
}

/** In the morning, at dawn. A night without its day is left open. */
export const readDaypart: Meaning = (phrase, moment) => {
  const day = dayOfClock(moment, phrase.paragraph)
  return day === null || (isNight(phrase) && !phrase.has('that') && !phrase.has('same')) ? null : withinDay(day, phrase)
}

/** Overnight: the night that ended on the day of publication. */
export const readOvernight: Meaning = (_phrase, moment) =>
  moment.published === null ? null : nightReference(moment.published - 1)

/** 18:40, at noon, 5 p.m. */
export const readClock: Meaning = (phrase, moment) => {
  const minute = minuteOf(phrase)
  if (minute === null || minute >= 1440) return 'nothing'
  const day = dayOfClock(moment, phrase.paragraph)
  return day === null ? null : minuteReference(day, minute)
}

/** The following morning, the evening before: beside the day last told of; open where the text goes on to say before what. */
export const readNextDaypart: Meaning = (phrase, moment) => {
  const base = narrativeDay(moment)
  if (base === null || (phrase.has('before') && phrase.beforeNoun())) return null
  return withinDay(base + (phrase.has('before') ? -1 : shiftOf(phrase)), phrase)
}
