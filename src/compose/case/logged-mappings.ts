import { parseMapping, type Mapping } from '../../import/index.ts'
import type { EntryIndex } from '../../model/index.ts'
import { readEntriesOfKinds, type Sql } from '../../store/index.ts'

/** The mappings of tables of one's own, as the log holds them. */
export interface LoggedMappings {
  /** The last one of a data set; null where the log has none. */
  readonly of: (source: string) => Mapping | null
  /** Its text. */
  readonly textOf: (source: string) => string | null
  /** The last entry that holds one; -1 where none does. */
  readonly last: EntryIndex
}

/**
 * Reads the mappings that the log holds.
 *
 * @param before an instant; mappings recorded at it or later do not count (Default: all count)
 */
export async function readMappings(sql: Sql, before?: string): Promise<LoggedMappings> {
  const texts = new Map<string, string>()
  const parsed = new Map<string, Mapping>()
  let last = -1
  for (const { index, entry } of await readEntriesOfKinds(sql, ['import-mapping'], before)) {
    if (entry.kind !== 'import-mapping') continue
    const { source, mapping: text } = entry.body
    const mapping = parseMapping(text, source)
    texts.set(source, text)
    // It was sound when it was logged; one that a later version no longer reads leaves its rows unread.
    if (mapping.ok) parsed.set(source, mapping.value)
    else parsed.delete(source)
    last = index
  }
  return { of: (source) => parsed.get(source) ?? null, textOf: (source) => texts.get(source) ?? null, last }
}
