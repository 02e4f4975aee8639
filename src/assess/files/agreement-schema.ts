import { z } from 'zod'
import type { Standing } from '../../model/index.ts'
import { actsField } from './acts-field.ts'
import { dayField, dayOrNull, dayOrUnknown, evidenceField, fieldOf, idField, textField } from './fields.ts'
import { confidenceField, zoneSchema } from './zone-schema.ts'

const STANDING = 'public-text, unpublished, or claimed-by SIDE'
const standingField = z
  .string({ error: STANDING })
  .regex(/^(?:public-text|unpublished|claimed-by [a-z0-9-]+)$/, { error: STANDING })
  .transform((word): Standing => {
    if (word === 'public-text' || word === 'unpublished') return { kind: word }
    return { kind: 'one-side', side: word.slice('claimed-by '.length) }
  })

const MOMENT = 'a day, YYYY-MM-DD, or a minute, YYYY-MM-DDThh:mm'
const MOMENT_FORM = String.raw`\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d)?`
const momentField = (words: readonly string[]) => {
  const expected = [MOMENT, ...words].join(', or ')
  return z
    .string({ error: expected })
    .regex(new RegExp(`^(?:${[MOMENT_FORM, ...words].join('|')})$`), { error: expected })
}

const idsField = z.array(idField, { error: 'a list of ids' }).default([])

const exceptionSchema = z.strictObject({ says: textField, acts: actsField, by: idsField, against: idsField })

const everyField = z
  .union([z.int().positive(), z.literal('unknown')], { error: 'a number of days, or unknown' })
  .nullable()
  .default(null)

/** What a clause makes someone do or refrain from. */
const obligationSchema = z.strictObject({
  id: idField,
  clause: idField,
  title: textField,
  says: textField,
  standing: standingField,
  duty: z.enum(['must', 'must-not', 'may'], { error: 'must, must-not or may' }),
  bound: z.array(idField, { error: 'a list of ids' }).min(1, { error: 'at least one actor' }),
  acts: actsField,
  inPart: actsField,
  contrary: actsField,
  hinderedBy: actsField,
  towards: idsField,
  weapons: idsField,
  zone: idField.nullable().default(null),
  term: z.strictObject(
    { from: momentField(['unknown']), to: momentField(['open', 'unknown']) },
    { error: 'from and to' },
  ),
  due: dayOrUnknown.nullable().default(null),
  dueAtLatest: dayField.nullable().default(null),
  everyDays: everyField,
  patrolsOn: idField.nullable().default(null),
  exceptions: z.array(exceptionSchema, { error: 'a list of exceptions' }).default([]),
  evidence: evidenceField,
  source: textField,
})

/** The form of an agreement's file; data/schema/agreement.schema.json publishes it. */
export const agreementSchema = z.strictObject({
  id: idField,
  title: textField,
  signed: dayOrNull,
  source: textField,
  timeZone: fieldOf('the name of a time zone, Asia/Damascus, or unknown', (text) =>
    /^(?:unknown|UTC|[A-Za-z_]+\/[A-Za-z_/+-]+)$/.test(text),
  ).transform((zone) => (zone === 'unknown' ? null : zone)),
  clockSlackMinutes: z.int({ error: 'whole minutes' }).min(0, { error: 'whole minutes' }).default(0),
  sides: z.array(idField, { error: 'a list of ids' }).min(1, { error: 'at least one side' }),
  parties: z
    .array(z.strictObject({ actor: idField, accepted: dayOrNull, source: textField }), { error: 'a list of parties' })
    .min(1, { error: 'at least one party' }),
  guarantors: z
    .array(z.strictObject({ actor: idField, answersFor: idsField, source: textField, confidence: confidenceField }))
    .default([]),
  groups: z
    .array(
      z.strictObject({
        actor: idField,
        stance: z.enum(['accepted', 'refused', 'never-asked', 'unknown'], {
          error: 'accepted, refused, never-asked or unknown',
        }),
        says: textField,
        evidence: evidenceField,
        source: textField,
      }),
    )
    .default([]),
  joint: z
    .array(z.strictObject({ actor: idField, of: z.array(idField).min(2, { error: 'at least two actors' }) }))
    .default([]),
  weapons: z
    .array(
      z.strictObject({
        id: idField,
        name: textField,
        words: z.array(textField).min(1, { error: 'at least one word' }),
      }),
    )
    .default([]),
  zones: z.array(zoneSchema, { error: 'a list of zones' }).default([]),
  clauses: z
    .array(
      z.strictObject({ id: idField, title: textField, says: textField, standing: standingField, source: textField }),
      { error: 'a list of clauses' },
    )
    .min(1, { error: 'at least one clause' }),
  obligations: z
    .array(obligationSchema, { error: 'a list of obligations' })
    .min(1, { error: 'at least one obligation' }),
  amendments: z
    .array(
      z.strictObject({
        decision: idField,
        on: dayField,
        obligation: idField,
        due: dayOrUnknown.nullable().default(null),
        to: momentField(['open', 'unknown']).nullable().default(null),
        zone: idField.nullable().default(null),
      }),
    )
    .default([]),
})

/** The same as JSON Schema (draft 2020-12), for editors of such files. */
export function agreementJsonSchema(): object {
  const schema = z.toJSONSchema(agreementSchema, { io: 'input', target: 'draft-2020-12' })
  return {
    ...schema,
    title: 'An agreement as Truceline reads it',
    $id: 'https://truceline.example/schema/agreement.schema.json',
  }
}
