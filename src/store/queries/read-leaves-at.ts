import type { EntryIndex } from '../../model/index.ts'
import type { Sql } from '../sql.ts'

/** The texts of some entries, in the order of the log; one that is not there is left out. */
export function readLeavesAt(
  sql: Sql,
  indices: readonly EntryIndex[],
): Promise<{ readonly index: EntryIndex; readonly text: string }[]> {
  return sql.query('select index, leaf as text from entry where index = any($1::bigint[]) order by index', [indices])
}
