import { z } from 'zod'
import { dayOrNull, idField, textField } from './fields.ts'

const METRES = 'metres, above 0'
const metresField = z.number({ error: METRES }).positive({ error: METRES })

const POSITION = '[longitude, latitude] in degrees'
const positionField = z.tuple(
  [
    z.number({ error: POSITION }).min(-180, { error: POSITION }).max(180, { error: POSITION }),
    z.number({ error: POSITION }).min(-90, { error: POSITION }).max(90, { error: POSITION }),
  ],
  { error: POSITION },
)

const RING = 'a ring of at least four positions whose last is the first'
const ringField = z
  .array(positionField, { error: RING })
  .refine((ring) => ring.length >= 4 && String(ring[0]) === String(ring.at(-1)), { error: RING })

const placeField = idField.nullable()

const shapeField = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('polygon'),
      rings: z.array(ringField, { error: 'a list of rings' }).min(1, { error: 'at least one ring' }),
    }),
    z.strictObject({
      kind: z.literal('road-corridor'),
      road: idField,
      metres: metresField,
      between: z.tuple([placeField, placeField], { error: 'two places of the case' }).default([null, null]),
    }),
    z.strictObject({
      kind: z.literal('line-corridor'),
      line: z.array(positionField, { error: 'a list of positions' }).min(2, { error: 'at least two positions' }),
      metres: metresField,
    }),
    z.strictObject({
      kind: z.literal('side-of-road'),
      road: idField,
      side: z.enum(['north', 'south', 'east', 'west'], { error: 'north, south, east or west' }),
      zone: idField,
    }),
    z.strictObject({ kind: z.literal('unknown'), why: textField }),
  ],
  { error: 'kind polygon, road-corridor, line-corridor, side-of-road or unknown' },
)

/** How sure the file's editors are. */
export const confidenceField = z.enum(['high', 'medium', 'low'], { error: 'high, medium or low' })

/** A zone, drawn or derived. */
export const zoneSchema = z.strictObject({
  id: idField,
  name: textField,
  shape: shapeField,
  uncertaintyMetres: z.number({ error: 'metres from 0' }).min(0, { error: 'metres from 0' }).default(0),
  places: z
    .array(z.string({ error: 'case:PLACE' }).regex(/^case:[a-z0-9-]+$/, { error: 'case:PLACE' }), {
      error: 'a list of places',
    })
    .default([]),
  from: dayOrNull,
  to: dayOrNull,
  source: textField,
  confidence: confidenceField,
})
