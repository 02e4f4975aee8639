import { detect } from 'tinyld'
import type { BoilerplateLexicon } from './boilerplate-lexicon.ts'
import { foldWord } from './fold.ts'

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu
/** Words looked at: enough to tell, and few enough for the busiest path. */
const SAMPLED_WORDS = 120
/** English prose has a share of 0.4 to 0.5 of the small words of the lexicon; other languages' prose stays below 0.1. */
const ENGLISH_SHARE = 0.2
/** Fewer words than this prove nothing. */
const MIN_WORDS = 4
const MAX_DETECTED_LENGTH = 2_000

/**
 * The ISO 639-1 code of a body of text: English by the share of its small words, which costs little; asked of tinyld where
 * that leaves doubt. English too where nothing tells (a name, a number).
 */
export function languageOf(body: string, lexicon: BoilerplateLexicon): string {
  let [words, english, foreign] = [0, 0, 0]
  for (const match of body.matchAll(WORD)) {
    const word = foldWord(match[0])
    if (lexicon.englishWords.has(word)) english++
    else if (lexicon.foreignWords.has(word)) foreign++
    if (++words === SAMPLED_WORDS) break
  }
  if (words < MIN_WORDS && /^[\P{L}\p{Script=Latin}]*$/u.test(body)) return 'en'
  if (english >= ENGLISH_SHARE * words && english > foreign) return 'en'
  const detected = detect(body.slice(0, MAX_DETECTED_LENGTH))
  return detected === '' || english > foreign ? 'en' : detected
}
