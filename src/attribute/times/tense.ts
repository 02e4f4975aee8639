import { TAG, type TokenRange, type Vocabulary, type Words } from '../../base/words/index.ts'
import type { TimeLexicon } from './lexicon.ts'

/** Whether the clause around a time speaks of what was, or of what is to come; `open` where the words do not tell. */
export type Tense = 'past' | 'future' | 'open'

/** Tells the tense of the clause around an expression of time. */
export type TenseReader = (words: Words, expression: TokenRange) => Tense

const FUTURE = 1
const AHEAD = 2
const PLAN = 4
const PAST = 8
const BOUNDARY = 16
const TO = 32
const BACK = 64

/** How far from the expression its verb is looked for, and how far a group of verbs reaches, in tokens. */
const REACH = 30
const GROUP_REACH = 7

/** A reader of tense: the nearest verb before the expression in its clause decides, or else the first one after it. */
export function createTenseReader(vocabulary: Vocabulary, { tense }: TimeLexicon): TenseReader {
  const table: number[] = []
  const mark = (list: readonly string[], flag: number): void => {
    for (const word of list) {
      const id = vocabulary.add(word)
      table[id] = (table[id] ?? 0) | flag
    }
  }
  mark(tense.future, FUTURE)
  mark(tense.ahead, AHEAD)
  mark(tense.back, BACK)
  mark(tense.plan, PLAN)
  mark(tense.past, PAST)
  mark(tense.boundary, BOUNDARY)
  mark(['to'], TO)
  const flagsAt = (words: Words, token: number): number => table[words.form[token]?.id ?? 0] ?? 0

  return (words, expression) => {
    const sentence = words.sentences[words.sentence[expression.first] ?? 0] ?? expression
    return (
      tenseBefore(words, expression.first, sentence.first, flagsAt) ??
      tenseAfter(words, expression.last, sentence.last, flagsAt) ??
      'open'
    )
  }
}

type FlagReader = (words: Words, token: number) => number

function tenseBefore(words: Words, from: number, first: number, flagsAt: FlagReader): Tense | null {
  for (let i = from - 1; i >= first && i > from - REACH; i--) {
    const flags = flagsAt(words, i)
    if (flags & FUTURE) return 'future'
    if (flags & BOUNDARY) return null
    if (flags & AHEAD || isVerb(words, i)) return tenseOfGroup(words, i, first, flagsAt)
  }
  return null
}

/** Reads a group of verbs from its last word back: "will have been paid", "agreed to meet", "began to fall". */
function tenseOfGroup(words: Words, last: number, first: number, flagsAt: FlagReader): Tense {
  let past = false
  let ahead = false
  let infinitive = false
  for (let i = last; i >= first && i > last - GROUP_REACH; i--) {
    const flags = flagsAt(words, i)
    if (flags & FUTURE) return 'future'
    if (flags & BACK) return ahead ? 'open' : 'past'
    ahead ||= (flags & AHEAD) !== 0 || (infinitive && (flags & PLAN) !== 0)
    if (flags & TO) infinitive = true
    else if (isVerb(words, i)) past ||= isPast(words, i, flags)
    else if (words.tag[i] !== TAG.ADV && words.tag[i] !== TAG.PART && !(flags & (AHEAD | PLAN))) break
  }
  if (ahead) return 'future'
  return past ? 'past' : 'open'
}

function tenseAfter(words: Words, from: number, last: number, flagsAt: FlagReader): Tense | null {
  for (let i = from; i < last && i < from + REACH; i++) {
    const flags = flagsAt(words, i)
    if (flags & FUTURE) return 'future'
    if (flags & BOUNDARY) return null
    if (!isVerb(words, i)) continue
    const next = flagsAt(words, i + 1)
    if (next & (FUTURE | AHEAD) || (flags & PLAN && next & TO)) return 'future'
    return isPast(words, i, flags) ? 'past' : 'open'
  }
  return null
}

function isVerb(words: Words, token: number): boolean {
  return words.tag[token] === TAG.VERB || words.tag[token] === TAG.AUX
}

function isPast(words: Words, token: number, flags: number): boolean {
  return (flags & PAST) !== 0 || (words.form[token]?.lower.endsWith('ed') ?? false)
}
