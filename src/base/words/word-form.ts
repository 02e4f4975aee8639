import { hashWord } from '../hash.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Bits of `WordForm.shape`. */
export const SHAPE = {
  /** First letter is a capital. */
  capital: 1,
  /** All letters are capitals, two at least. */
  upper: 2,
  /** Holds a digit. */
  digit: 4,
  /** Holds no letter and no digit. */
  mark: 8,
  /** Holds a hyphen between letters. */
  hyphen: 16,
  /** One of “ ” " „ « » ‘ ’ standing alone. */
  quote: 32,
  /** Ends a sentence: . ! ? … */
  stop: 64,
} as const

/** What is known of a word by its letters alone; made once for each spelling and shared by all its tokens. */
export interface WordForm {
  readonly surface: string
  /** Lower case, typographic apostrophes made straight. */
  readonly lower: string
  /** The word's number in the vocabulary, 0 if no lexicon has it. */
  readonly id: number
  /** 32-bit hash of `lower` as a number with sign, the same in every run: for model features. */
  readonly hash: number
  /** Hash of the last three letters of `lower`. */
  readonly suffixHash: number
  /** Bits of SHAPE. */
  readonly shape: number
}

const LETTER = /\p{L}/u
const DIGIT = /\p{N}/u
const CAPITAL = /^[^\p{L}]*\p{Lu}/u
const ALL_UPPER = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u
const INNER_HYPHEN = /\p{L}[-‐‑–]\p{L}/u
const QUOTE = /^(?:[“”„«»"‘’']|``|'')$/u
const STOP = /^(?:[.!?…]|\.\.\.)$/u

/** Works out a word's form. */
export function createWordForm(surface: string, vocabulary: Vocabulary): WordForm {
  const lower = surface.toLowerCase().replaceAll('’', "'")
  return {
    surface,
    lower,
    id: vocabulary.find(lower),
    hash: hashWord(lower),
    suffixHash: hashWord(lower.slice(-3)),
    shape: shapeOf(surface),
  }
}

function shapeOf(surface: string): number {
  const letter = LETTER.test(surface)
  const digit = DIGIT.test(surface)
  return (
    (CAPITAL.test(surface) ? SHAPE.capital : 0) |
    (ALL_UPPER.test(surface) ? SHAPE.upper : 0) |
    (digit ? SHAPE.digit : 0) |
    (letter || digit ? 0 : SHAPE.mark) |
    (INNER_HYPHEN.test(surface) ? SHAPE.hyphen : 0) |
    (QUOTE.test(surface) ? SHAPE.quote : 0) |
    (STOP.test(surface) ? SHAPE.stop : 0)
  )
}
