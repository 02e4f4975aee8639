import { z } from 'zod'
import { parseDay } from '../../base/calendar.ts'
import { isAct, type Act } from '../../model/index.ts'

/** What several of a case's files are made of. A message says what was expected; the reader adds what it found, and where. */

const DAY = 'a day of the calendar, YYYY-MM-DD'
const ID = 'an id of a-z, 0-9, dots and hyphens'

/** A neutral id: `c3.patrols`. */
export const idField = z.string({ error: ID }).regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, { error: ID })

/** Words that must not be missing. */
export const textField = z.string({ error: 'a text' }).min(1, { error: 'a text' })

/** Day of the calendar; YAML 1.2 keeps it a text. */
export const dayField = z
  .string({ error: DAY })
  .refine((text) => text.length === 10 && parseDay(text) !== null, { error: DAY })

/** A day or, where no day is known, `unknown`. */
export const dayOrUnknown = fieldOf('a day, YYYY-MM-DD, or unknown', (text) => text === 'unknown' || isDay(text))

/** A day of which null stands for "not told". */
export const dayOrNull = dayOrUnknown.nullish().transform((day) => (day === 'unknown' ? null : (day ?? null)))

/** Claims that bear a thing out. */
export const evidenceField = z
  .array(
    z.strictObject({
      report: textField,
      act: fieldOf('the code of an act', isAct).transform((act) => act as Act),
    }),
  )
  .default([])

/** A text of a certain form; `expected` is what a message says. */
export function fieldOf(expected: string, holds: (text: string) => boolean) {
  return z.string({ error: expected }).refine(holds, { error: expected })
}

function isDay(text: string): boolean {
  return text.length === 10 && parseDay(text) !== null
}
