import type { Entry, EntryIndex } from '../model/index.ts'
import { writeCheckpoint } from './queries/checkpoints.ts'
import { insertEntries, type NewLeaf } from './queries/insert-entries.ts'
import { insertTreeNodes } from './queries/insert-tree-nodes.ts'
import { lockLog } from './queries/lock-log.ts'
import { readLogSize } from './queries/read-log-size.ts'
import { readTreeNodes, type TreeNode } from './queries/read-tree-nodes.ts'
import { writeSealedParts, type StoredPart } from './queries/sealed-parts.ts'
import type { Database, Sql } from './sql.ts'

/** An entry to append, with the sealed parts that it commits to. */
export interface EntryToAppend {
  readonly entry: Entry
  /** (Default: none) */
  readonly parts?: readonly StoredPart[]
}

/** What more entries make of a log: their leaves, the subtrees that become complete, the checkpoint. */
export interface LogExtension {
  readonly leaves: readonly NewLeaf[]
  readonly nodes: readonly TreeNode[]
  /** The signed checkpoint of the new size. */
  readonly note: string
}

/**
 * Extends a log of `size` entries, given the roots of its complete subtrees, largest first. The store itself knows nothing of hashing
 * and signing: whoever opens it hands this in.
 */
export type ExtendLog = (size: number, peaks: readonly Uint8Array[], entries: readonly Entry[]) => LogExtension

/** Where appended entries stand: from `first` on, the log being `size` long after them. */
export interface Appended {
  readonly first: EntryIndex
  readonly size: number
}

/**
 * Appends entries with one signed checkpoint over them, all in one transaction, one writer at a time: once this returns they are kept,
 * and if the process dies before, there is no trace of them.
 *
 * @param decide reads the log as it stands, with every other writer shut out, and says what to append; nothing is allowed
 */
export function appendEntries(
  db: Database,
  extendLog: ExtendLog,
  decide: (sql: Sql, size: number) => Promise<readonly EntryToAppend[]>,
): Promise<Appended> {
  return db.transaction(async (sql) => {
    await lockLog(sql)
    const size = await readLogSize(sql)
    const entries = await decide(sql, size)
    if (entries.length === 0) return { first: size, size }
    const peaks = await readTreeNodes(sql, peaksOf(size))
    const extension = extendLog(
      size,
      peaks.map(({ hash }) => hash),
      entries.map(({ entry }) => entry),
    )
    await insertEntries(sql, size, extension.leaves)
    await insertTreeNodes(sql, extension.nodes)
    for (const [i, { parts = [] }] of entries.entries()) await writeSealedParts(sql, size + i, parts)
    await writeCheckpoint(sql, { size: size + entries.length, note: extension.note })
    return { first: size, size: size + entries.length }
  })
}

/** The complete subtrees that a log of `size` entries is made of, largest first: one for each one bit. */
function peaksOf(size: number): { readonly level: number; readonly index: number }[] {
  const peaks: { readonly level: number; readonly index: number }[] = []
  for (let level = 0, rest = size; rest > 0; level++, rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) peaks.unshift({ level, index: rest - 1 })
  }
  return peaks
}
