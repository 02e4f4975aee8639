import { SHA256_BYTES } from '../../base/sha256.ts'
import type { Hash } from './hashing.ts'

/** Hashes end to end in one growing block: 32 bytes each instead of some 150 for an object of its own. */
export interface HashList {
  readonly size: () => number
  readonly push: (hash: Hash) => void
  /** The hash at an index, as a view into the block; throws `RangeError` where there is none. */
  readonly at: (index: number) => Hash
}

/** An empty list, or one over stored hashes (their length a multiple of 32 bytes; they are copied when the list grows). */
export function createHashList(stored: Uint8Array = new Uint8Array(0)): HashList {
  if (stored.length % SHA256_BYTES !== 0) {
    throw new RangeError(`hash list: found ${stored.length} bytes, expected a multiple of ${SHA256_BYTES}`)
  }
  let block = stored
  let size = stored.length / SHA256_BYTES
  return {
    size: () => size,
    push: (hash) => {
      if ((size + 1) * SHA256_BYTES > block.length) block = grown(block)
      block.set(hash, size * SHA256_BYTES)
      size++
    },
    at: (index) => {
      if (!(index >= 0 && index < size)) throw new RangeError(`hash list: found index ${index}, expected below ${size}`)
      return block.subarray(index * SHA256_BYTES, (index + 1) * SHA256_BYTES)
    },
  }
}

function grown(block: Uint8Array): Uint8Array {
  const larger = new Uint8Array(Math.max(32 * SHA256_BYTES, block.length * 2))
  larger.set(block)
  return larger
}
