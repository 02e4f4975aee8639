import { foldPeaks } from './frontier.ts'
import type { Hash } from './hashing.ts'

/** A complete subtree: the 2^level leaves from `index` × 2^level on. Level 0 are the leaf hashes. */
export interface NodeAddress {
  readonly level: number
  readonly index: number
}

/**
 * Which complete subtrees a proof is made of: one list for each of the proof's hashes, largest subtree first.
 * A store can fetch all of them in one query, then hand them to `assembleProof`.
 */
export type ProofPlan = readonly (readonly NodeAddress[])[]

/** Plans the proof that leaf `index` is in the tree of `size` leaves: PATH of RFC 6962 section 2.1.1. Throws `RangeError` unless index < size. */
export function planInclusionProof(index: number, size: number): ProofPlan {
  demandSizes(index, size, index < size, 'index < size')
  const plan: NodeAddress[][] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      plan.push(subtreesOf(middle, end))
      end = middle
    } else {
      plan.push(subtreesOf(start, middle))
      start = middle
    }
  }
  return plan.toReversed()
}

/**
 * Plans the proof that the tree of `newSize` leaves begins with the tree of `oldSize`: SUBPROOF of RFC 6962 section 2.1.2.
 * Empty where the old tree is empty or the sizes are equal. Throws `RangeError` unless oldSize ≤ newSize.
 */
export function planConsistencyProof(oldSize: number, newSize: number): ProofPlan {
  demandSizes(oldSize, newSize, oldSize <= newSize, 'old size ≤ new size')
  if (oldSize === 0 || oldSize === newSize) return []
  const plan: NodeAddress[][] = []
  let [start, end] = [0, newSize]
  while (end > oldSize) {
    const middle = start + splitOf(end - start)
    if (oldSize <= middle) {
      plan.push(subtreesOf(middle, end))
      end = middle
    } else {
      plan.push(subtreesOf(start, middle))
      start = middle
    }
  }
  // The verifier knows the old root; only where the old tree is no subtree of the new one must its last part be told.
  if (start > 0) plan.push(subtreesOf(start, end))
  return plan.toReversed()
}

/** Builds a planned proof from the subtrees' hashes. */
export function assembleProof(plan: ProofPlan, hashAt: (address: NodeAddress) => Hash): Hash[] {
  return plan.map((subtrees) => foldPeaks(subtrees.map(hashAt)))
}

/** The complete subtrees that make up the leaves [start, end), in order; `start` must be where such a range can begin in a tree. */
function subtreesOf(start: number, end: number): NodeAddress[] {
  const subtrees: NodeAddress[] = []
  let from = start
  while (from < end) {
    let [leaves, level] = [1, 0]
    while (leaves * 2 <= end - from && from % (leaves * 2) === 0) [leaves, level] = [leaves * 2, level + 1]
    subtrees.push({ level, index: from / leaves })
    from += leaves
  }
  return subtrees
}

/** The largest power of two below `size`. Not by bit operators: those end at 2^31, logs need not. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

function demandSizes(first: number, second: number, ordered: boolean, expected: string): void {
  if (Number.isSafeInteger(first) && Number.isSafeInteger(second) && first >= 0 && ordered) return
  throw new RangeError(`proof: found ${first} and ${second}, expected whole numbers with ${expected}`)
}
