const MARKS = /\p{M}+/gu
const ASCII_ONLY = /^[\0-\x7f]*$/

/**
 * A word as it is compared: lower case, without accents and vowel points, Turkish dotless ı as i, so that ŞİMDİ, şimdi and
 * simdi are one word. Only for comparing; nothing that is shown passes through here.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (ASCII_ONLY.test(lower)) return lower
  return lower.normalize('NFD').replace(MARKS, '').replaceAll('ı', 'i').replaceAll('’', "'")
}
