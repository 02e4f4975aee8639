import { z } from 'zod'
import { ACTS, type Act } from '../../model/index.ts'

const words = z.string().transform((text) => text.split(/\s+/).filter(Boolean))
const names = words

/** One way in which an act is told; see data/lexicon/acts.yaml for the meaning of each key. */
const frameSchema = z.strictObject({
  act: z.enum(ACTS as readonly [Act, ...Act[]]),
  verbs: words.optional(),
  nouns: words.optional(),
  subject: names.optional(),
  object: names.optional(),
  any: names.optional(),
  also: names.optional(),
  upon: names.optional(),
  none: names.optional(),
  governor: names.optional(),
  page: names.optional(),
  voice: z.enum(['active', 'passive']).optional(),
  actor: z.string().optional(),
  target: z.string().optional(),
  doer: z.boolean().optional(),
  negated: z.boolean().optional(),
  bare: z.boolean().optional(),
  modality: z.enum(['asserted', 'denied', 'planned', 'demanded', 'threatened', 'hypothetical']).optional(),
  wide: z.boolean().optional(),
  confidence: z.number().min(0).max(1).optional(),
})

const lexiconSchema = z.strictObject({
  irregular: z.array(words),
  nouns: z.record(z.string(), words),
  verbs: z.record(z.string(), words),
  supports: z.strictObject({ doing: words, happening: words, noting: words, ending: words }),
  frames: z.array(frameSchema),
})

/** What a linguist writes of one way to tell an act. */
export type FrameEntry = z.infer<typeof frameSchema>

/** The acts' lexicon as written: word classes, supporting verbs and frames. */
export type ActLexicon = z.infer<typeof lexiconSchema>

/**
 * Checks what was read from data/lexicon/acts.yaml.
 * @throws ZodError naming the place and what was expected
 */
export function parseActLexicon(document: unknown): ActLexicon {
  return lexiconSchema.parse(document)
}
