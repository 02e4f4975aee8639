import type { EntryKind } from '../../model/index.ts'
import { parseLeaf, type IndexedEntry } from '../read-entries.ts'
import type { Sql } from '../sql.ts'

/**
 * All entries of some kinds, in the order of the log; meant for what people decide, which is little.
 *
 * @param before an instant; entries recorded at it or later are left out (Default: none is)
 */
export async function readEntriesOfKinds(
  sql: Sql,
  kinds: readonly EntryKind[],
  before = 'infinity',
): Promise<readonly IndexedEntry[]> {
  const rows = await sql.query<{ index: number; text: string }>(
    `select index, leaf as text from entry
     where kind = any($1::text[]) and recorded_at < $2::timestamptz
       and kind not in ('report-received', 'report-sighted', 'read-failed', 'import-row')
     order by index`,
    [kinds, before],
  )
  return rows.map(({ index, text }) => ({ index, entry: parseLeaf(text) }))
}
