import { TAG, type Words } from '../../base/words/index.ts'
import type { Chunk } from './chunks.ts'
import { FUNCTION, type ClosedClass } from './closed-class.ts'

/** How the verb of a clause stands. */
export interface VerbGroup {
  readonly infinitive: boolean
  /** -ing without an auxiliary. */
  readonly gerund: boolean
  readonly passive: boolean
  readonly negated: boolean
  /** will, shall, is to, is due to. */
  readonly future: boolean
  /** would. */
  readonly conditional: boolean
  /** could, may, might, can. */
  readonly possible: boolean
  /** must, should, has to. */
  readonly necessary: boolean
  /** An auxiliary or modal stands in the group. */
  readonly auxiliary: boolean
}

/** Reads the group's words: what its auxiliaries, negations and ending say. */
export function readVerbGroup(words: Words, chunk: Chunk, closed: ClosedClass): VerbGroup {
  let bits = 0
  let be = false
  let to = false
  let lastBe = -1
  for (let i = chunk.first; i < chunk.last; i++) {
    const role = closed(words.form[i]?.id ?? 0)
    if (i !== chunk.head) {
      bits |= role
      if (role & FUNCTION.be) {
        be = true
        lastBe = i
      }
    } else if (role & FUNCTION.negative) bits |= FUNCTION.negative
    if (role & FUNCTION.to) to = true
  }
  const lower = words.form[chunk.head]?.lower ?? ''
  const ing = lower.endsWith('ing') && lower.length > 4
  const infinitive = to && (closed(words.form[chunk.first]?.id ?? 0) & (FUNCTION.to | FUNCTION.negative)) !== 0
  return {
    infinitive,
    gerund: (ing && (bits & (FUNCTION.be | FUNCTION.have)) === 0) || isHaving(words, chunk),
    passive:
      be &&
      !ing &&
      lastBe < chunk.head &&
      words.tag[chunk.head] === TAG.VERB &&
      !(to && !infinitive && toFollowsBe(words, chunk, closed, lastBe)),
    negated: (bits & FUNCTION.negative) !== 0,
    future: (bits & FUNCTION.future) !== 0 || (to && !infinitive && be && !isAble(words, chunk)),
    conditional: (bits & FUNCTION.conditional) !== 0,
    possible: (bits & FUNCTION.possible) !== 0,
    necessary: (bits & FUNCTION.necessary) !== 0 || (to && !infinitive && (bits & FUNCTION.have) !== 0 && !be),
    auxiliary: chunk.head > chunk.first && !infinitive,
  }
}

/** "accused of having fired": a gerund of the past. */
function isHaving(words: Words, chunk: Chunk): boolean {
  return chunk.head > chunk.first && words.form[chunk.first]?.lower === 'having'
}

/** "is to stop": the form of be stands before "to", so that the verb is active. */
function toFollowsBe(words: Words, chunk: Chunk, closed: ClosedClass, be: number): boolean {
  for (let i = be + 1; i < chunk.head; i++) if (closed(words.form[i]?.id ?? 0) & FUNCTION.to) return true
  return false
}

/** "were able to": what could be done is told as done. */
function isAble(words: Words, chunk: Chunk): boolean {
  for (let i = chunk.first; i < chunk.head; i++) {
    const lower = words.form[i]?.lower
    if (lower === 'able' || lower === 'unable') return true
  }
  return false
}
