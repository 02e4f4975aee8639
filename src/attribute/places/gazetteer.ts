import {
  BUCKET_BITS,
  GAZETTEER_MAGIC,
  GAZETTEER_VERSION,
  HEADER_WORDS,
  REF_LAST,
  REF_PLACE_MASK,
  VALUE_LIST,
  wordAligned,
} from './gazetteer-format.ts'

/**
 * The world's places in columns over one block of bytes. A place is a number; `lat[n]`, `kind[n]` and so on tell of it.
 * Names are decoded only when asked for.
 */
export interface Gazetteer {
  readonly places: number
  readonly lat: Float32Array
  readonly lon: Float32Array
  /** GeoNames id, 0 for none. */
  readonly geonames: Uint32Array
  /** Numbers of administrative areas and countries, the same for all places inside one; 0 for none. */
  readonly admin1: Uint16Array
  readonly admin2: Uint16Array
  readonly country: Uint8Array
  /** Reach in km where the source tells it, else 0. */
  readonly radiusKm: Uint16Array
  /** round(8 × log2(population + 1)). */
  readonly population: Uint8Array
  /** Values of KIND. */
  readonly kind: Uint8Array
  readonly nameOf: (place: number) => string
  /** Where a key's references begin in `references`, -1 if no place has the name. The last one carries REF_LAST. */
  readonly find: (index: number, check: number) => number
  readonly references: Uint32Array
}

/**
 * Reads the bytes that `tools/build-gazetteer.ts` writes, without copying them where it can.
 * @throws RangeError if they are no gazetteer of this version, or cut short.
 */
export function parseGazetteer(file: Uint8Array): Gazetteer {
  const bytes = wordAligned(file)
  const [magic, version, keys = 0, listed = 0, places = 0, nameBytes = 0] = wordsAt(bytes, 0, HEADER_WORDS)
  if (magic !== GAZETTEER_MAGIC || version !== GAZETTEER_VERSION) {
    throw new RangeError(
      `gazetteer: expected version ${GAZETTEER_VERSION}, got ${magic === GAZETTEER_MAGIC ? version : 'other bytes'}`,
    )
  }
  let at = HEADER_WORDS * 4
  const take = <T extends { readonly byteLength: number }>(
    Column: new (buffer: ArrayBufferLike, offset: number, length: number) => T,
    length: number,
  ): T => {
    if (at + length > bytes.byteLength) throw new RangeError('gazetteer: cut short')
    const column = new Column(bytes.buffer, bytes.byteOffset + at, length)
    at += (column.byteLength + 3) & ~3
    return column
  }
  const buckets = take(Uint32Array, (1 << BUCKET_BITS) + 1)
  const checks = take(Uint32Array, keys)
  // A key's only reference and the lists of the others stand behind each other, so both are positions in one column.
  const references = take(Uint32Array, keys + listed)
  const columns = {
    lat: take(Float32Array, places),
    lon: take(Float32Array, places),
    geonames: take(Uint32Array, places),
    nameAt: take(Uint32Array, places),
    admin1: take(Uint16Array, places),
    admin2: take(Uint16Array, places),
    radiusKm: take(Uint16Array, places),
    country: take(Uint8Array, places),
    population: take(Uint8Array, places),
    kind: take(Uint8Array, places),
  }
  const names = take(Uint8Array, nameBytes)
  const decoder = new TextDecoder()
  return {
    ...columns,
    places,
    references,
    nameOf: (place) => {
      const offset = columns.nameAt[place] ?? 0
      return decoder.decode(names.subarray(offset + 1, offset + 1 + (names[offset] ?? 0)))
    },
    find: (index, check) => findKey(buckets, checks, references, keys, index, check),
  }
}

function findKey(
  buckets: Uint32Array,
  checks: Uint32Array,
  references: Uint32Array,
  keys: number,
  index: number,
  check: number,
): number {
  const bucket = index >>> (32 - BUCKET_BITS)
  const end = buckets[bucket + 1]!
  for (let at = buckets[bucket]!; at < end; at++) {
    if (checks[at] !== check) continue
    const value = references[at]!
    return value >= VALUE_LIST ? keys + (value - VALUE_LIST) : at
  }
  return -1
}

/** The places that a found name may mean, with how it names each, best known first. */
export function* referencesFrom(gazetteer: Gazetteer, position: number): Generator<number> {
  for (let at = position; at >= 0 && at < gazetteer.references.length; at++) {
    const reference = gazetteer.references[at]!
    yield reference
    if (reference & REF_LAST) return
  }
}

/** The place of a reference. */
export function placeOf(reference: number): number {
  return reference & REF_PLACE_MASK
}

function wordsAt(bytes: Uint8Array, offset: number, count: number): Uint32Array {
  if (bytes.byteLength < offset + count * 4) throw new RangeError('gazetteer: cut short')
  return new Uint32Array(bytes.buffer, bytes.byteOffset + offset, count)
}
