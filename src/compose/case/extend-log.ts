import { encodeEntry } from '../../ledger/index.ts'
import { hashLeaf, hashNode, type Hash } from '../../ledger/merkle/index.ts'
import { signCheckpoint, type SignerKey } from '../../ledger/notes/index.ts'
import type { ExtendLog, LogExtension } from '../../store/index.ts'

/** A subtree of the log's tree with its hash. */
export type TreeNode = LogExtension['nodes'][number]

/** What the store needs from the ledger: texts, hashes and signed checkpoints under the log's key, whose name is the log's origin. */
export function createExtendLog(key: SignerKey): ExtendLog {
  return (size, peaks, entries) => {
    const stack: Hash[] = [...peaks]
    const nodes: TreeNode[] = []
    const leaves = entries.map((entry, i) => {
      const text = encodeEntry(entry)
      const leafHash = hashLeaf(text)
      growTree(stack, nodes, size + i, leafHash)
      return { entry, text, leafHash }
    })
    const root = stack.reduceRight((right, left) => hashNode(left, right))
    return { leaves, nodes, note: signCheckpoint({ origin: key.name, size: size + entries.length, root }, key) }
  }
}

/**
 * Adds a leaf to the roots of a tree's complete subtrees, largest first, and lists the subtrees that become complete by it.
 * Each one bit at the low end of the index is a complete subtree that the new leaf merges with, as a carry does in addition.
 */
export function growTree(stack: Hash[], nodes: TreeNode[], index: number, leafHash: Hash): void {
  let hash = leafHash
  for (let level = 1, rest = index; rest % 2 === 1; level++) {
    rest = (rest - 1) / 2
    hash = hashNode(stack.pop() ?? hash, hash)
    nodes.push({ level, index: rest, hash })
  }
  stack.push(hash)
}
