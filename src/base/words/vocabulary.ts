/** Lexicon words get small dense numbers here, so that every lexicon can look a word up in a typed array instead of a map. */
export interface Vocabulary {
  /** The number of a word, given in lower case with straight apostrophes; makes one if it has none. Numbers begin at 1. */
  readonly add: (word: string) => number
  /** The number of a word, 0 if no lexicon has it. */
  readonly find: (word: string) => number
  /** One more than the largest number given. */
  readonly size: () => number
}

/** An empty vocabulary. Load every lexicon into it before reading words with it. */
export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>()
  return {
    add: (word) => {
      const known = numbers.get(word)
      if (known !== undefined) return known
      numbers.set(word, numbers.size + 1)
      return numbers.size
    },
    find: (word) => numbers.get(word) ?? 0,
    size: () => numbers.size + 1,
  }
}
