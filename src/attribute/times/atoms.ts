import type { Vocabulary, Words } from '../../base/words/index.ts'
import { KIND } from './kinds.ts'
import type { TimeLexicon } from './lexicon.ts'
import { joinNumbers } from './numbers.ts'
import { createTimeWordReader } from './time-words.ts'

/**
 * The words of a text that may join into expressions of time, column by column, in the order of the text. Runs of them are set
 * apart by one atom of kind `none`, and one ends the list. A number in several words is one atom.
 */
export interface Atoms {
  readonly count: number
  readonly kind: Uint8Array
  readonly value: Int32Array
  /** First and last token of each atom. */
  readonly first: Int32Array
  readonly last: Int32Array
}

/** Reads the atoms of a text. The columns are used again at the next call. */
export type AtomReader = (words: Words) => Atoms

/** A reader of atoms over the words of a lexicon, which get their numbers from the vocabulary. */
export function createAtomReader(vocabulary: Vocabulary, lexicon: TimeLexicon): AtomReader {
  const timeWordAt = createTimeWordReader(vocabulary, lexicon)
  let columns = createColumns(1024)

  return (words) => {
    if (words.count * 2 + 2 > columns.kind.length) columns = createColumns(words.count * 3 + 2)
    let count = 0
    let sentence = -1
    for (let i = 0; i < words.count; i++) {
      const here = words.sentence[i] ?? -1
      if (here !== sentence) count = pushBreak(columns, count, i)
      sentence = here
      const { kind, value } = timeWordAt(words, i)
      if (kind === KIND.none) {
        count = pushBreak(columns, count, i)
      } else {
        push(columns, count++, kind, value, i)
        if (kind === KIND.number) count = joinNumbers(columns, count)
      }
    }
    return { ...columns, count: pushBreak(columns, count, words.count) }
  }
}

/** The columns of Atoms while they are filled. */
export type AtomColumns = Omit<Atoms, 'count'>

function createColumns(length: number): AtomColumns {
  return {
    kind: new Uint8Array(length),
    value: new Int32Array(length),
    first: new Int32Array(length),
    last: new Int32Array(length),
  }
}

function push(columns: AtomColumns, at: number, kind: number, value: number, token: number): void {
  columns.kind[at] = kind
  columns.value[at] = value
  columns.first[at] = token
  columns.last[at] = token
}

function pushBreak(columns: AtomColumns, count: number, token: number): number {
  if (count > 0 && columns.kind[count - 1] === KIND.none) return count
  push(columns, count, KIND.none, 0, token)
  return count + 1
}
