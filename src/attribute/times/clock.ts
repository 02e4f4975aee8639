import type { DayNumber } from '../../base/calendar.ts'
import type { TimeReference } from '../../model/index.ts'
import type { Phrase } from './phrase.ts'
import { dayReference, hoursReference, minuteReference, nightReference } from './references.ts'

/** A day, or the part or minute of it that the phrase names beside it. */
export function withinDay(day: DayNumber, phrase: Phrase): TimeReference {
  const minute = minuteOf(phrase)
  if (minute !== null) return minuteReference(day, minute)
  const part = phrase.value('daypart') ?? phrase.value('tonight')
  if (part !== null) return hoursReference(day, Math.floor(part / 100), part % 100)
  return phrase.has('overnight') ? nightReference(day) : dayReference(day)
}

/** Whether the phrase names a night, which belongs to two days. */
export function isNight(phrase: Phrase): boolean {
  return phrase.value('daypart') === NIGHT
}

/** The value of "night" in the lexicon: its first and last hour before midnight. */
const NIGHT = 1823

/** The minute of the day that the phrase's clock shows; null if it has none. */
export function minuteOf(phrase: Phrase): number | null {
  const noon = phrase.value('noon')
  if (noon !== null) return noon
  const half = phrase.value('ampm')
  const clock = phrase.value('clock')
  if (clock !== null) return half === null ? clock : inHalf(clock, half)
  if (half !== null) return inHalf((phrase.valueBefore('ampm') ?? 0) * 60, half)
  if (phrase.has('oclock')) return inHalf((phrase.valueBefore('oclock') ?? 0) * 60, 0)
  return phrase.has('zone') ? minuteOfFigures(phrase.valueBefore('zone')) : null
}

function inHalf(minute: number, half: number): number | null {
  if (minute >= 1440) return null
  return minute < 780 ? (minute % 720) + half * 60 : minute
}

/** 1430 beside a zone is half past two; 1950 is ten to eight in the evening. */
function minuteOfFigures(figures: number | null): number | null {
  if (figures === null || figures % 100 > 59 || figures > 2359) return null
  return Math.floor(figures / 100) * 60 + (figures % 100)
}
