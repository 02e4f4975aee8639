import { parseDay, type DayNumber } from '../../base/calendar.ts'
import type { Coverage, Patrol, PatrolAccount, Stretch } from '../../model/index.ts'

/** When a part of a road was last watched, and how we know. */
export interface Watch {
  readonly stretch: Stretch
  readonly day: DayNumber
  readonly how: Coverage['how']
}

/** The part of a road that an account says was driven; null where it does not tell both ends. */
export function drivenBy(road: string, { fromKm, toKm, outcome }: PatrolAccount): Stretch | null {
  if (fromKm === null || toKm === null || outcome === 'cancelled' || outcome === 'not-mentioned') return null
  return { road, fromKm, toKm }
}

/** All that was watched of a road before a day: coverage as told, and what patrols drove. Gaps watch nothing. */
export function watchesOf(
  road: string,
  { coverage, patrols }: { readonly coverage: readonly Coverage[]; readonly patrols: readonly Patrol[] },
  before: DayNumber,
): readonly Watch[] {
  const covered = coverage.flatMap(({ what, to, how, gap }) => {
    const stretch = gap ? null : stretchNamed(road, what)
    return stretch ? [{ stretch, day: Math.min(before - 1, parseDay(to) ?? -Infinity), how }] : []
  })
  const driven = patrols
    .filter((patrol) => patrol.road === road)
    .flatMap(({ on, accounts }) =>
      accounts.flatMap((account) => {
        const stretch = drivenBy(road, account)
        return stretch ? [{ stretch, day: parseDay(on) ?? -Infinity, how: 'patrol' as const }] : []
      }),
    )
  return [...covered, ...driven].filter(({ day }) => day < before)
}

/** `m4`, `m4:95-110`, a zone named after the road (`m4-corridor`), or `*` for everything. */
function stretchNamed(road: string, what: string): Stretch | null {
  const part = /^(.+):(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(what)
  if (part?.[1] === road) return { road, fromKm: Number(part[2]), toKm: Number(part[3]) }
  const whole = what === '*' || what === road || what.startsWith(`${road}-`)
  return whole ? { road, fromKm: 0, toKm: Infinity } : null
}

/** The last day on which the road was watched at a kilometre; null where it never was. */
export function lastWatched(watches: readonly Watch[], km: number): DayNumber | null {
  const days = watches.filter(({ stretch }) => covers(stretch, km)).map(({ day }) => day)
  return days.length > 0 ? Math.max(...days) : null
}

/** Whether a stretch, driven either way, holds a kilometre. */
export function covers({ fromKm, toKm }: Stretch, km: number): boolean {
  return km >= Math.min(fromKm, toKm) && km <= Math.max(fromKm, toKm)
}
