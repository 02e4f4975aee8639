import type { EntryIndex } from '../../model/index.ts'
import { entryKey, findLastEntry, type Sql } from '../../store/index.ts'

/** What can change under somebody's hands. */
export interface Subject {
  /** Ids of incidents. (Default: none) */
  readonly incidents?: readonly string[]
  /** Ids of reports. (Default: none) */
  readonly reports?: readonly string[]
}

/** The last entry about incidents or reports: who writes to them tells which one they had seen. -1 where there is none. */
export function lastEntryAbout(sql: Sql, { incidents = [], reports = [] }: Subject): Promise<EntryIndex> {
  const keys = [...incidents.map((id) => entryKey('incident', id)), ...reports.map((id) => entryKey('report', id))]
  return findLastEntry(sql, [...new Set(keys)])
}
