import type { EntryIndex } from '../../model/index.ts'
import type { Sql } from '../sql.ts'
import { insertRows, type Column } from './insert-rows.ts'

/** Somebody brought in a page: the first time, or again. */
export interface SightingRow {
  readonly entry: EntryIndex
  readonly report: string
  readonly source: string
  readonly seenAt: string
}

const SIGHTING_COLUMNS: readonly Column<SightingRow>[] = [
  { name: 'entry', type: 'bigint', of: ({ entry }) => entry },
  { name: 'report', type: 'text', of: ({ report }) => report },
  { name: 'source', type: 'text', of: ({ source }) => source },
  { name: 'seen_at', type: 'timestamptz', of: ({ seenAt }) => seenAt },
]

/** A page that could not be fetched or read. */
export interface FailedPageRow {
  readonly entry: EntryIndex
  readonly source: string
  readonly code: string
  readonly message: string
}

const FAILURE_COLUMNS: readonly Column<FailedPageRow>[] = [
  { name: 'source', type: 'text', of: ({ source }) => source },
  { name: 'entry', type: 'bigint', of: ({ entry }) => entry },
  { name: 'code', type: 'text', of: ({ code }) => code },
  { name: 'message', type: 'text', of: ({ message }) => message },
]

/** Writes sightings; where a page comes from is no failure any more. */
export async function writeSightings(sql: Sql, rows: readonly SightingRow[]): Promise<void> {
  await sql.query('delete from failed_page where source = any($1::text[])', [rows.map(({ source }) => source)])
  await insertRows(sql, 'sighting', SIGHTING_COLUMNS, rows)
}

/** Writes failures; of several at one source the last in the log stays. */
export async function writeFailedPages(sql: Sql, rows: readonly FailedPageRow[]): Promise<void> {
  const last = [...new Map(rows.map((row) => [row.source, row])).values()]
  await sql.query('delete from failed_page where source = any($1::text[])', [last.map(({ source }) => source)])
  await insertRows(sql, 'failed_page', FAILURE_COLUMNS, last)
}

/** The pages that still could not be fetched or read, by source. */
export function readFailedPages(sql: Sql): Promise<FailedPageRow[]> {
  return sql.query<FailedPageRow>('select entry, source, code, message from failed_page order by source')
}
