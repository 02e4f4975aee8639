import { z } from 'zod'
import type { DropReason } from '../model/index.ts'
import { foldWord } from './fold.ts'

/** How much a phrase proves: alone as part of a short line, at the line's beginning, or anywhere even in a full sentence. */
export type CueStrength = 'word' | 'start' | 'within'

/** A phrase by which a line of boilerplate is known. */
export interface BoilerplateCue {
  readonly reason: DropReason
  readonly strength: CueStrength
  /** Folded words (see `foldWord`). */
  readonly words: readonly string[]
}

/** What a small word proves. */
export const SMALL_WORD = {
  /** English articles, prepositions, pronouns, auxiliaries: what sentences have and labels lack. */
  english: 1,
  /** English with a finite verb: was, has, said. */
  verb: 2,
  /** Of another language, and not English too. */
  foreign: 4,
  /** Turns to the reader: you, your, please. */
  addressing: 8,
} as const

/** A word that the lexicon knows. */
export interface LexiconWord {
  /** Bits of SMALL_WORD. */
  readonly small: number
  /** The cues that begin with it, longer ones first. */
  readonly cues: readonly BoilerplateCue[]
}

/** What a linguist edits about pages: cues of boilerplate, the small words of languages, the names of months. */
export interface BoilerplateLexicon {
  /** What is known of folded words (see `foldWord`). */
  readonly words: ReadonlyMap<string, LexiconWord>
  /** Number (1–12) of a month's name, in full or short, of many languages. */
  readonly months: ReadonlyMap<string, number>
}

const REASONS = [
  'donation',
  'navigation',
  'byline',
  'caption',
  'appeal',
  'share',
  'cookie',
  'related',
  'advertisement',
  'subscription',
  'comments',
  'masthead',
  'disclaimer',
  'metadata',
  'heading',
  'contact',
] as const satisfies readonly DropReason[]

const phrases = z.array(z.string())
const lexiconSchema = z.strictObject({
  cues: z.partialRecord(
    z.enum(REASONS),
    z.strictObject({ word: phrases.default([]), start: phrases.default([]), within: phrases.default([]) }),
  ),
  englishWords: z.string(),
  verbWords: z.string(),
  addressWords: z.string(),
  foreignWords: z.record(z.string(), z.string()),
  months: z.record(z.string(), z.string()),
})

/**
 * Checks and prepares the parsed content of data/lexicon/boilerplate.yaml.
 * @throws ZodError naming the place if the content is not of the shape described at the file's head: the house ships it.
 */
export function parseBoilerplateLexicon(content: unknown): BoilerplateLexicon {
  const raw = lexiconSchema.parse(content)
  return { words: joinWords(indexSmallWords(raw), indexCues(raw.cues)), months: monthsOf(raw.months) }
}

function joinWords(
  small: ReadonlyMap<string, number>,
  cues: ReadonlyMap<string, readonly BoilerplateCue[]>,
): ReadonlyMap<string, LexiconWord> {
  const words = new Set([...small.keys(), ...cues.keys()])
  return new Map([...words].map((word) => [word, { small: small.get(word) ?? 0, cues: cues.get(word) ?? [] }]))
}

function indexSmallWords(raw: z.infer<typeof lexiconSchema>): ReadonlyMap<string, number> {
  const index = new Map<string, number>()
  for (const word of wordsOf(raw.englishWords)) index.set(word, SMALL_WORD.english)
  for (const word of wordsOf(raw.verbWords)) index.set(word, SMALL_WORD.english | SMALL_WORD.verb)
  for (const word of wordsOf(Object.values(raw.foreignWords).join(' '))) {
    if (!index.has(word) && !isLetter(word)) index.set(word, SMALL_WORD.foreign)
  }
  for (const word of wordsOf(raw.addressWords)) index.set(word, (index.get(word) ?? 0) | SMALL_WORD.addressing)
  return index
}

/** A single Latin letter stands for too much else: an initial, half of "U.S." */
function isLetter(word: string): boolean {
  return /^[a-z]$/.test(word)
}

function wordsOf(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/u).map(foldWord))
}

function monthsOf(raw: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(raw).flatMap(([number, names]) => [...wordsOf(names)].map((n) => [n, Number(number)])))
}

type RawCues = z.infer<typeof lexiconSchema>['cues']

function indexCues(raw: RawCues): ReadonlyMap<string, readonly BoilerplateCue[]> {
  const index = new Map<string, BoilerplateCue[]>()
  for (const [reason, byStrength] of Object.entries(raw)) {
    for (const [strength, list] of Object.entries(byStrength)) {
      for (const phrase of list) {
        const words = [...wordsInOrder(phrase)]
        const cue = { reason: reason as DropReason, strength: strength as CueStrength, words }
        const first = words[0] ?? ''
        index.set(
          first,
          [...(index.get(first) ?? []), cue].sort((a, b) => b.words.length - a.words.length),
        )
      }
    }
  }
  return index
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu

function* wordsInOrder(phrase: string): Generator<string> {
  for (const match of phrase.matchAll(WORD)) yield foldWord(match[0])
}
