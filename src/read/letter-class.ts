/** Bits that say what a UTF-16 unit is, for one-pass scans of a page. */
export const LETTER = 1
export const UPPER = 2
export const DIGIT = 4
export const SPACE = 8
/** Parts the items of a menu: | » › · • and the like. */
export const SEPARATOR = 16
/** A letter of a script that English is not written in. */
export const FOREIGN = 32
/** Ends a sentence, in any script: . ! ? … ؟ ۔ । 。 */
export const STOP = 64
/** A quotation mark or a bracket that may stand after a stop. */
export const CLOSER = 128

/** Units past this count by one rule; below, each is classed when first met: all at once would take 50 ms. */
const TABLE_SIZE = 0x3040
const UNKNOWN = -1
const TABLE = new Int16Array(TABLE_SIZE).fill(UNKNOWN)

const EXTRA_BITS: readonly (readonly [string, number])[] = [
  ['|»›·•●▪■◆☰▼▶►→←¦‣⋅', SEPARATOR],
  ['.!?…؟۔।。', STOP],
  [`"'”’»)]`, CLOSER],
  ['\u200b\u200e\u200f\u00ad\u0085', SPACE],
]

/** The class of a unit as bits; units past the table count as foreign letters, lone surrogates and emoji as marks. */
export function classOf(unit: number): number {
  if (unit < TABLE_SIZE) {
    const known = TABLE[unit] ?? UNKNOWN
    return known === UNKNOWN ? learnClass(unit) : known
  }
  if (unit >= 0xd800 && unit < 0xf900) return 0
  return unit === 0xfeff ? SPACE : LETTER | FOREIGN
}

function learnClass(unit: number): number {
  const character = String.fromCharCode(unit)
  let bits = classByName(character)
  for (const [characters, bit] of EXTRA_BITS) if (characters.includes(character)) bits |= bit
  TABLE[unit] = bits
  return bits
}

function classByName(character: string): number {
  if (/\s/u.test(character) || character < ' ') return SPACE
  if (/\p{N}/u.test(character)) return DIGIT
  if (/\p{M}/u.test(character)) return LETTER
  if (!/\p{L}/u.test(character)) return 0
  return LETTER | (/\p{Lu}/u.test(character) ? UPPER : 0) | (/\p{Script=Latin}/u.test(character) ? 0 : FOREIGN)
}
