import { CATEGORY, type Expression, type SplitRules } from './split-rules.ts'
import { splitWord, type WordPart, type WordRules } from './split-word.ts'

/** A token cut from a chunk. */
export interface Cut {
  readonly text: string
  /** What it looks like, for where the lexicon lacks it. */
  readonly category: number
  /** Whether it falls into parts if it is a contraction. */
  readonly expands: boolean
}

/** Cuts a chunk of text that holds no white space. */
export type Splitter = (chunk: string) => readonly Cut[]

interface Pattern {
  readonly expression: RegExp
  readonly category: number
}

/**
 * A splitter by the model's rules. A chunk that the lexicon knows or that looks like one token stays whole; else marks at its ends
 * are cut off; if what is left is no token either, tokens are looked for inside it, kind by kind.
 */
export function createSplitter(rules: SplitRules, isKnown: (spelling: string) => boolean): Splitter {
  const patternsOf = (rows: SplitRules['whole']): readonly Pattern[] =>
    rows.map(([source, flags, category]) => ({ expression: new RegExp(source, flags), category }))
  const compile = ([source, flags]: Expression) => new RegExp(source, flags)
  const whole = patternsOf(rules.whole)
  const inner = patternsOf(rules.inner)
  const [marked, opened, enclosed] = [compile(rules.marked), compile(rules.opened), compile(rules.enclosed)]
  const words: WordRules = {
    isKnown,
    keptPrefixes: new Set(rules.keptPrefixes),
    keptSuffixes: new Set(rules.keptSuffixes),
  }
  const categoryOf = (text: string) =>
    whole.find(({ expression }) => expression.test(text))?.category ?? CATEGORY.unknown

  const split = (chunk: string): readonly Cut[] =>
    isKnown(chunk) ? [known(chunk)] : splitByCategory(chunk, categoryOf(chunk))

  const splitByCategory = (text: string, category: number): readonly Cut[] => {
    if (category === CATEGORY.unknown) return splitMarks(text) ?? splitInside(text, 0)
    return category === CATEGORY.wordAndMark ? splitLastMark(text) : [cut(text, category)]
  }

  /** Null where what stands between the marks is no token by itself. */
  const splitMarks = (text: string): readonly Cut[] | null => {
    const parts = partsOf(marked, text, '') ?? partsOf(opened, text) ?? partsOf(enclosed, text)
    if (!parts) return null
    const [before, middle, after] = parts
    const category = isKnown(middle) ? null : categoryOf(middle)
    if (category === CATEGORY.unknown) return null
    const tokens = category === null ? [known(middle)] : splitByCategory(middle, category)
    return [...markOf(before), ...tokens, ...markOf(after)]
  }

  /** Cuts out what looks like the kind of token at `level`; what remains is looked through at the next. */
  const splitInside = (text: string, level: number): readonly Cut[] => {
    const pattern = inner[level]
    if (!pattern) return [cut(text, CATEGORY.unknown)]
    const cuts: Cut[] = []
    const trimmed = text.trim()
    let from = 0
    const remain = (to: number) => {
      const between = trimmed.slice(from, to).trim()
      if (between !== '') cuts.push(...splitInside(between, level + 1))
    }
    for (const { 0: token, index } of trimmed.matchAll(pattern.expression)) {
      remain(index)
      if (pattern.category === CATEGORY.word) cuts.push(...splitWord(token, words).map(partCut))
      else cuts.push({ text: token, category: pattern.category, expands: true })
      from = index + token.length
    }
    remain(trimmed.length)
    return cuts
  }

  return split
}

/** What stands before, between and behind the marks at the ends of a text. */
type Parts = readonly [before: string, middle: string, after: string]

function partsOf(expression: RegExp, text: string, before?: ''): Parts | null {
  const groups = expression.exec(text)
  if (!groups) return null
  const [first = '', second = '', third = ''] = groups.slice(1)
  return before === undefined ? [first, second, third] : [before, first, second]
}

function known(text: string): Cut {
  return { text, category: CATEGORY.word, expands: true }
}

function cut(text: string, category: number): Cut {
  return { text, category, expands: false }
}

function partCut({ text, isMark }: WordPart): Cut {
  return { text, category: isMark ? CATEGORY.punctuation : CATEGORY.word, expands: true }
}

function markOf(text: string): readonly Cut[] {
  return text === '' ? [] : [cut(text, CATEGORY.punctuation)]
}

/** "word." is two tokens; one letter and a full stop are an initial. */
function splitLastMark(text: string): readonly Cut[] {
  if (text.length === 2 && text.endsWith('.')) return [cut(text, CATEGORY.word)]
  return [cut(text.slice(0, -1), CATEGORY.word), ...markOf(text.slice(-1))]
}
