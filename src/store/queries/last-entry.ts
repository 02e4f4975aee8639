import type { EntryIndex } from '../../model/index.ts'
import type { Sql } from '../sql.ts'

/** The last entry that has any of the keys; -1 where none has. */
export async function findLastEntry(sql: Sql, keys: readonly string[]): Promise<EntryIndex> {
  const rows = await sql.query<{ last: number | null }>(
    'select max(entry)::bigint as last from entry_key where key = any($1::text[])',
    [keys],
  )
  return rows[0]?.last ?? -1
}
