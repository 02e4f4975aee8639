import type { Vocabulary } from '../../base/words/index.ts'

/** What a function word does in a sentence, as bits; English has a fixed small stock of them. */
export const FUNCTION = {
  relative: 1,
  subordinator: 2,
  coordinator: 4,
  negative: 8,
  future: 16,
  possible: 32,
  necessary: 64,
  be: 128,
  have: 256,
  do: 512,
  to: 1024,
  by: 2048,
  condition: 4096,
  possessive: 8192,
  objectPronoun: 16_384,
  conditional: 32_768,
  quantity: 65_536,
} as const

const WORDS: Readonly<Record<keyof typeof FUNCTION, string>> = {
  relative: 'which who whom whose that',
  subordinator:
    'when while after before because since until till although though whereas where once as if unless that whether so than what why how whenever wherever lest',
  coordinator: 'and or but nor & then yet',
  negative: "not n't never no neither nor nobody none nothing without cannot nowhere hardly",
  future: "will shall 'll wo sha would 'd",
  possible: 'could may might can',
  necessary: 'must should ought need has-to',
  be: "be is are was were been being am 's 're 'm get gets got getting",
  have: "have has had having 've",
  do: 'do does did done doing',
  to: 'to',
  by: 'by',
  condition: 'if unless should were had provided',
  possessive: "its their his her our my your whose 's ' s",
  objectPronoun: 'him them me us himself themselves itself herself',
  conditional: "would 'd",
  quantity: 'all both each some several many most few half one two three four five six seven eight nine ten',
}

/** Function words by vocabulary number. */
export type ClosedClass = (id: number) => number

/** Enters the function words into the vocabulary and answers their bits by number; 0 for any other word. */
export function createClosedClass(vocabulary: Vocabulary): ClosedClass {
  const bits = new Map<number, number>()
  for (const [name, words] of Object.entries(WORDS)) {
    for (const word of words.split(' ')) {
      const id = vocabulary.add(word)
      bits.set(id, (bits.get(id) ?? 0) | FUNCTION[name as keyof typeof FUNCTION])
    }
  }
  const table = new Int32Array(Math.max(0, ...bits.keys()) + 1)
  for (const [id, value] of bits) table[id] = value
  return (id) => (id < table.length ? (table[id] ?? 0) : 0)
}
