import { KIND, type Kind } from './kinds.ts'
import type { TimeLexicon } from './lexicon.ts'
import type { MeaningName } from './meaning-names.ts'

/** One way to say a time. */
export interface PhraseRule {
  readonly means: MeaningName
  /** How many atoms in front must stand there but are no part of the expression. */
  readonly lead: number
}

/** The phrases of a lexicon as a net: from node 0, along the kinds of the words, to the nodes where a phrase ends. */
export interface PhraseNet {
  readonly rules: readonly PhraseRule[]
  /** For each node, where a word of a kind leads. */
  readonly steps: readonly (readonly (readonly [kind: number, node: number])[])[]
  /** For each node, where one comes without any word. */
  readonly free: readonly (readonly number[])[]
  /** The rule that ends in a node. */
  readonly ends: ReadonlyMap<number, number>
}

/** Groups in groups in groups: deeper ones are a circle. */
const MAX_DEPTH = 6

/** Lays out all phrases. Throws a SyntaxError that names the phrase and the word in it that is neither kind nor group. */
export function layOutPhrases({ groups, phrases }: Pick<TimeLexicon, 'groups' | 'phrases'>): PhraseNet {
  const steps: [number, number][][] = [[]]
  const free: number[][] = [[]]
  const rules: PhraseRule[] = []
  const ends = new Map<number, number>()
  const addNode = (): number => free.push([]) && steps.push([]) - 1

  const layWords = (words: readonly string[], from: number, depth: number): number =>
    words.reduce((node, word) => layWord(word, node, depth), from)

  const layWord = (word: string, from: number, depth: number): number => {
    const to = addNode()
    if (word.endsWith('?')) free[from]?.push(to)
    const name = word.replace(/^\(|[)?]$/g, '')
    const group = depth < MAX_DEPTH ? groups[name] : undefined
    for (const alternative of group ?? []) free[layWords(alternative.split(' '), from, depth + 1)]?.push(to)
    if (!group) steps[from]?.push([kindOf(name), to])
    return to
  }

  for (const [means, list] of Object.entries(phrases)) {
    for (const phrase of list) {
      const words = phrase.split(' ')
      const lead = words.findIndex((word) => !word.startsWith('('))
      ends.set(layWords(words, 0, 0), rules.push({ means: means as MeaningName, lead }) - 1)
    }
  }
  return { rules, steps, free, ends }
}

function kindOf(name: string): number {
  const kind = KIND[name as Kind]
  if (!kind) throw new SyntaxError(`in the phrases of time "${name}" is neither a kind of word nor a group`)
  return kind
}
