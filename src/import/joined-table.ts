import { done, failed, type Result } from '../base/result.ts'
import { rowFault, type RowFault, type RowRefusal } from './failure.ts'
import type { Mapping } from './mapping/mapping.ts'
import { readTable, type Chunks, type Columns } from './table/read-table.ts'

/** The rows of a table that another one belongs to, by key: the events that GDELT's mentions mention. */
export type JoinedRows = ReadonlyMap<string, Columns>

/**
 * Reads a table for joining, keyed by a column. It is held in memory whole, about 2 kB a GDELT event. Rows that cannot be read are
 * refused; of two rows with one key the later counts.
 */
export async function readJoinedRows(
  chunks: Chunks,
  mapping: Mapping,
  key: string,
): Promise<{ readonly rows: JoinedRows; readonly refusals: readonly RowRefusal[] }> {
  const rows = new Map<string, Columns>()
  const refusals: RowRefusal[] = []
  for await (const items of readTable(chunks, { ...mapping.table, required: [key] })) {
    for (const item of items) {
      if (item.kind === 'row') rows.set((item.columns[key] ?? '').trim(), item.columns)
      else refusals.push(item.refusal)
    }
  }
  return { rows, refusals }
}

/** Gives a row the columns of the row that it belongs to, so that its entry can be understood alone. */
export function joinColumns(columns: Columns, mapping: Mapping, joined: JoinedRows): Result<Columns, RowFault> {
  const { join } = mapping
  if (!join) return done(columns)
  const key = (columns[join.column] ?? '').trim()
  const other = joined.get(key)
  if (!other) return failed(rowFault('join-missing', join.column, key, `a row of ${join.dataset} with that key`))
  const prefixed = Object.entries(other).map(([name, cell]) => [join.prefix + name, cell] as const)
  return done(Object.fromEntries([...Object.entries(columns), ...prefixed]))
}
