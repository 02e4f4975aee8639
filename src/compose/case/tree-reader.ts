import type { Hash, NodeAddress } from '../../ledger/merkle/index.ts'
import { readTreeNodes, type Sql } from '../../store/index.ts'

/** Reads the hashes of subtrees at once, for proofs to be put together from. Throws `RangeError` where the log is not so large. */
export async function createTreeReader(
  sql: Sql,
  addresses: readonly NodeAddress[],
): Promise<(address: NodeAddress) => Hash> {
  const nodes = await readTreeNodes(sql, addresses)
  const hashes = new Map(nodes.map(({ level, index, hash }) => [`${level}/${index}`, new Uint8Array(hash)]))
  return ({ level, index }) => {
    const hash = hashes.get(`${level}/${index}`)
    if (!hash) throw new RangeError(`tree node ${level}/${index}: found nothing, expected it among those asked for`)
    return hash
  }
}
