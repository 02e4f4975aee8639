import { parse } from 'yaml'
import type { Vocabulary } from '../../base/words/index.ts'
import { LINK_WORDS } from './link-words.ts'

/** How a cue sets what is said: told, denied, demanded and so on; later stages make the modality of it. */
export type CueKind = (typeof CUE_KINDS)[number]

/** Every kind of cue; `other` is a cue that only the model knows. The place in the list is the kind's code. */
export const CUE_KINDS = [
  'other',
  'say',
  'deny',
  'demand',
  'threaten',
  'plan',
  'accuse',
  'suppose',
  'ask',
  'decide',
  'want',
] as const

/** The cue words of the lexicon by vocabulary number. */
export interface CueLexicon {
  /** For each vocabulary number the kind's code: its place in CUE_KINDS, plus NOUN_CUE for nouns; 0 for no cue. */
  readonly kindOf: Uint8Array
  /** For each vocabulary number 1 if the word means a medium that relays. */
  readonly relay: Uint8Array
  /** For each vocabulary number the number of the link word in LINK_WORDS, from 1; 0 for no link. */
  readonly linkOf: Uint8Array
}

/** Added to a kind's code for nouns. */
export const NOUN_CUE = 16

interface KindEntry {
  readonly verbs?: readonly string[]
  readonly nouns?: readonly string[]
  readonly words?: readonly string[]
}

/**
 * Reads the cue lexicon (data/lexicon/cues.yaml) and puts its forms into the vocabulary; call it before words are read.
 * Throws TypeError where the file is no mapping of kinds.
 */
export function parseCueLexicon(yaml: string, vocabulary: Vocabulary): CueLexicon {
  const file: unknown = parse(yaml)
  if (typeof file !== 'object' || file === null) throw new TypeError('cues.yaml: expected a mapping of kinds')
  const entries = file as Record<string, KindEntry> & { irregular?: Record<string, readonly string[]> }
  const kinds = new Map<number, number>()
  const put = (word: string, code: number) => {
    const id = vocabulary.add(word.toLowerCase())
    if (!kinds.has(id)) kinds.set(id, code)
  }
  for (const [code, kind] of CUE_KINDS.entries()) {
    const entry = entries[kind]
    for (const verb of entry?.verbs ?? [])
      for (const form of inflectVerb(verb, entries.irregular?.[verb])) put(form, code)
    for (const word of entry?.words ?? []) put(word, code)
  }
  for (const [code, kind] of CUE_KINDS.entries()) {
    for (const noun of entries[kind]?.nouns ?? []) for (const form of [noun, pluralOf(noun)]) put(form, code + NOUN_CUE)
  }
  const relays = (entries['relays'] ?? {}) as { words?: readonly string[]; names?: readonly string[] }
  const relayIds = [...(relays.words ?? []), ...(relays.names ?? [])].map((word) => vocabulary.add(word))
  const links = LINK_WORDS.map((word, n) => [vocabulary.add(word), n + 1] as const)
  const size = vocabulary.size()
  return {
    kindOf: tableOf(kinds, size),
    relay: tableOf(new Map(relayIds.map((id) => [id, 1])), size),
    linkOf: tableOf(new Map(links), size),
  }
}

function tableOf(entries: ReadonlyMap<number, number>, size: number): Uint8Array {
  const table = new Uint8Array(size)
  for (const [id, value] of entries) table[id] = value
  return table
}

/** The forms of a verb: base, third person, past, -ing, participle. */
function inflectVerb(base: string, irregular: readonly string[] | undefined): readonly string[] {
  if (irregular) return [base, ...irregular]
  if (/[^aeiou]y$/.test(base)) return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`]
  if (base.endsWith('e')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`]
  return [base, pluralOf(base), `${base}ed`, `${base}ing`]
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}
