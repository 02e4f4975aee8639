import { z } from 'zod'
import { parseDay } from '../../base/calendar.ts'
import { isAct, type Act, type Evidence, type Patrol, type PatrolAccount } from '../../model/index.ts'

/** An account as a file or an entry tells it: its claims are named by report and act, since claims are computed anew. */
export type ToldAccount = Omit<PatrolAccount, 'claims'> & { readonly evidence: readonly Evidence[] }

/** A patrol as a file or entries tell it. */
export type ToldPatrol = Omit<Patrol, 'accounts'> & { readonly accounts: readonly ToldAccount[] }

/** Words that must not be missing. */
export const textField = z.string({ error: 'a text' }).min(1, { error: 'a text' })

/** A day of the calendar. */
export const dayField = fieldOf('a day of the calendar, YYYY-MM-DD', (text) => text.length === 10 && isDay(text))

/** Web addresses. */
export const addressesField = z.array(z.url({ protocol: /^https?$/, error: 'an address, https://…' })).default([])

const KM = 'kilometres along the road'

/** Chainage. */
export const kmField = z.number({ error: KM }).min(0, { error: KM })

const OUTCOMES = ['completed', 'shortened', 'cancelled', 'held', 'not-mentioned'] as const

const timeField = fieldOf('a local time, YYYY-MM-DDThh:mm', (text) =>
  /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d$/.test(text) ? isDay(text) : false,
)

const evidenceField = z
  .array(
    z.strictObject({ report: textField, act: fieldOf('the code of an act', isAct).transform((act) => act as Act) }),
  )
  .default([])

/** An account; what is left out is not told. */
export const accountSchema = z.strictObject({
  side: textField,
  number: z.int({ error: 'a whole number' }).positive().nullable().default(null),
  numberNote: textField.nullable().default(null),
  outcome: z.enum(OUTCOMES, { error: OUTCOMES.join(', ') }),
  says: textField,
  reason: textField.nullable().default(null),
  fromKm: kmField.nullable().default(null),
  toKm: kmField.nullable().default(null),
  turnedBackAtKm: kmField.nullable().default(null),
  departed: timeField.nullable().default(null),
  returned: timeField.nullable().default(null),
  incidents: z.array(textField).default([]),
  sources: addressesField,
  evidence: evidenceField,
})

/** What was to be driven. */
export const plannedField = z.strictObject({ fromKm: kmField, toKm: kmField }).nullable().default(null)

function fieldOf(expected: string, holds: (text: string) => boolean) {
  return z.string({ error: expected }).refine(holds, { error: expected })
}

function isDay(text: string): boolean {
  return parseDay(text) !== null
}
