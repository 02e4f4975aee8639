import type { EntryIndex } from '../model/index.ts'
import type { ImportedRow } from './import-table.ts'

/** The entry under which the record holds a row now. */
export interface HeldRow {
  readonly entry: EntryIndex
  /** `hashColumns` of its cells. */
  readonly contentHash: string
}

/** What of some rows must be appended. */
export interface AppendPlan {
  /** Rows that were never imported. */
  readonly added: readonly ImportedRow[]
  /** Rows that the record holds with other cells, and the entry that the new one supersedes. */
  readonly changed: readonly { readonly row: ImportedRow; readonly supersedes: EntryIndex }[]
  /** How many the record holds as they are: nothing is appended for them. */
  readonly unchanged: number
}

/** Sorts rows by what the record holds of them, `held` by row id: a second import updates nothing silently. */
export function planAppend(rows: readonly ImportedRow[], held: ReadonlyMap<string, HeldRow>): AppendPlan {
  const added: ImportedRow[] = []
  const changed: { readonly row: ImportedRow; readonly supersedes: EntryIndex }[] = []
  let unchanged = 0
  for (const row of rows) {
    const before = held.get(row.body.row)
    if (!before) added.push(row)
    else if (before.contentHash === row.contentHash) unchanged++
    else changed.push({ row, supersedes: before.entry })
  }
  return { added, changed, unchanged }
}
