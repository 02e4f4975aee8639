import type { PlainDate } from '../../base/calendar.ts'

/** How long nothing was told. */
export interface QuietFigures {
  /** Days on which nothing corroborated is told to have happened. */
  readonly quietDays: number
  /** The longest row of such days, the first of several; null where every day had something. `watched`: all its days were. */
  readonly longestQuiet: {
    readonly from: PlainDate
    readonly to: PlainDate
    readonly days: number
    readonly watched: boolean
  } | null
}

interface QuietDay {
  readonly day: PlainDate
  readonly corroborated: readonly string[]
  readonly watched: boolean
}

/** Counts days without a corroborated incident, and the longest row of them. */
export function quietOf(days: readonly QuietDay[]): QuietFigures {
  let longest: readonly QuietDay[] = []
  let row: QuietDay[] = []
  for (const day of days) {
    if (day.corroborated.length > 0) row = []
    else row.push(day)
    if (row.length > longest.length) longest = [...row]
  }
  const [first, last] = [longest[0], longest.at(-1)]
  return {
    quietDays: days.filter(({ corroborated }) => corroborated.length === 0).length,
    longestQuiet:
      first && last
        ? { from: first.day, to: last.day, days: longest.length, watched: longest.every(({ watched }) => watched) }
        : null,
  }
}
