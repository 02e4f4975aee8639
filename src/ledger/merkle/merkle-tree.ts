import { foldPeaks, type TreeHead } from './frontier.ts'
import { createHashList, type HashList } from './hash-list.ts'
import { hashNode, type Hash } from './hashing.ts'
import { assembleProof, planConsistencyProof, planInclusionProof, type NodeAddress } from './proof-plan.ts'

/** A whole tree in memory, about 64 bytes a leaf; for logs of a few million entries, and for tests. Larger ones plan proofs and ask a store. */
export interface MerkleTree {
  readonly append: (leafHash: Hash) => void
  readonly head: () => TreeHead
  /** Proof that leaf `index` is in the tree of the first `size` leaves. (Default: all of them) */
  readonly proveInclusion: (index: number, size?: number) => Hash[]
  /** Proof that the tree of `newSize` leaves begins with that of `oldSize`. (Default: all leaves) */
  readonly proveConsistency: (oldSize: number, newSize?: number) => Hash[]
  /** Root of the first `size` leaves. */
  readonly rootAt: (size: number) => Hash
}

/** A tree over some leaf hashes. (Default: none) */
export function createMerkleTree(leafHashes: Iterable<Hash> = []): MerkleTree {
  const leaves = createHashList()
  const levels: HashList[] = [leaves]
  const hashAt = ({ level, index }: NodeAddress): Hash => listAt(levels, level).at(index)
  const rootAt = (size: number): Hash => foldPeaks(peaksOf(size).map(hashAt))
  for (const hash of leafHashes) appendAt(levels, hash)
  return {
    append: (leafHash) => appendAt(levels, leafHash),
    head: () => ({ size: leaves.size(), root: rootAt(leaves.size()) }),
    proveInclusion: (index, size = leaves.size()) => assembleProof(planInclusionProof(index, size), hashAt),
    proveConsistency: (oldSize, newSize = leaves.size()) =>
      assembleProof(planConsistencyProof(oldSize, newSize), hashAt),
    rootAt,
  }
}

function appendAt(levels: HashList[], leafHash: Hash): void {
  let hash = leafHash
  for (let level = 0; ; level++) {
    const list = listAt(levels, level)
    list.push(hash)
    if (list.size() % 2 === 1) return
    hash = hashNode(list.at(list.size() - 2), hash)
  }
}

function listAt(levels: HashList[], level: number): HashList {
  return (levels[level] ??= createHashList())
}

/** The complete subtrees of a tree of `size` leaves: one for each one bit of the size, from the highest. */
function peaksOf(size: number): NodeAddress[] {
  const peaks: NodeAddress[] = []
  let start = 0
  for (let level = 52; level >= 0; level--) {
    const leaves = 2 ** level
    if (start + leaves > size) continue
    peaks.push({ level, index: start / leaves })
    start += leaves
  }
  return peaks
}
