import type { IncidentFile } from '../api-types.ts'

/** How far, and how many days before and after, an incident may lie that could be the same one. */
const NEAR_KM = 25
const NEAR_DAYS = 3
const DAY_MS = 86_400_000

/** The query for incidents near one in time and place; of those that tell neither, those of the same act. */
export function nearQuery({ act, place, time }: Pick<IncidentFile, 'act' | 'place' | 'time'>): URLSearchParams {
  const query = new URLSearchParams({ limit: '25' })
  if (place) {
    query.set('near', `${place.lat},${place.lon}`)
    query.set('km', String(Math.min(1000, NEAR_KM + Math.ceil(place.radiusMetres / 1000))))
  }
  if (time) {
    query.set('from', shifted(time.from, -NEAR_DAYS))
    query.set('to', shifted(time.to, NEAR_DAYS))
  }
  if (!place && !time) query.set('act', act)
  return query
}

/** A plain day so many days later; counted in UTC, where every day has 24 hours. */
function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The incident that an id or an address of this house names; empty where words name none. */
export function incidentIn(words: string): string {
  return /(?:^|\/incidents\/)([0-9a-f]{16})(?![0-9a-f])/.exec(words.trim())?.[1] ?? ''
}
