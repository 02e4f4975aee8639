import type { Sql } from '../sql.ts'
import {
  conditionsOf,
  foundOf,
  INCIDENT_SELECTION,
  type FoundIncident,
  type IncidentFilter,
  type IncidentRecord,
} from './find-incidents.ts'
import { formatCursor, parseCursor, type Cursor, type Page } from './page.ts'

/** Lists incidents page by page, the latest day first, those without a date last; null where the cursor is none of ours. */
export async function listIncidents(
  sql: Sql,
  filter: IncidentFilter,
  limit: number,
  cursor: Cursor | null,
): Promise<Page<FoundIncident> | null> {
  const after = cursor === null ? null : parseCursor(cursor, 2)
  if (cursor !== null && after === null) return null
  const [day = null, id = null] = after ?? []
  const dated = after !== null && day === null ? [] : await stretch(sql, filter, limit + 1, true, day, id)
  const undated =
    dated.length > limit
      ? []
      : await stretch(sql, filter, limit + 1 - dated.length, false, null, day === null ? id : null)
  const rows = [...dated, ...undated]
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(foundOf),
    next: rows.length > limit && last ? formatCursor([last.firstDay, last.id]) : null,
  }
}

/** Either those with a date or those without: each is a walk along the index `incident_latest`. */
function stretch(
  sql: Sql,
  filter: IncidentFilter,
  limit: number,
  dated: boolean,
  day: string | number | null,
  id: string | number | null,
): Promise<IncidentRecord[]> {
  const { conditions, values, take } = conditionsOf(filter)
  const from = [`first_day is ${dated ? 'not ' : ''}null`]
  if (id !== null && dated) from.push(`(first_day, id) < (${take(String(day))}::text::date, ${take(String(id))})`)
  if (id !== null && !dated) from.push(`id < ${take(String(id))}`)
  return sql.query<IncidentRecord>(
    `select ${INCIDENT_SELECTION} from incident where ${[...conditions, ...from].join('\n and ')}
     order by first_day desc, id desc limit ${limit}`,
    values,
  )
}

/** How many incidents a filter lets through, and how many of them have no place: a map cannot show those. */
export interface IncidentCount {
  readonly total: number
  readonly withoutPlace: number
}

/** Counts what `listIncidents` lists. */
export async function countIncidents(sql: Sql, filter: IncidentFilter): Promise<IncidentCount> {
  const { conditions, values } = conditionsOf(filter)
  const rows = await sql.query<IncidentCount>(
    `select count(*)::int as total, (count(*) filter (where latitude is null))::int as "withoutPlace" from incident
     ${conditions.length > 0 ? `where ${conditions.join('\n and ')}` : ''}`,
    values,
  )
  return rows[0] ?? { total: 0, withoutPlace: 0 }
}
