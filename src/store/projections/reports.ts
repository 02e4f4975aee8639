import { canonicalJson } from '../../base/canonical-json.ts'
import type { Claim, EntryIndex, Reading } from '../../model/index.ts'
import type { Sql } from '../sql.ts'
import { insertRows, type Column } from './insert-rows.ts'

/** A report as it is projected: its reading, the entry it comes from, and the address, file or feed it came by. */
export interface ReportRow {
  readonly entry: EntryIndex
  readonly source: string
  readonly reading: Reading
}

const REPORT_COLUMNS: readonly Column<ReportRow>[] = [
  { name: 'id', type: 'text', of: ({ reading }) => reading.report.id },
  { name: 'entry', type: 'bigint', of: ({ entry }) => entry },
  { name: 'source', type: 'text', of: ({ source }) => source },
  { name: 'title', type: 'text', of: ({ reading }) => reading.report.title },
  { name: 'outlet', type: 'text', of: ({ reading }) => reading.report.outlet },
  { name: 'url', type: 'text', of: ({ reading }) => reading.report.url },
  { name: 'published', type: 'text', of: ({ reading }) => reading.report.published },
  { name: 'language', type: 'text', of: ({ reading }) => reading.report.language },
  { name: 'reading', type: 'text', of: ({ reading }) => canonicalJson(reading) },
]

interface ClaimRow {
  readonly report: string
  readonly index: number
  readonly claim: Claim
}

const CLAIM_COLUMNS: readonly Column<ClaimRow>[] = [
  { name: 'report', type: 'text', of: ({ report }) => report },
  { name: 'index', type: 'int', of: ({ index }) => index },
  { name: 'act', type: 'text', of: ({ claim }) => claim.act },
  { name: 'modality', type: 'text', of: ({ claim }) => claim.modality },
  { name: 'quote', type: 'text', of: ({ claim }) => claim.quote.text },
  { name: 'speaker', type: 'text', of: ({ claim }) => claim.speaker?.text ?? null },
  { name: 'speaker_actor', type: 'text', of: ({ claim }) => claim.speaker?.actor ?? null },
  { name: 'via', type: 'text', of: ({ claim }) => claim.via?.text ?? null },
  { name: 'actor', type: 'text', of: ({ claim }) => claim.actor?.text ?? null },
  { name: 'actor_id', type: 'text', of: ({ claim }) => claim.actor?.id ?? null },
  { name: 'target', type: 'text', of: ({ claim }) => claim.target?.text ?? null },
  { name: 'target_id', type: 'text', of: ({ claim }) => claim.target?.id ?? null },
  { name: 'place', type: 'text', of: ({ claim }) => claim.place?.name ?? claim.place?.text ?? null },
  { name: 'latitude', type: 'float8', of: ({ claim }) => claim.place?.lat ?? null },
  { name: 'longitude', type: 'float8', of: ({ claim }) => claim.place?.lon ?? null },
  { name: 'radius_metres', type: 'float8', of: ({ claim }) => claim.place?.radiusMetres ?? null },
  { name: 'time_from', type: 'text', of: ({ claim }) => claim.time?.from ?? null },
  { name: 'time_to', type: 'text', of: ({ claim }) => claim.time?.to ?? null },
  { name: 'time_precision', type: 'text', of: ({ claim }) => claim.time?.precision ?? null },
  { name: 'killed_min', type: 'int', of: ({ claim }) => claim.harm?.killed?.min ?? null },
  { name: 'killed_max', type: 'int', of: ({ claim }) => claim.harm?.killed?.max ?? null },
  { name: 'injured_min', type: 'int', of: ({ claim }) => claim.harm?.injured?.min ?? null },
  { name: 'injured_max', type: 'int', of: ({ claim }) => claim.harm?.injured?.max ?? null },
  { name: 'confidence', type: 'float8', of: ({ claim }) => claim.confidence },
]

/** Writes reports with their claims; a report whose id is there already gives way to the new one. Ids must be unique among `rows`. */
export async function writeReports(sql: Sql, rows: readonly ReportRow[]): Promise<void> {
  const ids = rows.map(({ reading }) => reading.report.id)
  await sql.query('delete from claim where report = any($1::text[])', [ids])
  await sql.query('delete from report where id = any($1::text[])', [ids])
  await insertRows(sql, 'report', REPORT_COLUMNS, rows)
  const claims = rows.flatMap(({ reading }) =>
    reading.claims.map((claim, index) => ({ report: reading.report.id, index, claim })),
  )
  await insertRows(sql, 'claim', CLAIM_COLUMNS, claims)
}

/** Takes out what an entry brought in, as when it is superseded. */
export async function removeReportsOf(sql: Sql, entries: readonly EntryIndex[]): Promise<void> {
  await sql.query(
    'delete from claim using report where claim.report = report.id and report.entry = any($1::bigint[])',
    [entries],
  )
  await sql.query('delete from report where entry = any($1::bigint[])', [entries])
}

/** Readings fetched at a time. */
const READINGS_A_FETCH = 500

/** All readings by report id, some hundreds at a time. */
export async function* readReadings(sql: Sql): AsyncGenerator<Reading> {
  for (let after = ''; ;) {
    const rows = await sql.query<{ id: string; reading: string }>(
      'select id, reading from report where id > $1 order by id limit $2',
      [after, READINGS_A_FETCH],
    )
    for (const { reading } of rows) yield JSON.parse(reading) as Reading
    const last = rows.at(-1)
    if (!last || rows.length < READINGS_A_FETCH) return
    after = last.id
  }
}

/** The entries that some reports came in by: pages and rows of tables. */
export async function entriesOfReports(sql: Sql, ids: readonly string[]): Promise<readonly EntryIndex[]> {
  const rows = await sql.query<{ entry: EntryIndex }>('select entry from report where id = any($1::text[])', [ids])
  return rows.map(({ entry }) => entry)
}

/** Which of the report ids are taken. */
export async function takenReportIds(sql: Sql, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql.query<{ id: string }>('select id from report where id = any($1::text[])', [ids])
  return new Set(rows.map(({ id }) => id))
}
