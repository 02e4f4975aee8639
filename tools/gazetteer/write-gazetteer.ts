import {
  BUCKET_BITS,
  GAZETTEER_MAGIC,
  GAZETTEER_VERSION,
  HEADER_WORDS,
  HOW,
  KIND,
  packPopulation,
  REF_HOW_SHIFT,
  REF_LAST,
  SOURCE_LETTERS,
  VALUE_LIST,
} from '../../src/attribute/places/gazetteer-format.ts'
import { foldLatin, keyOfTokens, nameTokens } from '../../src/attribute/places/name-key.ts'
import type { PlaceRow, RowName } from './place-row.ts'

interface Entry {
  readonly index: number
  readonly check: number
  /** Place number to the best HOW it has under this key. */
  readonly places: Map<number, number>
}

/** Lays places out as the bytes that `parseGazetteer` reads; see gazetteer-format.ts. Little-endian. */
export function writeGazetteer(rows: readonly PlaceRow[]): Uint8Array {
  const entries = sortedEntries(rows)
  const { values, overflow } = packReferences(entries, rows)
  const names = packNames(rows)
  const columns = packColumns(rows, names.offsets)
  const header = new Uint32Array(HEADER_WORDS)
  header.set([GAZETTEER_MAGIC, GAZETTEER_VERSION, entries.length, overflow.length, rows.length, names.bytes.length])
  const parts = [
    header,
    bucketStarts(entries),
    Uint32Array.from(entries, (entry) => entry.check),
    Uint32Array.from(values),
    Uint32Array.from(overflow),
    ...columns,
    names.bytes,
  ]
  return concatenate(parts)
}

function sortedEntries(rows: readonly PlaceRow[]): readonly Entry[] {
  const entries = new Map<string, Entry>()
  for (const [place, row] of rows.entries()) {
    for (const name of row.names.flatMap(spellingsOf)) {
      const key = keyOfTokens(nameTokens(name.text))
      if (!key || [...name.text].length < 2) continue
      const id = `${key.index} ${key.check}`
      const entry = entries.get(id) ?? { ...key, places: new Map<number, number>() }
      entries.set(id, entry)
      const known = entry.places.get(place)
      entry.places.set(place, known === undefined ? name.how : Math.min(known, name.how))
    }
  }
  return [...entries.values()].sort((a, b) => a.index - b.index || a.check - b.check)
}

/** Words that news writes long and short. */
const SHORTENED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:St\.?|Saint) /u, ['St. ', 'St ', 'Saint ']],
  [/^(?:Mt\.?|Mount) /u, ['Mt. ', 'Mount ']],
  [/^(?:Ft\.?|Fort) /u, ['Ft. ', 'Fort ']],
]

/** A name as it is, without diacritics, without apostrophes, and with its first word long and short. */
function spellingsOf({ text, how }: RowName): readonly RowName[] {
  const folded = foldLatin(text)
  const spellings = new Set([text, folded, folded.replace(/['’ʼʻ‘`]/gu, '')])
  for (const [word, forms] of SHORTENED) {
    if (word.test(folded)) for (const form of forms) spellings.add(folded.replace(word, form))
  }
  // At a sentence's end the last dot is the sentence's.
  if (how === HOW.abbreviation && /\..*\.$/u.test(text)) spellings.add(text.slice(0, -1))
  return [...spellings].map((text) => ({ text, how }))
}

function packReferences(entries: readonly Entry[], rows: readonly PlaceRow[]) {
  const values: number[] = []
  const overflow: number[] = []
  for (const { places } of entries) {
    const refs = [...places]
      .sort(
        ([a, howA], [b, howB]) =>
          howRank(howA) - howRank(howB) || (rows[b]?.population ?? 0) - (rows[a]?.population ?? 0),
      )
      .map(([place, how]) => place | (how << REF_HOW_SHIFT))
    const [only] = refs
    if (refs.length === 1 && only !== undefined) {
      values.push((only | REF_LAST) >>> 0)
      continue
    }
    values.push((VALUE_LIST | overflow.length) >>> 0)
    overflow.push(...refs.map((ref, i) => (i === refs.length - 1 ? ref | REF_LAST : ref) >>> 0))
  }
  return { values, overflow }
}

function howRank(how: number): number {
  return how === HOW.name || how === HOW.abbreviation || how === HOW.demonym ? 0 : 1
}

function bucketStarts(entries: readonly Entry[]): Uint32Array {
  const starts = new Uint32Array((1 << BUCKET_BITS) + 1)
  for (const { index } of entries) starts[(index >>> (32 - BUCKET_BITS)) + 1]!++
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!
  return starts
}

/** Each name once, as a byte of length and its UTF-8. */
function packNames(rows: readonly PlaceRow[]) {
  const encoder = new TextEncoder()
  const known = new Map<string, number>()
  const bytes: number[] = []
  const offsets = rows.map(({ name }) => {
    const at = known.get(name)
    if (at !== undefined) return at
    const encoded = encoder.encode(name).subarray(0, 255)
    known.set(name, bytes.length)
    const offset = bytes.length
    bytes.push(encoded.length, ...encoded)
    return offset
  })
  return { bytes: Uint8Array.from(bytes), offsets }
}

function packColumns(rows: readonly PlaceRow[], nameOffsets: readonly number[]) {
  const country = new Map<string, number>([['', 0]])
  const admin1 = new Map<string, number>([['', 0]])
  const admin2 = new Map<string, number>([['', 0]])
  const numberIn = (codes: Map<string, number>, code: string): number => {
    const known = codes.get(code)
    if (known !== undefined) return known
    codes.set(code, codes.size)
    return codes.size - 1
  }
  return [
    Float32Array.from(rows, (row) => row.lat),
    Float32Array.from(rows, (row) => row.lon),
    Uint32Array.from(rows, sourceNumber),
    Uint32Array.from(nameOffsets),
    Uint16Array.from(rows, (row) => numberIn(admin1, row.admin1)),
    Uint16Array.from(rows, (row) => numberIn(admin2, row.admin2)),
    Uint16Array.from(rows, (row) => Math.min(65_535, Math.ceil(row.radiusKm))),
    Uint8Array.from(rows, (row) => numberIn(country, row.country)),
    Uint8Array.from(rows, (row) => packPopulation(row.population)),
    Uint8Array.from(rows, (row) => row.kind),
  ]
}

/** The GeoNames id; for a country, which has none here, its two letters. */
function sourceNumber(row: PlaceRow): number {
  if (row.kind !== KIND.country) return row.geonames
  return (SOURCE_LETTERS | (row.country.charCodeAt(0) << 8) | row.country.charCodeAt(1)) >>> 0
}

/** Joins the parts, each beginning at a multiple of four bytes. */
function concatenate(parts: readonly (Uint32Array | Float32Array | Uint16Array | Uint8Array)[]): Uint8Array {
  const total = parts.reduce((sum, part) => sum + aligned(part.byteLength), 0)
  const out = new Uint8Array(total)
  let at = 0
  for (const part of parts) {
    out.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += aligned(part.byteLength)
  }
  return out
}

function aligned(bytes: number): number {
  return (bytes + 3) & ~3
}
