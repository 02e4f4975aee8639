import { z } from 'zod'
import { ACTS, type Act, type Modality } from '../../model/index.ts'
import { stemOf } from './stem.ts'

/** Words only, or cooperation or conflict in words or in deeds: the quad classes of CAMEO and PLOVER. */
export type EventClass = 0 | 1 | 2 | 3 | 4

/** A kind of event that a brief may tell, with the act of the record nearest to it. */
export interface EventKind {
  readonly name: string
  /** Position in the lexicon, from 1; the same number in every run. */
  readonly number: number
  /** Null: the kind is no act. */
  readonly act: Act | null
  /** Whether the words say this very act; otherwise it is only the nearest code. */
  readonly exact: boolean
  /** How the kind itself sets its act, null where its clause decides. */
  readonly modality: Modality | null
  readonly class: EventClass
}

/** A word that tells a kind of event, alone or with another within the next few words. */
export interface EventWord {
  readonly kind: EventKind
  /** Stem that must follow soon; null if none need. */
  readonly second: string | null
}

/** The kinds of event by the stems of the words that tell them. */
export interface BriefLexicon {
  readonly kinds: readonly EventKind[]
  readonly words: ReadonlyMap<string, readonly EventWord[]>
}

const kindSchema = z.strictObject({
  act: z.enum(['none', ...ACTS]),
  exact: z.boolean().default(false),
  modality: z.enum(['demanded', 'planned', 'threatened']).nullable().default(null),
  class: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  words: z.string().min(1),
})

/**
 * Checks what was read from data/lexicon/briefs.yaml.
 * @throws ZodError naming the place and what was expected
 */
export function parseBriefLexicon(document: unknown): BriefLexicon {
  const entries = Object.entries(z.record(z.string(), kindSchema).parse(document))
  const words = new Map<string, EventWord[]>()
  const kinds = entries.map(([name, entry], i): EventKind => {
    const { act, exact, modality } = entry
    const kind = { name, number: i + 1, act: act === 'none' ? null : act, exact, modality, class: entry.class }
    for (const word of entry.words.split(/\s+/)) enterWord(words, word, kind)
    return kind
  })
  return { kinds, words }
}

function enterWord(words: Map<string, EventWord[]>, word: string, kind: EventKind): void {
  const [first = '', second] = word.split('_')
  const stem = stemOf(first)
  const list = words.get(stem) ?? []
  if (list.length === 0) words.set(stem, list)
  list.push({ kind, second: second === undefined ? null : stemOf(second) })
}
