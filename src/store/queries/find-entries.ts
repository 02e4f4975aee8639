import type { EntryIndex } from '../../model/index.ts'
import type { Sql } from '../sql.ts'

/** An entry's text under a key that leads to it. */
export interface FoundEntry {
  readonly key: string
  readonly index: EntryIndex
  readonly text: string
}

/** The entries that have any of the keys, in the order of the log; an entry stands once for each key it has. */
export function findEntries(sql: Sql, keys: readonly string[]): Promise<FoundEntry[]> {
  return sql.query<FoundEntry>(
    `select key, index, leaf as text from entry_key join entry on entry.index = entry_key.entry
     where key = any($1::text[]) order by index, key`,
    [keys],
  )
}
