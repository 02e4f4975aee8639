/** 32-bit FNV-1a over the UTF-16 code units of a text: quick and the same everywhere, but no guard against an adversary. */
export function hashText(text: string): number {
  return hashWord(text) >>> 0
}

/**
 * The bits of `hashText` as a number with sign. V8 holds such a number in place, but half of all unsigned ones in a box of its own:
 * this is for the busiest paths, where hashes are only compared and mixed.
 */
export function hashWord(text: string): number {
  let hash = 0x811c9dc5 | 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

/** Mixes two 32-bit hashes into one; the order matters, the sign does not. Finaliser of MurmurHash3. */
export function mixHash(a: number, b: number): number {
  return mixBits(a, b) >>> 0
}

/** The bits of `mixHash` as a number with sign; see `hashWord`. */
export function mixBits(a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(b, 0xcc9e2d51), 0x1b873593)
  h ^= h >>> 15
  h = Math.imul(h, 0x85ebca6b)
  return h ^ (h >>> 13)
}
