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

const TABLE_SIZE = 0x3040
const TABLE = buildTable()

/** The class of a unit as bits; units past the table count as foreign letters, lone surrogates and emoji as marks. */
export function classOf(unit: number): number {
  if (unit < TABLE_SIZE) return TABLE[unit] ?? 0
  if (unit >= 0xd800 && unit < 0xf900) return 0
  return unit === 0xfeff ? SPACE : LETTER | FOREIGN
}

function buildTable(): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE)
  for (let unit = 0; unit < TABLE_SIZE; unit++) table[unit] = classByName(String.fromCharCode(unit))
  mark(table, '|»›·•●▪■◆☰▼▶►→←¦‣⋅', SEPARATOR)
  mark(table, '.!?…؟۔।。', STOP)
  mark(table, `"'”’»)]`, CLOSER)
  mark(table, '\u200b\u200e\u200f\u00ad\u0085', SPACE)
  return table
}

function mark(table: Uint8Array, characters: string, bit: number): void {
  for (const character of characters) table[character.charCodeAt(0)] = (table[character.charCodeAt(0)] ?? 0) | bit
}

function classByName(character: string): number {
  if (/\s/u.test(character) || character < ' ') return SPACE
  if (/\p{N}/u.test(character)) return DIGIT
  if (/\p{M}/u.test(character)) return LETTER
  if (!/\p{L}/u.test(character)) return 0
  return LETTER | (/\p{Lu}/u.test(character) ? UPPER : 0) | (/\p{Script=Latin}/u.test(character) ? 0 : FOREIGN)
}
