import { mixHash } from '../../base/hash.ts'
import { wordKeys } from '../claims/content-words.ts'

/** Content words a shingle: long enough that two who write for themselves rarely share one. */
const SHINGLE_WORDS = 3
/** Texts of fewer shingles are too short to tell a copy from a coincidence. */
const LEAST_SHINGLES = 4
/** Share of the shorter text's shingles that a copy has in common with its source, after a desk has cut and polished it. */
const COPY_SHARE = 0.5

/** The overlapping runs of content words of a text, hashed. */
export type Shingles = ReadonlySet<number>

/** Cuts a text into shingles. */
export function shinglesOf(text: string): Shingles {
  const keys = wordKeys(text)
  const shingles = new Set<number>()
  for (let at = 0; at + SHINGLE_WORDS <= keys.length; at++) {
    let shingle = 0
    for (let word = 0; word < SHINGLE_WORDS; word++) shingle = mixHash(shingle, keys[at + word] ?? 0)
    shingles.add(shingle)
  }
  return shingles
}

/** Whether one text is most likely copied from the other, or both from a third. */
export function isNearCopy(a: Shingles, b: Shingles): boolean {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a]
  if (short.size < LEAST_SHINGLES) return false
  let shared = 0
  for (const shingle of short) if (long.has(shingle)) shared++
  return shared >= COPY_SHARE * short.size
}
