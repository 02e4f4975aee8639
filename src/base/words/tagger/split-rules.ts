/** Kinds of tokens by their letters, as the model numbers them. */
export const CATEGORY = {
  unknown: 0,
  word: 1,
  number: 2,
  url: 3,
  email: 4,
  mention: 5,
  hashtag: 6,
  emoji: 7,
  emoticon: 8,
  time: 9,
  ordinal: 10,
  currency: 11,
  punctuation: 12,
  symbol: 13,
  lineBreak: 14,
  /** A word with one mark behind it. */
  wordAndMark: 15,
  apostrophe: 17,
  decade: 18,
} as const

/** A regular expression's source and flags. */
export type Expression = readonly [source: string, flags: string]

/** How chunks of text between white space are cut, as it is written to a file. */
export interface SplitRules {
  /** What a whole token can look like, in order, each with its CATEGORY. */
  readonly whole: readonly (readonly [...Expression, number])[]
  /** What tokens inside a chunk can look like: each is cut out, with its CATEGORY, and the next are tried on what remains. */
  readonly inner: readonly (readonly [...Expression, number])[]
  /** Two groups: anything and a mark behind it. */
  readonly marked: Expression
  /** Two groups: an opening mark and anything. */
  readonly opened: Expression
  /** Three groups: an opening mark, anything, a closing mark. */
  readonly enclosed: Expression
  /** Words in front of a hyphen, and behind one, that keep a compound whole. */
  readonly keptPrefixes: readonly string[]
  readonly keptSuffixes: readonly string[]
}
