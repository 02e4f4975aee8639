import type { EntryIndex } from '../../model/index.ts'
import type { StoredPart } from '../queries/sealed-parts.ts'
import type { Sql } from '../sql.ts'

/** A sealed part and whose it is. */
export interface PartOfEntry extends StoredPart {
  readonly entry: EntryIndex
}

/** The sealed parts of the entries `from` to `to`, both included, that are still there. */
export function readPartsBetween(sql: Sql, from: EntryIndex, to: EntryIndex): Promise<PartOfEntry[]> {
  return sql.query<PartOfEntry>(
    'select entry, name, salt, part as bytes from sealed_part where entry between $1 and $2 order by entry, name collate "C"',
    [from, to],
  )
}
