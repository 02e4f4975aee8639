import type { Interval } from '../base/span.ts'
import { SMALL_WORD, type BoilerplateLexicon } from './boilerplate-lexicon.ts'
import { foldWord } from './fold.ts'
import { classOf, CLOSER, DIGIT, FOREIGN, LETTER, SEPARATOR, SPACE, STOP, UPPER } from './letter-class.ts'

/** One line or block of a page with the measures that tell text from boilerplate. Interval without white space at its ends. */
export interface Passage extends Interval {
  readonly words: number
  readonly letters: number
  readonly digits: number
  readonly foreignLetters: number
  /** Letters that are capitals. */
  readonly capitals: number
  /** Words without a capital and not of digits only. */
  readonly plainWords: number
  /** Bars, arrows, dots and wide gaps between items. */
  readonly separators: number
  /** Hyphens and dashes standing free. */
  readonly dashes: number
  /** Whether it ends as a sentence does, closing quotation marks and brackets put aside. */
  readonly stopped: boolean
  /** Small words among `folded`, by what they prove (see SMALL_WORD). */
  readonly english: number
  readonly verbs: number
  readonly foreign: number
  readonly addressing: number
  /** Its words as `foldWord` writes them; of a long passage only the first few. */
  readonly folded: readonly string[]
  /** Where each of `folded` begins in the text. */
  readonly wordStarts: readonly number[]
  /** The words of `folded` with which cues of boilerplate begin. */
  readonly cueWords: readonly number[]
}

/** A passage longer than this is text; only its first words are looked at. */
const MAX_JUDGED_LENGTH = 340
const WORDS_OF_LONG = 12

const BAR = 0x7c
const FREE_MARKS: ReadonlyMap<number, 'separator' | 'dash'> = new Map([
  [0x3e, 'separator'],
  [0x2f, 'separator'],
  [0x2a, 'separator'],
  [0x2d, 'dash'],
  [0x2013, 'dash'],
  [0x2014, 'dash'],
])

/** Measures `[start, end)` of a text in one pass. The interval must not begin or end with white space. */
export function measurePassage(
  text: string,
  start: number,
  end: number,
  { words: known }: Pick<BoilerplateLexicon, 'words'>,
): Passage {
  const maxWords = end - start <= MAX_JUDGED_LENGTH ? Number.MAX_SAFE_INTEGER : WORDS_OF_LONG
  const folded: string[] = []
  const wordStarts: number[] = []
  const cueWords: number[] = []
  let [english, verbs, foreign, addressing] = [0, 0, 0, 0]
  let [words, letters, digits, foreignLetters, capitals, plainWords, separators, dashes] = [0, 0, 0, 0, 0, 0, 0, 0]
  let wordStart = -1
  let wordCapitals = 0
  let wordLetters = 0
  for (let at = start; at <= end; at++) {
    const unit = at < end ? text.charCodeAt(at) : 32
    const bits = classOf(unit)
    if (bits & (LETTER | DIGIT)) {
      if (wordStart < 0) wordStart = at
      if (bits & DIGIT) digits++
      else {
        wordLetters++
        if (bits & UPPER) wordCapitals++
        if (bits & FOREIGN) foreignLetters++
      }
      continue
    }
    if (wordStart >= 0) {
      if (isApostrophe(unit) && at + 1 < end && classOf(text.charCodeAt(at + 1)) & LETTER) continue
      words++
      letters += wordLetters
      capitals += wordCapitals
      if (wordLetters > 0 && wordCapitals === 0) plainWords++
      if (folded.length < maxWords) {
        const word = foldWord(text.slice(wordStart, at))
        const entry = known.get(word)
        if (entry) {
          if (entry.small & SMALL_WORD.english) english++
          if (entry.small & SMALL_WORD.verb) verbs++
          if (entry.small & SMALL_WORD.foreign) foreign++
          if (entry.small & SMALL_WORD.addressing) addressing++
          if (entry.cues.length > 0) cueWords.push(folded.length)
        }
        folded.push(word)
        wordStarts.push(wordStart)
      }
      wordStart = -1
      wordCapitals = 0
      wordLetters = 0
    }
    if (bits & SPACE) {
      const after = gapEnd(text, at, end)
      if (after > at + 1 && isWideGap(text, start, at, after)) separators++
      at = after - 1
    } else if (bits & SEPARATOR) {
      if (at > start && (unit !== BAR || at + 1 < end)) separators++
    } else if (FREE_MARKS.has(unit) && standsFree(text, at, start, end)) {
      if (FREE_MARKS.get(unit) === 'dash') dashes++
      else separators++
    }
  }
  const stopped = endsSentence(text, start, end)
  return {
    start,
    end,
    words,
    letters,
    digits,
    foreignLetters,
    capitals,
    plainWords,
    separators,
    dashes,
    stopped,
    english,
    verbs,
    foreign,
    addressing,
    folded,
    wordStarts,
    cueWords,
  }
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019
}

function gapEnd(text: string, at: number, end: number): number {
  let after = at + 1
  while (after < end && classOf(text.charCodeAt(after)) & SPACE) after++
  return after
}

/** Two spaces or a tab part menu items, unless they stand after a sentence or where a line was wrapped. */
function isWideGap(text: string, start: number, from: number, to: number): boolean {
  if (from <= start || classOf(text.charCodeAt(from - 1)) & (STOP | CLOSER | SEPARATOR)) return false
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) return false
  return to < text.length && !(classOf(text.charCodeAt(to)) & SEPARATOR)
}

function standsFree(text: string, at: number, start: number, end: number): boolean {
  if (at <= start || at + 1 >= end) return false
  return (classOf(text.charCodeAt(at - 1)) & classOf(text.charCodeAt(at + 1)) & SPACE) !== 0
}

function endsSentence(text: string, start: number, end: number): boolean {
  let at = end - 1
  while (at > start && classOf(text.charCodeAt(at)) & (CLOSER | SPACE)) at--
  return (classOf(text.charCodeAt(at)) & STOP) !== 0
}
