/** First four bytes of a gazetteer file, little-endian ("TLGZ"). */
export const GAZETTEER_MAGIC = 0x5a474c54
/** Layout version; a reader refuses any other. */
export const GAZETTEER_VERSION = 1
/** Header: magic, version, keys, overflow references, places, areas, countries, bytes of names; eight 32-bit words. */
export const HEADER_WORDS = 8
/** Keys are sorted into buckets by the top bits of their index. */
export const BUCKET_BITS = 16

/** What kind of place an entry is. */
export const KIND = {
  none: 0,
  continent: 1,
  region: 2,
  country: 3,
  admin1: 4,
  admin2: 5,
  capital: 6,
  seat: 7,
  town: 8,
  quarter: 9,
  water: 10,
  land: 11,
  road: 12,
  zone: 13,
} as const

/** How a name leads to a place. */
export const HOW = {
  /** Its own name, with or without diacritics. */
  name: 0,
  /** Another name or spelling. */
  alternate: 1,
  /** Its people or its adjective: "Omani". */
  demonym: 2,
  /** "Calif.", "U.K." */
  abbreviation: 3,
  /** The name without its generic word: "Avoyelles" for "Avoyelles Parish". */
  short: 4,
  /** A name that alone mostly means another place: "Washington" for the state. */
  rare: 5,
} as const

/** A reference packs a place's number (low 24 bits), HOW (3 bits above) and "last of its list" (bit 30). */
export const REF_PLACE_MASK = 0x00ff_ffff
export const REF_HOW_SHIFT = 24
export const REF_HOW_MASK = 7
export const REF_LAST = 0x4000_0000
/** Set in a key's value that is no reference but the position of its list in the overflow. */
export const VALUE_LIST = 0x8000_0000

/** Population is kept as round(8 × log2(population + 1)), one byte. */
export function packPopulation(population: number): number {
  return Math.min(255, Math.round(8 * Math.log2(Math.max(0, population) + 1)))
}

/** Set in the id column where it holds a country's two letters instead of a GeoNames id. */
export const SOURCE_LETTERS = 0x8000_0000

/** The bytes at a position that columns of 32-bit words can lie over: the same ones, or a copy where they begin elsewhere. */
export function wordAligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
}
