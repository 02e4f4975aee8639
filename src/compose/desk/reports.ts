import type { Reading } from '../../model/index.ts'
import { entryKey, findEntries, parseLeaf, type IndexedEntry, type Sql } from '../../store/index.ts'
import {
  findReadings,
  incidentsOfReport,
  listReports,
  type ClaimIncident,
  type Cursor,
  type Page,
  type ReportFilter,
  type ReportLine,
} from '../../store/projections/index.ts'
import type { Desk } from './open-desk.ts'

/** A page of reports, the last received first; null where the cursor is none of ours. */
export function reportsOf(
  { open }: Desk,
  filter: ReportFilter,
  limit: number,
  cursor: Cursor | null,
): Promise<Page<ReportLine> | null> {
  return listReports(open.store, filter, limit, cursor)
}

/** A report as the machine reads it, with what people said of its claims and where each claim went. */
export interface ReportFile {
  readonly reading: Reading
  readonly incidents: readonly ClaimIncident[]
  /** Entries about the report: received, seen again, reviews, decisions on links, and what withdrew these; in the order of the log. */
  readonly history: readonly IndexedEntry[]
}

/** All about a report; null where there is none of that id. */
export async function reportFile({ open }: Desk, id: string): Promise<ReportFile | null> {
  const reading = (await findReadings(open.store, [id])).get(id)
  if (!reading) return null
  const entries = await findEntries(open.store, [entryKey('report', id)])
  const about = entries.map(({ index, text }) => ({ index, entry: parseLeaf(text) }))
  return {
    reading,
    incidents: await incidentsOfReport(open.store, id),
    history: [...about, ...(await withdrawalsOf(open.store, about))].toSorted((a, b) => a.index - b.index),
  }
}

async function withdrawalsOf(sql: Sql, entries: readonly IndexedEntry[]): Promise<readonly IndexedEntry[]> {
  const decided = entries.filter(({ entry }) => entry.kind === 'review' || entry.kind === 'link-decision')
  const keys = decided.map(({ index }) => entryKey('entry', String(index)))
  const found = (await findEntries(sql, keys)).map(({ index, text }) => ({ index, entry: parseLeaf(text) }))
  return found.filter(({ entry }) => entry.kind === 'supersedes')
}
