import { dayNumber, daysInMonth, formatDay, parseDay } from '../base/calendar.ts'
import type { BoilerplateLexicon } from './boilerplate-lexicon.ts'
import { foldWord } from './fold.ts'

const ISO = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/
const DOTTED = /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/
const CLOCK = /\b(\d{1,2}):(\d{2})(?::\d{2})?(?:\s?([ap])\.?m\b)?/i
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)?$/
const YEAR = /^(?:19|20|21)\d{2}$/

/** Longest piece of a page that a date is looked for in. */
const MAX_SEARCHED = 340

/**
 * The first date with a year in a short piece of a page: `2020-04-15`, `15.04.2020`, `August 25, 2020`, `5 March 2020`, month
 * names of many languages; with the clock time beside it if there is one. ISO date or date-time; null if there is none, or
 * if day and month cannot be told apart (04/05/2020).
 */
export function findPageDate(piece: string, folded: readonly string[], lexicon: BoilerplateLexicon): string | null {
  const searched = piece.slice(0, MAX_SEARCHED)
  const day = numericDate(searched) ?? namedDate(folded, lexicon)
  if (day === null) return null
  const time = clockTime(searched)
  return time === null ? day : `${day}T${time}`
}

/** A date as metadata, mail and feeds write it: ISO stays as it is, others become ISO; null if it is none. */
export function readableDate(given: string | null | undefined, lexicon: BoilerplateLexicon): string | null {
  const date = given?.trim() ?? ''
  if (parseDay(date) !== null) return date
  return findPageDate(
    date,
    date
      .slice(0, MAX_SEARCHED)
      .split(/[^\p{L}\p{N}]+/u)
      .map(foldWord),
    lexicon,
  )
}

/** Whether the words name a month beside a day or year, year or not: what datelines and bylines have. */
export function namesDay(folded: readonly string[], lexicon: BoilerplateLexicon): boolean {
  return folded.some((word, i) => {
    if (!lexicon.months.has(word)) return false
    return ORDINAL.test(folded[i + 1] ?? '') || ORDINAL.test(folded[i - 1] ?? '')
  })
}

function numericDate(piece: string): string | null {
  const iso = ISO.exec(piece)
  if (iso) return checkedDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dotted = DOTTED.exec(piece)
  if (!dotted) return null
  const [first, second, year] = [Number(dotted[1]), Number(dotted[2]), Number(dotted[3])]
  if (dotted[0].includes('.') || first > 12) return checkedDay(year, second, first)
  return second > 12 || first === second ? checkedDay(year, first, second) : null
}

function namedDate(folded: readonly string[], lexicon: BoilerplateLexicon): string | null {
  for (const [i, word] of folded.entries()) {
    const month = lexicon.months.get(word)
    if (month === undefined) continue
    const [before, after, second] = [folded[i - 1] ?? '', folded[i + 1] ?? '', folded[i + 2] ?? '']
    const found =
      YEAR.test(after) && ORDINAL.test(before)
        ? checkedDay(Number(after), month, Number.parseInt(before, 10))
        : YEAR.test(second) && ORDINAL.test(after)
          ? checkedDay(Number(second), month, Number.parseInt(after, 10))
          : null
    if (found !== null) return found
  }
  return null
}

function clockTime(piece: string): string | null {
  const match = CLOCK.exec(piece)
  if (!match) return null
  const half = match[3]?.toLowerCase()
  const hour = half ? (Number(match[1]) % 12) + (half === 'p' ? 12 : 0) : Number(match[1])
  const minute = Number(match[2])
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function checkedDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return formatDay(dayNumber(year, month, day))
}
