import { hashText } from '../../hash.ts'

/** A part of a contraction: "do" and "n't" of "don't". */
export type Part = readonly [text: string, kind: number]

/** The spellings that the tagger knows, in columns sorted by the hash of the spelling, so that loading costs nothing. */
export interface Lexicon {
  /** `hashText` of each spelling. */
  readonly hashes: Uint32Array
  /** Where each spelling ends in `letters`; it begins where the one before ends. */
  readonly ends: Uint32Array
  /** The spellings in UTF-8. */
  readonly letters: Uint8Array
  /** Kind of each spelling. */
  readonly kinds: Uint16Array
  /** Contractions by spelling. */
  readonly contractions: ReadonlyMap<string, readonly Part[]>
}

const UTF8 = new TextDecoder()

/** The kind of a spelling, -1 if the lexicon lacks it. */
export function kindOfSpelling({ hashes, ends, letters, kinds }: Lexicon, spelling: string): number {
  const hash = hashText(spelling)
  for (let i = firstOf(hashes, hash); hashes[i] === hash; i++) {
    if (UTF8.decode(letters.subarray(i === 0 ? 0 : ends[i - 1], ends[i])) === spelling) return kinds[i] ?? -1
  }
  return -1
}

/** Where a value stands in a sorted column, or would stand. */
function firstOf(sorted: Uint32Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Sorts spellings and their kinds into columns. */
export function createLexicon(
  spellings: ReadonlyMap<string, number>,
  contractions: ReadonlyMap<string, readonly Part[]>,
): Lexicon {
  const rows = [...spellings].map(([text, kind]) => ({
    kind,
    hash: hashText(text),
    bytes: new TextEncoder().encode(text),
  }))
  rows.sort((a, b) => a.hash - b.hash)
  const ends = new Uint32Array(rows.length)
  let end = 0
  for (const [i, { bytes }] of rows.entries()) ends[i] = end += bytes.length
  const letters = new Uint8Array(end)
  for (const [i, { bytes }] of rows.entries()) letters.set(bytes, (ends[i] ?? 0) - bytes.length)
  return {
    hashes: Uint32Array.from(rows, ({ hash }) => hash),
    ends,
    letters,
    kinds: Uint16Array.from(rows, ({ kind }) => kind),
    contractions,
  }
}
