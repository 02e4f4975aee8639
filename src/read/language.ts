import { createRequire } from 'node:module'
import type * as Tinyld from 'tinyld'
import type { Passage } from './passage.ts'

/**
 * tinyld takes 90 ms to load and few pages need it: it is loaded with the first that does. On short sentences of 15 languages
 * it is right about as often as eld (18 and 20 of 22), whose tables take longer to load and cannot be loaded late.
 */
const load = createRequire(import.meta.url)
function detect(sample: string): string {
  const tinyld = load('tinyld') as typeof Tinyld
  return tinyld.detect(sample)
}

/** Words looked at: enough to tell, and few enough for the busiest path. */
const SAMPLED_WORDS = 100
/** English prose has a share of 0.4 to 0.5 of the small words of the lexicon; other languages' prose stays below 0.1. */
const ENGLISH_SHARE = 0.2
/** Fewer Latin words than this, none of them a small word of another language, prove nothing: a name, a headline. */
const MIN_WORDS = 12
const MAX_DETECTED_LENGTH = 2_000

/**
 * The ISO 639-1 code of passages of a page: English by the share of its small words, which costs little; asked of tinyld
 * where that leaves doubt. English too where nothing tells (a name, a number).
 */
export function languageOf(text: string, passages: readonly Passage[]): string {
  let [words, english, foreign, foreignLetters, letters] = [0, 0, 0, 0, 0]
  for (const passage of passages) {
    foreignLetters += passage.foreignLetters
    letters += passage.letters
    english += passage.english
    foreign += passage.foreign
    words += passage.folded.length
    if (words >= SAMPLED_WORDS) break
  }
  const isLatin = foreignLetters * 2 <= letters
  if (isLatin && foreign === 0 && (english > 0 || words < MIN_WORDS)) return 'en'
  if (isLatin && english > foreign && english >= ENGLISH_SHARE * words) return 'en'
  const detected = detect(sampleOf(text, passages))
  return detected === '' || (isLatin && english > foreign) ? 'en' : detected
}

function sampleOf(text: string, passages: readonly Passage[]): string {
  let sample = ''
  for (const { start, end } of passages) {
    sample += `${text.slice(start, Math.min(end, start + MAX_DETECTED_LENGTH))} `
    if (sample.length >= MAX_DETECTED_LENGTH) break
  }
  return sample
}
