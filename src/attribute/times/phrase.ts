import { SHAPE, TAG, type Words } from '../../base/words/index.ts'
import type { Atoms } from './atoms.ts'
import { KIND, type Kind } from './kinds.ts'
import type { Tense, TenseReader } from './tense.ts'

/** An expression of time as found in a text: its atoms, and what stands around it. Lives as long as the atoms are not read anew. */
export class Phrase {
  /** First and last token. */
  readonly first: number
  readonly last: number
  readonly #words: Words
  readonly #atoms: Atoms
  readonly #from: number
  readonly #to: number
  readonly #tenseOf: TenseReader

  /** The atoms `[from, to)`. */
  constructor(words: Words, atoms: Atoms, from: number, to: number, tenseOf: TenseReader) {
    this.first = atoms.first[from] ?? 0
    this.last = atoms.last[to - 1] ?? 0
    this.#words = words
    this.#atoms = atoms
    this.#from = from
    this.#to = to
    this.#tenseOf = tenseOf
  }

  /** How many atoms it has. */
  get length(): number {
    return this.#to - this.#from
  }

  /** The paragraph it stands in. */
  get paragraph(): number {
    return this.#words.paragraph[this.first] ?? 0
  }

  has(kind: Kind): boolean {
    return this.#indexOf(kind, 0) >= 0
  }

  /** The value of its first atom of a kind, or of the `nth` (from 0); null if there is none. */
  value(kind: Kind, nth = 0): number | null {
    return this.#valueAt(this.#indexOf(kind, nth))
  }

  /** The value of the atom right before the first one of a kind; null if there is none. */
  valueBefore(kind: Kind): number | null {
    return this.#valueAt(this.#indexOf(kind, 0) - 1)
  }

  /** The tense of its clause. Costs a walk to the nearest verb. */
  tense(): Tense {
    return this.#tenseOf(this.#words, { first: this.first, last: this.last + 1 })
  }

  /** Whether a word follows that a noun phrase can begin or go on with, so that the expression is only its beginning. */
  beforeNoun(): boolean {
    const next = this.#next()
    return next >= 0 && NOMINAL.has(this.#words.tag[next] ?? 0)
  }

  /** Whether a plural noun follows, as in "2000 soldiers". */
  beforePlural(): boolean {
    const next = this.#next()
    const form = this.#words.form[next]
    if (!form || this.#words.tag[next] !== TAG.NOUN || (form.shape & SHAPE.capital) !== 0) return false
    return /[^s]s$|people$|men$/.test(form.lower)
  }

  /** Whether a proper noun stands right before it. */
  afterName(): boolean {
    const before = this.first - 1
    const { sentence, tag } = this.#words
    return sentence[before] === sentence[this.first] && tag[before] === TAG.PROPN
  }

  /** The word before it, in lower case; empty at the start of a sentence. */
  wordBefore(): string {
    const before = this.first - 1
    return this.#words.sentence[before] === this.#words.sentence[this.first]
      ? (this.#words.form[before]?.lower ?? '')
      : ''
  }

  #next(): number {
    return this.#words.sentence[this.last + 1] === this.#words.sentence[this.last] ? this.last + 1 : -1
  }

  #indexOf(kind: Kind, nth: number): number {
    const wanted = KIND[kind]
    let left = nth
    for (let i = this.#from; i < this.#to; i++) if (this.#atoms.kind[i] === wanted && left-- === 0) return i
    return -1
  }

  #valueAt(index: number): number | null {
    return index < this.#from ? null : (this.#atoms.value[index] ?? null)
  }
}

const NOMINAL: ReadonlySet<number> = new Set([TAG.NOUN, TAG.PROPN, TAG.ADJ, TAG.NUM, TAG.DET, TAG.PRON])
