import { z } from 'zod'
import { WORD_KINDS } from './kinds.ts'
import { MEANING_NAMES } from './meaning-names.ts'

const words = z.record(z.string(), z.number().int())
const list = z.array(z.string()).readonly()

const schema = z.strictObject({
  words: z.record(z.enum(WORD_KINDS), words),
  possessive: z.array(z.enum(WORD_KINDS)).readonly(),
  groups: z.record(z.string().regex(/^[A-Z]+$/), list),
  phrases: z.partialRecord(z.enum(MEANING_NAMES), list),
  tense: z.strictObject({
    future: list,
    modal: list,
    perfect: list,
    ahead: list,
    back: list,
    plan: list,
    past: list,
    boundary: list,
  }),
})

/** The words of time and how they join, as a linguist writes them in data/lexicon/times.yaml. */
export type TimeLexicon = z.infer<typeof schema>

/** Checks what was read from times.yaml. Throws a ZodError that names the place where the file is not as it must be. */
export function parseTimeLexicon(source: unknown): TimeLexicon {
  return schema.parse(source)
}
