import { parseDay, type PlainDate } from '../../base/calendar.ts'
import type { CaseRecord, Finding, Obligation } from '../../model/index.ts'
import type { Assessor } from '../assessor.ts'

/** Days before the obligation that are compared with those since. */
const COMPARED_DAYS = 28

/** Incidents a day since the obligation holds, against those in the days before it. */
export interface Trend {
  /** A day, since it holds. */
  readonly since: number
  /** A day, in the 28 days before; null where the record tells of none, so that nobody can say. */
  readonly before: number | null
  /** A day, in the last seven days. */
  readonly lately: number
}

/** The trend of a ban's incidents. What happened before is counted in the same zone and of the same acts. */
export function trendOf(
  { term, zone }: Obligation,
  own: readonly Finding[],
  inScope: readonly Finding[],
  { incidents }: CaseRecord,
  { context: { zones } }: Assessor,
  today: PlainDate,
): Trend {
  const [start, end] = [parseDay(term.from), parseDay(today)]
  if (start === null || end === null) return { since: 0, before: null, lately: 0 }
  const places = new Map(incidents.map(({ incident }) => [incident.id, incident.place]))
  const before = own.filter(({ rule, on, subject }) => {
    const day = parseDay(on?.from ?? '')
    if (rule !== 'before-term' || subject.kind !== 'incident' || day === null || day < start - COMPARED_DAYS)
      return false
    return zone === null || zones.around(places.get(subject.incident) ?? null).membership(zone) === 'inside'
  })
  const lately = inScope.filter(({ on }) => (parseDay(on?.from ?? '') ?? 0) > end - 7)
  return {
    since: inScope.length / Math.max(1, end - start + 1),
    before: before.length === 0 ? null : before.length / COMPARED_DAYS,
    lately: lately.length / 7,
  }
}
