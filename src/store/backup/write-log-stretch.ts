import type { EntryIndex } from '../../model/index.ts'
import { insertEntries, type NewLeaf } from '../queries/insert-entries.ts'
import { insertTreeNodes } from '../queries/insert-tree-nodes.ts'
import type { TreeNode } from '../queries/read-tree-nodes.ts'
import { writeSealedParts } from '../queries/sealed-parts.ts'
import type { Sql } from '../sql.ts'
import type { PartOfEntry } from './sealed-parts-between.ts'

/** Entries that follow each other, as they come out of a copy. */
export interface LogStretchToWrite {
  readonly first: EntryIndex
  readonly leaves: readonly NewLeaf[]
  /** Subtrees that become complete with them. */
  readonly nodes: readonly TreeNode[]
  readonly parts: readonly PartOfEntry[]
}

/** Writes entries of a copy where the log ends. Call it in a transaction that holds the log's lock. */
export async function writeLogStretch(sql: Sql, { first, leaves, nodes, parts }: LogStretchToWrite): Promise<void> {
  await insertEntries(sql, first, leaves)
  await insertTreeNodes(sql, nodes)
  for (const { entry, ...part } of parts) await writeSealedParts(sql, entry, [part])
}
