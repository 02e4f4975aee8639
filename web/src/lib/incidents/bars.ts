/** A bar: the days it holds and how many incidents fall on them. */
export interface Bar {
  readonly from: string
  readonly to: string
  readonly count: number
}

/** Most bars that are still told apart on a phone. */
const MOST_BARS = 120
const DAY_MS = 86_400_000

/** Days without any incident get their bar, too: a gap must be seen as one. Long stretches put several days into a bar. */
export function barsOf(days: readonly { readonly day: string; readonly count: number }[]): {
  readonly bars: readonly Bar[]
  readonly most: number
  readonly daysABar: number
} {
  const numbered = days.map(({ day, count }) => ({ at: numberOf(day), count })).filter(({ at }) => Number.isFinite(at))
  const first = Math.min(...numbered.map(({ at }) => at))
  const last = Math.max(...numbered.map(({ at }) => at))
  if (numbered.length === 0) return { bars: [], most: 1, daysABar: 1 }
  const daysABar = Math.ceil((last - first + 1) / MOST_BARS)
  const counts = Array.from({ length: Math.floor((last - first) / daysABar) + 1 }, () => 0)
  for (const { at, count } of numbered) {
    const bar = Math.floor((at - first) / daysABar)
    counts[bar] = (counts[bar] ?? 0) + count
  }
  const bars = counts.map((count, i) => {
    const from = first + i * daysABar
    return { from: dayOf(from), to: dayOf(Math.min(last, from + daysABar - 1)), count }
  })
  return { bars, most: Math.max(1, ...counts), daysABar }
}

/** Days since 1970 by the calendar alone: no zone takes part. */
function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}

function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}
