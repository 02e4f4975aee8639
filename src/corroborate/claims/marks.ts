import { civilOf, parseDay } from '../../base/calendar.ts'
import type { Reading, TimeMention } from '../../model/index.ts'
import { wordKeys } from './content-words.ts'

/** Something told by its number in a row: "the fourth joint patrol" marks 4 for each of the words behind. */
export interface Numbered {
  readonly word: number
  readonly rank: number
}

/** What tells two short reports on one matter apart, or together: the days they name and the numbers things have in them. */
export interface Marks {
  /** Days of the year that the report names, as `dayMark`; a year need not be told for them. */
  readonly days: ReadonlySet<number>
  readonly numbered: readonly Numbered[]
}

/** Words behind an ordinal that may be what it counts. */
const REACH = 5
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const DAY_AND_MONTH = /(\d{1,2})(?:st|nd|rd|th)?(?: of)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/i
const MONTH_AND_DAY = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})\b/i
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth'.split(
    ' ',
  )
const ORDINAL = new RegExp(String.raw`\b(?:(\d{1,3})(?:st|nd|rd|th)|(${ORDINALS.join('|')}))\b([^.;:!?]*)`, 'gi')

/** A day of the year as one number. */
function dayMark(month: number, day: number): number {
  return month * 32 + day
}

/** The day of the year before or behind another. */
export function besideMark(mark: number, step: 1 | -1): number {
  const day = (mark & 31) + step
  if (day >= 1 && day <= 31) return mark + step
  const month = (((mark >> 5) - 1 + step + 12) % 12) + 1
  return dayMark(month, step === 1 ? 1 : 31)
}

/** The mark of a day since 1970-01-01. */
export function markOfDay(number: number): number {
  const { month, day } = civilOf(number)
  return dayMark(month, day)
}

/** Reads the marks of a reading's title and body. English months and ordinals. */
export function marksOf(reading: Reading, body: string): Marks {
  const title = reading.report.title ?? ''
  const days = [...reading.times.flatMap((time) => dayOfTime(time) ?? []), ...(dayInWords(title) ?? [])]
  return { days: new Set(days), numbered: [...numberedIn(title), ...numberedIn(body)] }
}

function dayOfTime(time: TimeMention): readonly number[] | null {
  if (time.from === null) return dayInWords(time.text)
  const number =
    time.precision === 'day' || time.precision === 'hour' || time.precision === 'minute' ? parseDay(time.from) : null
  return number === null ? null : [markOfDay(number)]
}

function dayInWords(text: string): readonly number[] | null {
  const dayFirst = DAY_AND_MONTH.exec(text)
  if (dayFirst) return [dayMark(monthOf(dayFirst[2]), Number(dayFirst[1]))]
  const monthFirst = MONTH_AND_DAY.exec(text)
  return monthFirst ? [dayMark(monthOf(monthFirst[1]), Number(monthFirst[2]))] : null
}

function monthOf(word: string | undefined): number {
  return MONTHS.indexOf((word ?? '').toLowerCase()) + 1
}

function numberedIn(text: string): Numbered[] {
  return [...text.matchAll(ORDINAL)].flatMap(([, digits, word, rest]) => {
    const rank = digits ? Number(digits) : ORDINALS.indexOf((word ?? '').toLowerCase()) + 1
    return wordKeys((rest ?? '').slice(0, 90))
      .slice(0, REACH)
      .map((key) => ({ word: key, rank }))
  })
}

/** Whether two reports count the same thing alike (1), differently (−1), or count no common thing (0). */
export function agreeOnNumbers(a: Marks, b: Marks): 1 | 0 | -1 {
  let differ = false
  for (const one of a.numbered) {
    for (const other of b.numbered) {
      if (one.word !== other.word) continue
      if (one.rank === other.rank) return 1
      differ = true
    }
  }
  return differ ? -1 : 0
}

/** How many days two reports both name. */
export function countSharedDays(a: Marks, b: Marks): number {
  let shared = 0
  for (const day of a.days) if (b.days.has(day)) shared++
  return shared
}

/** Whether a report names one of some days, or the day before or behind one. */
export function namesDayBeside({ days }: Marks, marks: Iterable<number>): boolean {
  for (const mark of marks)
    if (days.has(mark) || days.has(besideMark(mark, 1)) || days.has(besideMark(mark, -1))) return true
  return false
}
