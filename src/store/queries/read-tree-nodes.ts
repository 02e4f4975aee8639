import type { Sql } from '../sql.ts'

/** A complete subtree of the log's tree: the 2^level leaves from `index` × 2^level on; level 0 are the leaf hashes. */
export interface TreeNode {
  readonly level: number
  readonly index: number
  readonly hash: Uint8Array
}

/** The hashes of complete subtrees, in the order asked for. Throws `RangeError` where the log is not so large. */
export async function readTreeNodes(
  sql: Sql,
  addresses: readonly { readonly level: number; readonly index: number }[],
): Promise<readonly TreeNode[]> {
  if (addresses.length === 0) return []
  const rows = await sql.query<{ level: number; index: number; hash: Uint8Array | null }>(
    `select asked.level, asked.index, coalesce(node.hash, entry.leaf_hash) as hash
     from unnest($1::int[], $2::bigint[]) with ordinality as asked (level, index, place)
     left join tree_node node on node.level = asked.level and node.index = asked.index
     left join entry on asked.level = 0 and entry.index = asked.index
     order by place`,
    [addresses.map(({ level }) => level), addresses.map(({ index }) => index)],
  )
  return rows.map(({ level, index, hash }) => {
    if (!hash) throw new RangeError(`tree node ${level}/${index}: found nothing, expected a complete subtree`)
    return { level, index, hash }
  })
}
