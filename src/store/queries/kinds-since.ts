import type { EntryIndex } from '../../model/index.ts'
import type { Sql } from '../sql.ts'

/** What kinds the entries from an index on are of, each once, and how long the log is with them. */
export async function readKindsSince(
  sql: Sql,
  from: EntryIndex,
): Promise<{ readonly size: number; readonly kinds: readonly string[] }> {
  const rows = await sql.query<{ kind: string; size: number }>(
    'select kind, (max(index) + 1)::bigint as size from entry where index >= $1 group by kind order by kind',
    [from],
  )
  return { size: Math.max(from, ...rows.map(({ size }) => size)), kinds: rows.map(({ kind }) => kind) }
}
