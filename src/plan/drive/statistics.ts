import { formatDay, parseDay, weekdayOf, type PlainDate } from '../../base/calendar.ts'
import type { Patrol, PatrolAccount, Stretch } from '../../model/index.ts'

/** What was driven in a week, by what accounts tell. */
export interface WeekOfPatrols {
  /** Its Monday. */
  readonly monday: PlainDate
  readonly patrols: number
  /** What would have been driven had each patrol driven the whole stretch. */
  readonly obligedKm: number
  /** By the account that tells of least, and of most, of each patrol; patrols of which nobody tells it count nothing. */
  readonly leastKm: number
  readonly mostKm: number
  /** Patrols of which nobody tells how far they got. */
  readonly untold: number
}

/** Why patrols were shortened or cancelled, as it was said. */
export interface Cause {
  readonly reason: string
  readonly accounts: readonly { readonly patrol: string; readonly side: string }[]
}

/** Figures of a road's patrols. */
export interface PatrolStatistics {
  readonly obliged: Stretch
  readonly weeks: readonly WeekOfPatrols[]
  /** Parts of the stretch that no account tells of having been driven, the lesser km first. */
  readonly neverReached: readonly { readonly fromKm: number; readonly toKm: number }[]
  /** Days from one patrol to the next. */
  readonly daysBetween: readonly number[]
  readonly causes: readonly Cause[]
}

/** Counts what the patrols on a stretch drove of what they were obliged to. Weeks without a patrol between two with one are listed too. */
export function countPatrols(all: readonly Patrol[], obliged: Stretch): PatrolStatistics {
  const patrols = all.filter(({ road }) => road === obliged.road)
  const days = [...new Set(patrols.flatMap(({ on }) => parseDay(on) ?? []))].toSorted((a, b) => a - b)
  return {
    obliged,
    weeks: weeksOf(patrols, obliged, days),
    neverReached: gapsIn(obliged, patrols),
    daysBetween: days.slice(1).map((day, i) => day - (days[i] ?? day)),
    causes: causesOf(patrols),
  }
}

function weeksOf(patrols: readonly Patrol[], obliged: Stretch, days: readonly number[]): readonly WeekOfPatrols[] {
  const mondayOf = (day: number): number => day - weekdayOf(day)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const weeks: WeekOfPatrols[] = []
  for (let monday = mondayOf(first); monday <= last; monday += 7) {
    const own = patrols.filter(({ on }) => mondayOf(parseDay(on) ?? -1) === monday)
    const told = own.map(({ accounts }) => accounts.flatMap((account) => drivenKm(account, obliged) ?? []))
    weeks.push({
      monday: formatDay(monday),
      patrols: own.length,
      obligedKm: own.length * lengthOf(obliged),
      leastKm: told.reduce((sum, kms) => sum + (kms.length > 0 ? Math.min(...kms) : 0), 0),
      mostKm: told.reduce((sum, kms) => sum + Math.max(0, ...kms), 0),
      untold: told.filter((kms) => kms.length === 0).length,
    })
  }
  return weeks
}

/** How far an account says a patrol got on a stretch, in km; null where it does not tell. A patrol begins at the stretch's end unless told otherwise. */
export function drivenKm({ fromKm, toKm, turnedBackAtKm, outcome }: PatrolAccount, obliged: Stretch): number | null {
  const end = turnedBackAtKm ?? toKm
  if (outcome === 'cancelled') return 0
  if (end === null) return null
  const [from, to] = partOf({ fromKm: fromKm ?? obliged.fromKm, toKm: end }, obliged)
  return Math.max(0, to - from)
}

function partOf(
  driven: { readonly fromKm: number; readonly toKm: number },
  obliged: Stretch,
): readonly [number, number] {
  const [low, high] = [Math.min(obliged.fromKm, obliged.toKm), Math.max(obliged.fromKm, obliged.toKm)]
  return [Math.max(low, Math.min(driven.fromKm, driven.toKm)), Math.min(high, Math.max(driven.fromKm, driven.toKm))]
}

function gapsIn(obliged: Stretch, patrols: readonly Patrol[]): PatrolStatistics['neverReached'] {
  const driven = patrols
    .flatMap(({ accounts }) => accounts)
    .flatMap((account) => {
      const end = account.turnedBackAtKm ?? account.toKm
      return end === null ? [] : [partOf({ fromKm: account.fromKm ?? obliged.fromKm, toKm: end }, obliged)]
    })
    .toSorted(([a], [b]) => a - b)
  let [reached, high] = [Math.min(obliged.fromKm, obliged.toKm), Math.max(obliged.fromKm, obliged.toKm)]
  const gaps: { readonly fromKm: number; readonly toKm: number }[] = []
  for (const [from, to] of [...driven, [high, high] as const]) {
    if (from - reached > 0.05) gaps.push({ fromKm: reached, toKm: from })
    reached = Math.max(reached, to)
  }
  return gaps
}

function causesOf(patrols: readonly Patrol[]): readonly Cause[] {
  const causes = new Map<string, { readonly patrol: string; readonly side: string }[]>()
  for (const { id, accounts } of patrols) {
    for (const { side, outcome, reason } of accounts) {
      if (outcome !== 'shortened' && outcome !== 'cancelled') continue
      const words = reason ?? 'no reason given'
      causes.set(words, [...(causes.get(words) ?? []), { patrol: id, side }])
    }
  }
  return [...causes]
    .map(([reason, accounts]) => ({ reason, accounts }))
    .toSorted((a, b) => b.accounts.length - a.accounts.length)
}

function lengthOf({ fromKm, toKm }: Stretch): number {
  return Math.abs(fromKm - toKm)
}
