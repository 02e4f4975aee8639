import type { EntryIndex, Reading } from '../../model/index.ts'
import type { Sql, SqlValue } from '../sql.ts'
import { formatCursor, parseCursor, type Cursor, type Page } from './page.ts'

/** A report as lists show it. */
export interface ReportLine {
  readonly id: string
  /** The entry that received it. */
  readonly entry: EntryIndex
  /** Where it came from: an address, a file. */
  readonly source: string
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly published: string | null
  readonly language: string
  readonly claims: number
  /** How often it came in, the first time included. */
  readonly sightings: number
}

/** Which reports are asked for; all conditions must hold. (Default of each: any) */
export interface ReportFilter {
  readonly outlet?: string
  /** Words that stand in the title, in any case. */
  readonly title?: string
  /** First and last day of publication, YYYY-MM-DD, inclusive. */
  readonly from?: string
  readonly to?: string
}

/** Lists reports page by page, the last received first; null where the cursor is none of ours. */
export async function listReports(
  sql: Sql,
  filter: ReportFilter,
  limit: number,
  cursor: Cursor | null,
): Promise<Page<ReportLine> | null> {
  const after = cursor === null ? null : parseCursor(cursor, 1)
  if (cursor !== null && typeof after?.[0] !== 'number') return null
  const values: SqlValue[] = []
  const take = (value: SqlValue): string => `$${values.push(value)}`
  const conditions = [...conditionsOf(filter, take)]
  if (after) conditions.push(`entry < ${take(after[0] ?? null)}::bigint`)
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
  const rows = await sql.query<ReportLine>(
    `select id, entry, source, title, outlet, url, published, language,
       (select count(*)::int from claim where claim.report = report.id) as claims,
       (select count(*)::int from sighting where sighting.report = report.id) as sightings
     from report ${where} order by entry desc limit ${limit + 1}`,
    values,
  )
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? formatCursor([items.at(-1)?.entry ?? 0]) : null }
}

function* conditionsOf(
  { outlet, title, from, to }: ReportFilter,
  take: (value: SqlValue) => string,
): Generator<string> {
  if (outlet !== undefined) yield `lower(outlet) = lower(${take(outlet)})`
  if (title !== undefined) yield `position(lower(${take(title)}) in lower(title)) > 0`
  if (from !== undefined) yield `left(published, 10) >= ${take(from)}`
  if (to !== undefined) yield `left(published, 10) <= ${take(to)}`
}

/** The readings of some reports by id; those that are not there are left out. */
export async function findReadings(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, Reading>> {
  const rows = await sql.query<{ id: string; reading: string }>(
    'select id, reading from report where id = any($1::text[])',
    [ids],
  )
  return new Map(rows.map(({ id, reading }) => [id, JSON.parse(reading) as Reading]))
}

/** A claim's place in an incident. */
export interface ClaimIncident {
  readonly report: string
  readonly claim: number
  readonly incident: string
  readonly role: 'news' | 'recall'
}

/** The incidents that the claims of a report belong to. */
export function incidentsOfReport(sql: Sql, report: string): Promise<ClaimIncident[]> {
  return sql.query<ClaimIncident>(
    'select report, claim, incident, role from incident_claim where report = $1 order by claim, incident',
    [report],
  )
}
