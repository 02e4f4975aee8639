import type { Entry, EntryIndex } from '../model/index.ts'
import { readLeaves, type LogStretch } from './queries/read-leaves.ts'
import type { Sql } from './sql.ts'

/** An entry and where it stands. */
export interface IndexedEntry {
  readonly index: EntryIndex
  readonly entry: Entry
}

/** Reads the entries of a stretch of the log in order. They were checked when they were appended; whether they are still what they were, an audit tells. */
export async function* readEntries(sql: Sql, stretch: LogStretch = {}): AsyncGenerator<IndexedEntry> {
  for await (const { index, text } of readLeaves(sql, stretch)) yield { index, entry: parseLeaf(text) }
}

/** The entry that a leaf's text stands for. */
export function parseLeaf(text: string): Entry {
  return JSON.parse(text) as Entry
}
