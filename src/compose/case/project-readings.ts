import type { EntryOf, Reading, Report } from '../../model/index.ts'
import { readEntries, type IndexedEntry, type Sql } from '../../store/index.ts'
import {
  clearProjections,
  readProjectionState,
  removeReportsOf,
  writeFailedPages,
  writeProjectionState,
  writeReports,
  writeSightings,
  type FailedPageRow,
  type ProjectionState,
  type ReportRow,
  type SightingRow,
} from '../../store/projections/index.ts'
import { readMappings, type LoggedMappings } from './logged-mappings.ts'
import type { CaseTools } from './tools.ts'

/** Entries projected at a time. */
const ENTRIES_A_BATCH = 250

/** How to bring readings up to date. */
export interface ProjectOptions {
  /** Readings that are at hand by report id, and need not be made again. (Default: none) */
  readonly known?: ReadonlyMap<string, Reading>
  /** An instant; entries recorded at it or later do not count. (Default: all count) */
  readonly before?: string
  /** Called after each batch with the entries that are done. */
  readonly onProgress?: (entries: number) => void
}

/** Brings reports, claims, sightings and failures up to the end of the log. Call it in a transaction. */
export async function projectReadings(sql: Sql, tools: CaseTools, options: ProjectOptions = {}): Promise<void> {
  const { before, known, onProgress } = options
  const mappings = await readMappings(sql, before)
  const state = await stateFor(sql, mappings)
  let size = state.readingsSize
  for await (const batch of inBatches(readEntries(sql, { from: size, ...(before !== undefined && { before }) }))) {
    await projectBatch(sql, { tools, mappings, known }, batch)
    size = (batch.at(-1)?.index ?? size) + 1
    onProgress?.(size)
  }
  await writeProjectionState(sql, { ...state, readingsSize: size })
}

async function* inBatches(entries: AsyncIterable<IndexedEntry>): AsyncGenerator<readonly IndexedEntry[]> {
  let batch: IndexedEntry[] = []
  for await (const entry of entries) {
    if (batch.push(entry) < ENTRIES_A_BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** What entries are read by. */
interface Readers {
  readonly tools: CaseTools
  readonly mappings: LoggedMappings
  readonly known: ReadonlyMap<string, Reading> | undefined
}

/** A mapping that came in after rows were read bears on those rows too: all is read anew then. */
async function stateFor(sql: Sql, mappings: LoggedMappings): Promise<ProjectionState> {
  const state = await readProjectionState(sql)
  if (state.readingsSize === 0 || mappings.last < state.readingsSize) return state
  await clearProjections(sql)
  return readProjectionState(sql)
}

async function projectBatch(sql: Sql, readers: Readers, batch: readonly IndexedEntry[]): Promise<void> {
  const reports = new Map<string, ReportRow>()
  for (const row of batch.flatMap((entry) => reportOf(readers, entry) ?? [])) reports.set(row.reading.report.id, row)
  await writeReports(sql, [...reports.values()])
  await removeReportsOf(
    sql,
    batch.flatMap(({ entry }) => (entry.kind === 'supersedes' ? entry.body.entry : [])),
  )
  const pages = batch.flatMap((entry) => sightingOf(entry) ?? failureOf(entry) ?? [])
  const lastAt = new Map(pages.map((page) => [page.source, page]))
  await writeSightings(sql, pages.filter(isSighting))
  await writeFailedPages(sql, [...lastAt.values()].filter((page) => !isSighting(page)) as FailedPageRow[])
}

function reportOf({ tools, mappings, known }: Readers, { index, entry }: IndexedEntry): ReportRow | null {
  if (entry.kind === 'report-received') {
    const reading = known?.get(entry.body.report) ?? tools.attributeReport(reportIn(entry))
    return { entry: index, source: entry.body.from, reading }
  }
  if (entry.kind !== 'import-row') return null
  const reading = tools.readImportRow?.(entry.body, mappings.of(entry.body.source)) ?? null
  return reading && { entry: index, source: `${entry.body.source}#${entry.body.row}`, reading }
}

/** The log keeps a report as JSON of the form that `Report` has; it was written from one. */
function reportIn({ body }: EntryOf<'report-received'>): Report {
  const report: object = body.reading
  return report as Report
}

function sightingOf({ index, entry }: IndexedEntry): SightingRow | null {
  if (entry.kind !== 'report-received' && entry.kind !== 'report-sighted') return null
  return { entry: index, report: entry.body.report, source: entry.body.from, seenAt: entry.at }
}

function failureOf({ index, entry }: IndexedEntry): FailedPageRow | null {
  if (entry.kind !== 'read-failed') return null
  return { entry: index, source: entry.body.from, code: entry.body.code, message: entry.body.message }
}

function isSighting(page: SightingRow | FailedPageRow): page is SightingRow {
  return 'report' in page
}
