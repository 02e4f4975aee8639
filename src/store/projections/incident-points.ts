import type { Sql } from '../sql.ts'
import { conditionsOf, type IncidentFilter } from './find-incidents.ts'

/** An incident as a map draws it. */
export interface IncidentPoint {
  readonly id: string
  readonly act: string
  readonly validity: string
  readonly day: string | null
  readonly origins: number
  readonly lat: number
  readonly lon: number
  readonly radiusMetres: number
}

/** The points of all incidents that a filter lets through and that have a place. */
export function readIncidentPoints(sql: Sql, filter: IncidentFilter): Promise<IncidentPoint[]> {
  const { conditions, values } = conditionsOf(filter)
  return sql.query<IncidentPoint>(
    `select id, act, validity, first_day::text as day, origins, latitude as lat, longitude as lon, radius_metres as "radiusMetres"
     from incident where ${[...conditions, 'latitude is not null'].join('\n and ')} order by id`,
    values,
  )
}

/** How finely a timeline is drawn. */
export type TimelineStep = 'day' | 'week' | 'month'

/** How many incidents of an act began in a day, week or month. */
export interface TimelineBar {
  /** First day of the step, YYYY-MM-DD. */
  readonly from: string
  readonly act: string
  readonly incidents: number
  /** How many of them are verified. */
  readonly verified: number
}

/** Counts incidents by time and act. Those told only by month or year count in the step of their first day; those without a date not at all. */
export function countByTime(sql: Sql, filter: IncidentFilter, step: TimelineStep): Promise<TimelineBar[]> {
  const { conditions, values, take } = conditionsOf(filter)
  const start = `date_trunc(${take(step)}, first_day::timestamp)::date`
  return sql.query<TimelineBar>(
    `select ${start}::text as "from", act, count(*)::int as incidents,
       (count(*) filter (where validity = 'verified'))::int as verified
     from incident where ${[...conditions, 'first_day is not null'].join('\n and ')}
     group by 1, 2 order by 1, 2`,
    values,
  )
}
