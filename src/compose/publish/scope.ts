import type { BulletinScope } from '../../publish/index.ts'

/** What a bulletin is asked for. */
export interface ScopeInput {
  /** Last day covered. */
  readonly day: string
  /** First day covered. (Default: the same) */
  readonly from?: string
  /** Local time up to which reports count. (Default: 19:30) */
  readonly cutOff?: string
  readonly timeZone: string
  /** Ids of the case's earlier bulletins. */
  readonly earlier: readonly string[]
  /** Replace the day's last bulletin. */
  readonly isCorrection?: boolean
}

/** The scope of a bulletin. A second one of a day has a number behind the day. */
export function scopeOf({
  day,
  from = day,
  cutOff = '19:30',
  timeZone,
  earlier,
  isCorrection = false,
}: ScopeInput): BulletinScope {
  const ofDay = earlier.filter((id) => id === day || id.startsWith(`${day}-`)).toSorted()
  const id = ofDay.length === 0 ? day : `${day}-${ofDay.length + 1}`
  const instant = instantOf(day, cutOff, timeZone)
  return {
    id,
    from,
    to: day,
    cutOff: { day, time: cutOff, zone: timeZone, instant },
    supersedes: isCorrection ? (ofDay.at(-1) ?? null) : null,
  }
}

/** The instant of a local day and time. In the hour that a change of clocks repeats, one of the two; in one that it skips, the one after. */
function instantOf(day: string, time: string, timeZone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const offset = (moment: number) => {
    const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(moment)
    return Date.parse(`${parts.replace(' ', 'T')}Z`) - moment
  }
  const first = asUtc - offset(asUtc)
  return new Date(asUtc - offset(first)).toISOString()
}
