import { KIND } from './kinds.ts'

/** A word as an expression of time sees it: the number of its kind, and its value in the sense of that kind. */
export interface TimeWord {
  readonly kind: number
  readonly value: number
}

/** A word that has no part in any expression of time. */
export const NO_TIME_WORD: TimeWord = { kind: KIND.none, value: 0 }

type Shape = readonly [pattern: RegExp, read: (part: readonly string[]) => TimeWord | null]

/** Each pattern is anchored and free of nested repetition, and the word at most 20 units long. */
const SHAPES: readonly Shape[] = [
  [
    /^(\d{1,2})$/,
    ([n]) => (Number(n) >= 1 && Number(n) <= 31 ? word('integer', Number(n)) : word('figure', Number(n))),
  ],
  [/^(19\d\d|20\d\d)$/, ([n]) => word('year', Number(n))],
  [/^(\d{4})$/, ([n]) => word('fourDigits', Number(n))],
  [/^[\d,.]+$|^\d\/\d$/, ([n]) => clockOrFigure(n ?? '')],
  [/^(\d{1,2})(?:st|nd|rd|th)$/, ([n]) => word('ordinal', Number(n))],
  [/^([01]?\d|2[0-3])[:h]([0-5]\d)(?::[0-5]\d)?(?:hrs|h)?$/, ([h, m]) => word('clock', clockOf(h, m))],
  [
    /^(\d{1,2})(?:[:.]([0-5]\d))?([ap])\.?m\.?$/,
    ([h, m, half]) => halfDayClock(Number(h), Number(m ?? 0), half === 'p'),
  ],
  [/^(\d{3}0)'?s$/, ([n]) => word('decade', Number(n))],
  [/^'?(\d0)s$/, ([n]) => word('decade', 1900 + Number(n))],
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([y, m, d]) => date(y, m, d)],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, ([y, m, d]) => date(y, m, d)],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/, ([d, m, y]) => date(y, m, d)],
  [/^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/, ([a, b, y]) => eitherDate(y, a, b)],
  [/^(\d{1,2})[-–](\d{1,2})$/, ([a, b]) => (Number(a) < Number(b) ? word('days', Number(a) * 100 + Number(b)) : null)],
  [/^(?:mid|early|late|pre|post)-((?:19|20)\d\d)$/, ([n]) => word('earlyYear', Number(n))],
  [/^(?:mid|early|late)-((?:19|20)\d0)s$/, ([n]) => word('decade', Number(n))],
]

/** Longest word written in figures that is looked at. */
const MAX_LENGTH = 20

/** What a word in lower case that holds a figure means to an expression of time. */
export function readFigures(lower: string): TimeWord {
  if (lower.length > MAX_LENGTH) return NO_TIME_WORD
  for (const [pattern, read] of SHAPES) {
    const match = pattern.exec(lower)
    if (match) return read(match.length > 1 ? match.slice(1) : match) ?? NO_TIME_WORD
  }
  return NO_TIME_WORD
}

function word(kind: keyof typeof KIND, value: number): TimeWord {
  return { kind: KIND[kind], value }
}

function clockOf(hour: string | undefined, minute: string | undefined): number {
  return Number(hour) * 60 + Number(minute)
}

function halfDayClock(hour: number, minute: number, afternoon: boolean): TimeWord | null {
  return hour >= 1 && hour <= 12 ? word('clock', ((hour % 12) + (afternoon ? 12 : 0)) * 60 + minute) : null
}

function clockOrFigure(digits: string): TimeWord | null {
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(digits)
  if (parts) return date(parts[3], parts[2], parts[1])
  return /\d/.test(digits) ? word('figure', Math.min(1e9, Math.floor(Number(digits.replaceAll(',', '')) || 0))) : null
}

/** 3/6/2020 may be June or March; its value is that of the day first, negative, so that the day of publication can decide. */
function eitherDate(year: string | undefined, a: string | undefined, b: string | undefined): TimeWord | null {
  if (Number(b) > 12) return date(year, a, b)
  const dayFirst = date(year, b, a)
  return dayFirst && Number(a) <= 12 && a !== b ? { ...dayFirst, value: -dayFirst.value } : dayFirst
}

/** The value of a date is its figures yyyymmdd; two-digit years are those of 1950 to 2049. */
function date(year: string | undefined, month: string | undefined, day: string | undefined): TimeWord | null {
  const [short, m, d] = [Number(year), Number(month), Number(day)]
  const y = short >= 100 ? short : short + (short < 50 ? 2000 : 1900)
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 ? word('date', y * 10_000 + m * 100 + d) : null
}
