import { EMPTY_ROOT, hashNode, type Hash } from './hashing.ts'

/** A log's size and root: what a checkpoint signs. */
export interface TreeHead {
  readonly size: number
  readonly root: Hash
}

/**
 * All that is needed to go on appending to a tree of `size` leaves: the roots of its complete subtrees, largest first
 * (a "compact range"). There are as many as `size` has one bits, so a store keeps at most 53 hashes a log.
 */
export interface Frontier {
  readonly size: number
  readonly peaks: readonly Hash[]
}

/** The frontier of the tree without leaves. */
export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] }

/** A frontier that grows in place; n appends cost O(n), each O(log n) at worst. */
export interface FrontierBuilder {
  readonly size: () => number
  readonly append: (leafHash: Hash) => void
  readonly head: () => TreeHead
  /** The frontier as a value, untouched by later appends. */
  readonly frontier: () => Frontier
}

/** Starts from a frontier. (Default: the empty one) */
export function createFrontierBuilder(from: Frontier = EMPTY_FRONTIER): FrontierBuilder {
  const peaks = [...from.peaks]
  let size = from.size
  return {
    size: () => size,
    append: (leafHash) => {
      let peak = leafHash
      // Each one bit at the low end of `size` is a complete subtree that the new one merges with, as a carry does in addition.
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) peak = hashNode(peaks.pop() ?? EMPTY_ROOT, peak)
      peaks.push(peak)
      size++
    },
    head: () => ({ size, root: foldPeaks(peaks) }),
    frontier: () => ({ size, peaks: [...peaks] }),
  }
}

/** The frontier after some more leaves. */
export function appendLeafHashes(frontier: Frontier, leafHashes: Iterable<Hash>): Frontier {
  const builder = createFrontierBuilder(frontier)
  for (const hash of leafHashes) builder.append(hash)
  return builder.frontier()
}

/** Size and root of the tree that a frontier stands for. */
export function headOf(frontier: Frontier): TreeHead {
  return { size: frontier.size, root: foldPeaks(frontier.peaks) }
}

/** Joins the roots of adjoining subtrees, largest first, into the root over all of them (RFC 6962 section 2.1). */
export function foldPeaks(peaks: readonly Hash[]): Hash {
  let root = peaks.at(-1) ?? EMPTY_ROOT
  for (let i = peaks.length - 2; i >= 0; i--) root = hashNode(peaks[i] ?? EMPTY_ROOT, root)
  return root
}
