import { hashText, mixHash } from '../../base/hash.ts'

/** The key of a name: two chains of 32 bits over its tokens. `index` finds the bucket, `check` tells its neighbours apart. */
export interface NameKey {
  readonly index: number
  readonly check: number
}

const CHECK_SEED = 0x2545f491
const CHECK_STEP = 0x6c8e9cf5

/** Starts the index chain with a name's first token. */
export function startIndex(hash: number): number {
  return mixHash(0x9e3779b9, hash)
}

/** Starts the check chain. */
export function startCheck(hash: number): number {
  return mixHash(hash, CHECK_SEED)
}

/** Lengthens the index chain by a token. */
export function nextIndex(index: number, hash: number): number {
  return mixHash(index, hash)
}

/** Lengthens the check chain by a token. */
export function nextCheck(check: number, hash: number): number {
  return mixHash(hash ^ CHECK_STEP, check)
}

/**
 * The tokens of a place name as they are hashed: lower case, apostrophes straight, split at white space, hyphens and the marks
 * that the word reader splits at, which are no tokens. Arabic letters are folded to their plain forms.
 */
export function nameTokens(name: string): readonly string[] {
  return foldArabic(name.toLowerCase().replace(/[’ʼʻ‘`]/gu, "'"))
    .split(/[\s‐‑–—/,;()"“”-]+/u)
    .filter((token) => token !== '')
}

/** The key of a list of tokens, as `nameTokens` gives them; null for none. */
export function keyOfTokens(tokens: readonly string[]): NameKey | null {
  const [first, ...rest] = tokens
  if (first === undefined) return null
  const hash = hashText(first)
  let index = startIndex(hash)
  let check = startCheck(hash)
  for (const token of rest) {
    const next = hashText(token)
    index = nextIndex(index, next)
    check = nextCheck(check, next)
  }
  return { index, check }
}

const ARABIC = /[\u0600-\u06ff]/u

/**
 * Arabic letters in the plain forms that names are compared in: hamza carriers to bare alif, ta marbuta to ha, alif maqsura to
 * ya, without vowel marks, tatweel and Arabic punctuation. Text in other scripts is returned as it is.
 */
export function foldArabic(text: string): string {
  if (!ARABIC.test(text)) return text
  return text
    .replace(/[\p{Mn}\u0640\u060c\u061b\u061f]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
}

/** Latin text without its diacritics. */
export function foldLatin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
}
