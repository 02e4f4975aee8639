import type { EntryIndex } from '../../model/index.ts'
import type { Sql } from '../sql.ts'

/** The last entry that has any of the keys, or that withdraws one which has; -1 where there is none. */
export async function findLastEntry(sql: Sql, keys: readonly string[]): Promise<EntryIndex> {
  const rows = await sql.query<{ last: number | null }>(
    `with about as (select entry from entry_key where key = any($1::text[]))
     select max(entry)::bigint as last from (
       select entry from about
       union all
       select withdrawal.entry from about
       join entry_key as withdrawal on withdrawal.key = 'entry:' || about.entry
       join entry on entry.index = withdrawal.entry and entry.kind = 'supersedes'
     ) as touching`,
    [keys],
  )
  return rows[0]?.last ?? -1
}
