import { foldLatin } from './name-key.ts'

const ARTICLE = /^(?:al|el|ar|as|ash|at|az|an|ad|ed|er|es|et|ez|en|il|ul)$/
/** Letters that transliterations of Arabic do not agree on, each to one. Longer ones first. */
const FOLDS: readonly (readonly [string, string])[] = [
  ['dh', 'd'],
  ['gh', 'g'],
  ['kh', 'k'],
  ['th', 't'],
  ['sh', 's'],
  ['ch', 's'],
  ['q', 'k'],
  ['c', 'k'],
  ['j', 'g'],
  ['z', 's'],
  ['v', 'w'],
  ['p', 'b'],
]

/**
 * The consonants of a transliterated name, in the form in which its spellings agree: without articles, diacritics, vowels,
 * half-vowels, h and doubled letters. "Saraqib", "Saraqeb" → "srkb". Null where fewer than three consonants are left, which too many names share.
 */
export function skeletonOf(tokens: readonly string[]): string | null {
  const letters = tokens
    .filter((token) => !ARTICLE.test(token))
    .map((token) => foldToken(foldLatin(token)))
    .join('')
  return letters.length >= 3 ? letters : null
}

function foldToken(token: string): string {
  let folded = token.replace(/[^a-z]/gu, '')
  for (const [from, to] of FOLDS) folded = folded.replaceAll(from, to)
  folded = folded.replace(/[aeiouyh]/gu, '')
  let out = ''
  for (const letter of folded) if (!out.endsWith(letter)) out += letter
  return out
}
