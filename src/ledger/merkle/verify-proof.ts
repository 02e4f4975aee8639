import { hashNode, sameHash, type Hash } from './hashing.ts'
import type { TreeHead } from './frontier.ts'

/** What an inclusion proof claims. */
export interface InclusionClaim {
  readonly index: number
  readonly leafHash: Hash
  readonly head: TreeHead
  /** Sibling hashes from the leaf to the root. */
  readonly proof: readonly Hash[]
}

/** Whether the proof shows that the leaf stands at `index` of the tree. Algorithm of RFC 9162 section 2.1.3.2. */
export function verifyInclusion({ index, leafHash, head, proof }: InclusionClaim): boolean {
  if (!isSize(index) || !isSize(head.size) || index >= head.size || !proof.every(isHash)) return false
  let [node, last, root] = [index, head.size - 1, leafHash]
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      root = hashNode(sibling, root)
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, half(last)]
    } else {
      root = hashNode(root, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && sameHash(root, head.root)
}

/** Whether the proof shows that the newer tree begins with the older one's leaves. Algorithm of RFC 9162 section 2.1.4.2. */
export function verifyConsistency(older: TreeHead, newer: TreeHead, proof: readonly Hash[]): boolean {
  if (!isSize(older.size) || !isSize(newer.size) || older.size > newer.size || !proof.every(isHash)) return false
  if (older.size === newer.size) return proof.length === 0 && sameHash(older.root, newer.root)
  if (older.size === 0) return proof.length === 0
  return foldsToBoth(older, newer, isPowerOfTwo(older.size) ? [older.root, ...proof] : proof)
}

/** Climbs from the last subtree of the older tree to both roots at once. */
function foldsToBoth(older: TreeHead, newer: TreeHead, path: readonly Hash[]): boolean {
  const [first, ...siblings] = path
  if (!first || siblings.length === 0) return false
  let [node, last] = [older.size - 1, newer.size - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  let [oldRoot, newRoot] = [first, first]
  for (const sibling of siblings) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      oldRoot = hashNode(sibling, oldRoot)
      newRoot = hashNode(sibling, newRoot)
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, half(last)]
    } else {
      newRoot = hashNode(newRoot, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && sameHash(oldRoot, older.root) && sameHash(newRoot, newer.root)
}

function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0
}

function isHash(hash: Hash): boolean {
  return hash.length === 32
}

function isPowerOfTwo(size: number): boolean {
  let power = 1
  while (power < size) power *= 2
  return power === size
}

function half(value: number): number {
  return Math.floor(value / 2)
}
