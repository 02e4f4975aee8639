const MARKS = /\p{M}+/gu
/** Longest word compared; a megabyte of combining marks would overflow the stack of the expression above. */
const MAX_WORD_LENGTH = 80

/**
 * A word as it is compared: lower case, without accents and vowel points, Turkish dotless ı as i, so that ŞİMDİ, şimdi and
 * simdi are one word. Only for comparing; nothing that is shown passes through here.
 */
export function foldWord(word: string): string {
  const lower = word.slice(0, MAX_WORD_LENGTH).toLowerCase()
  if (isAscii(lower)) return lower
  return lower.normalize('NFD').replace(MARKS, '').replaceAll('ı', 'i').replaceAll('’', "'")
}

function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 0x7f) return false
  return true
}
