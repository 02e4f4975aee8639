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

/** What a linguist edits about pages: cues of boilerplate, the small words of languages, the names of months. */
export interface BoilerplateLexicon {
  /** Cues by their first word, longer ones first. */
  readonly cues: ReadonlyMap<string, readonly BoilerplateCue[]>
  /** English articles, prepositions, pronouns, auxiliaries: what sentences have and labels lack. */
  readonly englishWords: ReadonlySet<string>
  /** The same of the other languages, without those that English has too. */
  readonly foreignWords: ReadonlySet<string>
  /** Those of the English words that mark a sentence with a finite verb: was, has, said. */
  readonly verbWords: ReadonlySet<string>
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
  foreignWords: z.record(z.string(), z.string()),
  months: z.record(z.string(), z.string()),
})

/**
 * Checks and prepares the parsed content of data/lexicon/boilerplate.yaml.
 * @throws ZodError naming the place if the content is not of the shape described at the file's head: the house ships it.
 */
export function parseBoilerplateLexicon(content: unknown): BoilerplateLexicon {
  const raw = lexiconSchema.parse(content)
  const englishWords = wordsOf(raw.englishWords)
  const verbWords = wordsOf(raw.verbWords)
  const foreign = [...wordsOf(Object.values(raw.foreignWords).join(' '))]
  return {
    cues: indexCues(raw.cues),
    englishWords: new Set([...englishWords, ...verbWords]),
    foreignWords: new Set(foreign.filter((word) => !isLetter(word) && !englishWords.has(word) && !verbWords.has(word))),
    verbWords,
    months: monthsOf(raw.months),
  }
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
