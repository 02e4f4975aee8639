import type { Corroborator } from '../../corroborate/index.ts'
import type { EntryIndex, Reading } from '../../model/index.ts'
import { readTreeNodes, type Sql } from '../../store/index.ts'
import type { CaseTools } from './tools.ts'

/** What linking worked out of a log so far. */
export interface KeptLinks {
  readonly corroborator: Corroborator
  /** Readings as the machine read them, by report. */
  readonly readings: ReadonlyMap<string, Reading>
}

interface Kept extends KeptLinks {
  readonly size: EntryIndex
  /** The last of the entries: another log of the same size has another. */
  readonly last: string
}

/** Of a record with more reports nothing is kept: it would take gigabytes. */
const MOST_REPORTS = 30_000

/**
 * Links stay in memory between two decisions of one process, so that a word on a claim relinks its neighbourhood alone. A record that was
 * computed anew, elsewhere, or to another end is not taken for them.
 */
const KEPT = new WeakMap<CaseTools, Kept>()

/** Keeps the links of the first `size` entries. */
export async function keepLinks(sql: Sql, tools: CaseTools, size: EntryIndex, links: KeptLinks): Promise<void> {
  if (links.readings.size > MOST_REPORTS) KEPT.delete(tools)
  else KEPT.set(tools, { ...links, size, last: await lastOf(sql, size) })
}

/** Takes the links of the first `size` entries, to be changed and kept again; null where they are not at hand. */
export async function takeLinks(sql: Sql, tools: CaseTools, size: EntryIndex): Promise<KeptLinks | null> {
  const kept = KEPT.get(tools)
  KEPT.delete(tools)
  return kept && kept.size === size && kept.last === (await lastOf(sql, size)) ? kept : null
}

async function lastOf(sql: Sql, size: EntryIndex): Promise<string> {
  const [node] = size > 0 ? await readTreeNodes(sql, [{ level: 0, index: size - 1 }]) : []
  return node ? Buffer.from(node.hash).toString('base64') : ''
}
