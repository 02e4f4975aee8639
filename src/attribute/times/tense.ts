import { TAG, type TokenRange, type Vocabulary, type Words } from '../../base/words/index.ts'
import type { TimeLexicon } from './lexicon.ts'

/** Whether the clause around a time speaks of what was, or of what is to come; `open` where the words do not tell. */
export type Tense = 'past' | 'future' | 'open'

/** Tells the tense of the clause around an expression of time. */
export type TenseReader = (words: Words, expression: TokenRange) => Tense

/** What a word says about tense, as bits; the first nine are the lists of the lexicon. */
const FLAG = {
  future: 1,
  modal: 2,
  perfect: 4,
  ahead: 8,
  back: 16,
  plan: 32,
  past: 64,
  boundary: 128,
  to: 256,
  comma: 512,
} as const

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
  for (const [name, list] of Object.entries(tense)) mark(list, FLAG[name as keyof typeof tense])
  mark(['to'], FLAG.to)
  mark([','], FLAG.comma)
  const flagsAt: FlagReader = (words, token) => table[words.form[token]?.id ?? 0] ?? 0

  return (words, expression) => {
    const sentence = words.sentences[words.sentence[expression.first] ?? 0] ?? expression
    const after = (): Tense | null => tenseAfter(words, expression.last, sentence.last, flagsAt)
    const before = tenseBefore(words, expression.first, sentence.first, flagsAt)
    if (before === 'once ahead') return after() === 'past' ? 'open' : 'future'
    return before ?? after() ?? 'open'
  }
}

type FlagReader = (words: Words, token: number) => number

/** "The patrol planned for Friday": ahead, unless the clause goes on to say what became of it. */
type TenseBefore = Tense | 'once ahead'

function tenseBefore(words: Words, from: number, first: number, flagsAt: FlagReader): TenseBefore | null {
  for (let i = from - 1; i >= first && i > from - REACH; i--) {
    const flags = flagsAt(words, i)
    if (flags & (FLAG.future | FLAG.modal)) return 'future'
    if (flags & FLAG.boundary) return null
    if (flags & FLAG.ahead || isVerb(words, i)) return tenseOfGroup(words, i, first, flagsAt)
  }
  return null
}

/** Reads a group of verbs from its last word back: "will have been paid", "agreed to meet", "began to fall". */
function tenseOfGroup(words: Words, last: number, first: number, flagsAt: FlagReader): TenseBefore {
  let seen = 0
  let past = false
  let ahead = false
  let helper = false
  for (let i = last; i >= first && i > last - GROUP_REACH; i--) {
    const flags = flagsAt(words, i)
    if (flags & FLAG.future) return 'future'
    if (flags & FLAG.modal) return seen & FLAG.perfect ? 'past' : 'future'
    if (flags & FLAG.back) return ahead ? 'open' : 'past'
    if (seen & FLAG.to && flags & FLAG.plan) return 'future'
    ahead ||= (flags & FLAG.ahead) !== 0
    helper ||= words.tag[i] === TAG.AUX
    if (isVerb(words, i)) past ||= isPast(words, i, flags)
    else if (words.tag[i] !== TAG.ADV && words.tag[i] !== TAG.PART && !(flags & (FLAG.ahead | FLAG.plan | FLAG.to)))
      break
    seen |= flags
  }
  if (ahead) return helper ? 'future' : 'once ahead'
  return past ? 'past' : 'open'
}

/** A clause set in after the expression, "on Friday, when ..., the truce will end", is passed over up to its comma. */
function tenseAfter(words: Words, from: number, last: number, flagsAt: FlagReader): Tense | null {
  let aside = false
  for (let i = from; i < last && i < from + REACH; i++) {
    const flags = flagsAt(words, i)
    if (flags & FLAG.comma) aside = false
    else if (flags & FLAG.boundary) aside = true
    if (aside) continue
    const next = flagsAt(words, i + 1)
    if (flags & FLAG.future) return 'future'
    if (flags & FLAG.modal) return next & FLAG.perfect ? 'past' : 'future'
    if (!isVerb(words, i)) continue
    if (next & (FLAG.future | FLAG.ahead) || (flags & FLAG.plan && next & FLAG.to)) return 'future'
    return isPast(words, i, flags) ? 'past' : 'open'
  }
  return null
}

function isVerb(words: Words, token: number): boolean {
  return words.tag[token] === TAG.VERB || words.tag[token] === TAG.AUX
}

function isPast(words: Words, token: number, flags: number): boolean {
  return (flags & FLAG.past) !== 0 || (words.form[token]?.lower.endsWith('ed') ?? false)
}
