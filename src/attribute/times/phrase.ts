import { SHAPE, TAG, type Words } from '../../base/words/index.ts'
import type { Atoms } from './atoms.ts'
import { KIND, type Kind } from './kinds.ts'
import type { Tense, TenseReader } from './tense.ts'

/** An expression of time as found in a text: its atoms, and what stands around it. */
export interface Phrase {
  /** First and last token. */
  readonly first: number
  readonly last: number
  /** How many atoms it has. */
  readonly length: number
  readonly has: (kind: Kind) => boolean
  /** The value of its first atom of a kind, or of the `nth` (from 0); null if there is none. */
  readonly value: (kind: Kind, nth?: number) => number | null
  /** The value of the atom right before the first one of a kind; null if there is none. */
  readonly valueBefore: (kind: Kind) => number | null
  readonly tense: () => Tense
  /** The paragraph it stands in. */
  readonly paragraph: number
  /** Whether a word follows that a noun phrase can begin or go on with, so that the expression is only its beginning. */
  readonly beforeNoun: () => boolean
  /** Whether a plural noun follows, as in "2000 soldiers". */
  readonly beforePlural: () => boolean
  /** The word before it, in lower case; empty at the start of a sentence. */
  readonly wordBefore: () => string
}

/** Views the atoms `[from, to)` as a phrase. */
export function createPhrase(words: Words, atoms: Atoms, from: number, to: number, tenseOf: TenseReader): Phrase {
  const first = atoms.first[from] ?? 0
  const last = atoms.last[to - 1] ?? 0
  const indexOf = (kind: Kind, nth: number): number => {
    let left = nth
    for (let i = from; i < to; i++) if (atoms.kind[i] === KIND[kind] && left-- === 0) return i
    return -1
  }
  const valueAt = (i: number): number | null => (i < from ? null : (atoms.value[i] ?? null))
  const following = words.sentence[last + 1] === words.sentence[last] ? last + 1 : -1
  return {
    first,
    last,
    length: to - from,
    has: (kind) => indexOf(kind, 0) >= 0,
    value: (kind, nth = 0) => valueAt(indexOf(kind, nth)),
    valueBefore: (kind) => valueAt(indexOf(kind, 0) - 1),
    tense: () => tenseOf(words, { first, last: last + 1 }),
    paragraph: words.paragraph[first] ?? 0,
    beforeNoun: () => following >= 0 && NOMINAL.has(words.tag[following] ?? 0),
    beforePlural: () => following >= 0 && isPlural(words, following),
    wordBefore: () => (words.sentence[first - 1] === words.sentence[first] ? (words.form[first - 1]?.lower ?? '') : ''),
  }
}

const NOMINAL: ReadonlySet<number> = new Set([TAG.NOUN, TAG.PROPN, TAG.ADJ, TAG.NUM, TAG.DET, TAG.PRON])

function isPlural(words: Words, token: number): boolean {
  const form = words.form[token]
  return (
    words.tag[token] === TAG.NOUN &&
    form !== undefined &&
    (form.shape & SHAPE.capital) === 0 &&
    /(?:[^s]s|people|men|women)$/.test(form.lower)
  )
}
