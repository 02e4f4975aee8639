import type { Sql } from '../sql.ts'
import type { TreeNode } from './read-tree-nodes.ts'

/** Writes subtrees that became complete. */
export async function insertTreeNodes(sql: Sql, nodes: readonly TreeNode[]): Promise<void> {
  if (nodes.length === 0) return
  await sql.query(
    `insert into tree_node (level, index, hash)
     select level, index, decode(hash, 'hex') from unnest($1::int[], $2::bigint[], $3::text[]) as new (level, index, hash)`,
    [
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => Buffer.from(hash).toString('hex')),
    ],
  )
}
