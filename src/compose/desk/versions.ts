import type { EntryIndex } from '../../model/index.ts'
import { entryKey, findLastEntry, type Sql } from '../../store/index.ts'

/** What can change under somebody's hands. */
export interface Subject {
  /** Ids of incidents. (Default: none) */
  readonly incidents?: readonly string[]
  /** Ids of reports. (Default: none) */
  readonly reports?: readonly string[]
  /** Ids of patrols. (Default: none) */
  readonly patrols?: readonly string[]
  /** Ids of decisions of the coordination centre. (Default: none) */
  readonly decisions?: readonly string[]
  /** Ids of publications. (Default: none) */
  readonly publications?: readonly string[]
}

/** The last entry about some things, withdrawals of such entries included: who writes to them tells which one they had seen. -1 where there is none. */
export function lastEntryAbout(
  sql: Sql,
  { incidents = [], reports = [], patrols = [], decisions = [], publications = [] }: Subject,
): Promise<EntryIndex> {
  const keys = [
    ...incidents.map((id) => entryKey('incident', id)),
    ...reports.map((id) => entryKey('report', id)),
    ...patrols.map((id) => entryKey('patrol', id)),
    ...decisions.map((id) => entryKey('decision', id)),
    ...publications.map((id) => entryKey('publication', id)),
  ]
  return findLastEntry(sql, [...new Set(keys)])
}
