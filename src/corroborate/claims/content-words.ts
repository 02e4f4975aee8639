import { hashText } from '../../base/hash.ts'

/** Words that tell nothing of what a text is about. */
const EMPTY = new Set(
  `a about after all also although am an and any are as at be because been before being between both but by can could did do does during
  each for from had has have he her here him his how i if in into is it its just made make may me might more most must my no nor not now of off
  on once one only or other our out over own per said same say saying says she should since so some such than that the their them then there these
  they this those through to told too two under until up upon us very was we were what when where which while who whom whose why will with
  would you your accord according add added mr mrs ms new`.split(/\s+/),
)
/** A text longer than this is compared by its beginning: reports lead with their news. */
const MOST_CHARACTERS = 6000
const WORD = /[\p{L}\p{N}]+/gu

/** The words of a text that carry meaning: lower case, without accents and inflection, in the order of the text. */
export function contentWords(text: string): string[] {
  const plain = text.slice(0, MOST_CHARACTERS).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const words: string[] = []
  for (const [word] of plain.matchAll(WORD))
    if (!EMPTY.has(word) && (word.length > 1 || isDigit(word))) words.push(stem(word))
  return words
}

/** Hashes of the content words of a text, in its order. */
export function wordKeys(text: string): number[] {
  return contentWords(text).map(hashText)
}

/**
 * Thirty-two bits that stand for the words of a name, one bit a word: names that share words share bits. 0 for no name.
 * For weak evidence only, two words may fall on one bit.
 */
export function nameBits(name: string): number {
  let bits = 0
  for (const key of wordKeys(name)) bits |= 1 << (key & 31)
  return bits
}

/** How much two names share, 0..1 of the shorter. */
export function sharedBits(a: number, b: number): number {
  const least = Math.min(countBits(a), countBits(b))
  return least === 0 ? 0 : countBits(a & b) / least
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Cuts English endings, the same way for every form of a word; what is left need be no word. */
function stem(word: string): string {
  if (word.length < 4 || isDigit(word)) return word
  const base = word.replace(/(?:ing|ers?|ed|es|s|ly)$/, '')
  const kept = base.length < 3 ? word : base
  return kept.replace(/(?:ie|y|e|c(?=e?$))$/, '').replace(/(.)\1$/, '$1')
}

function isDigit(word: string): boolean {
  const first = word.charCodeAt(0)
  return first >= 48 && first <= 57
}
