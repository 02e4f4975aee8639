import type { Interval } from '../span.ts'
import type { WordForm } from './word-form.ts'

/** Universal part-of-speech tags (universaldependencies.org/u/pos), as small numbers. */
export const TAG = {
  ADJ: 1,
  ADP: 2,
  ADV: 3,
  AUX: 4,
  CCONJ: 5,
  DET: 6,
  INTJ: 7,
  NOUN: 8,
  NUM: 9,
  PART: 10,
  PRON: 11,
  PROPN: 12,
  PUNCT: 13,
  SCONJ: 14,
  SYM: 15,
  VERB: 16,
  X: 17,
} as const

export type Tag = (typeof TAG)[keyof typeof TAG]

/** The tokens of a report's body, column by column; token `i` is `text.slice(start[i], end[i])`. White space is no token. */
export interface Words {
  readonly text: string
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** Values of TAG. */
  readonly tag: Uint8Array
  readonly form: readonly WordForm[]
  /** The sentence of each token. */
  readonly sentence: Int32Array
  /** The paragraph of each token: index into the body's intervals. */
  readonly paragraph: Int32Array
  /** Each sentence as tokens [first, last). Sentences never cross paragraphs. */
  readonly sentences: readonly TokenRange[]
}

/** Tokens `[first, last)`. */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

/** The characters that a range of tokens covers. */
export function intervalOf(words: Words, range: TokenRange): Interval {
  return { start: words.start[range.first] ?? 0, end: words.end[range.last - 1] ?? 0 }
}
