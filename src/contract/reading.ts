import { z } from 'zod'
import { ACTS } from '../model/index.ts'

const nullable = {
  string: z.string().nullable(),
  number: z.number().nullable(),
}

/** A passage: `text` is the exact slice `[start, end)`, in UTF-16 code units, of the text that was read. */
const spanShape = {
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
}
const span = z.object(spanShape).readonly()

const speaker = z
  .object({ ...spanShape, kind: z.enum(['named', 'unnamed', 'pronoun']), actor: nullable.string })
  .readonly()

const actor = z.object({ ...spanShape, id: nullable.string }).readonly()

/** All but the span is null where the name leads nowhere known. */
const place = z.union([
  z
    .object({
      ...spanShape,
      name: z.string(),
      lat: z.number(),
      lon: z.number(),
      radiusMetres: z.number(),
      source: z.string(),
    })
    .readonly(),
  z
    .object({
      ...spanShape,
      name: z.null(),
      lat: z.null(),
      lon: z.null(),
      radiusMetres: z.null(),
      source: z.null(),
    })
    .readonly(),
])

/** All but the span is null where the words fix no interval. `from` and `to` are inclusive. */
const time = z.union([
  z
    .object({
      ...spanShape,
      from: z.string(),
      to: z.string(),
      precision: z.enum(['minute', 'hour', 'day', 'week', 'month', 'year']),
    })
    .readonly(),
  z.object({ ...spanShape, from: z.null(), to: z.null(), precision: z.null() }).readonly(),
])

/** A number of persons as told; `max` is null for "at least". */
export const countSchema = z.object({ min: z.number(), max: nullable.number }).readonly()

const statement = z
  .object({
    content: z.array(span).readonly(),
    speaker: speaker.nullable(),
    cue: span.nullable(),
    via: span.nullable(),
    manner: z.enum(['direct', 'indirect', 'mixed', 'own-voice']),
  })
  .readonly()

/** One act asserted, denied, planned, demanded, threatened or supposed; all spans are slices of the report’s text. */
export const claimSchema = z
  .object({
    act: z.enum(ACTS),
    modality: z.enum(['asserted', 'denied', 'planned', 'demanded', 'threatened', 'hypothetical']),
    quote: span,
    statement: z.int().nonnegative().nullable(),
    speaker: speaker.nullable(),
    via: span.nullable(),
    actor: actor.nullable(),
    target: actor.nullable(),
    place: place.nullable(),
    time: time.nullable(),
    harm: z.object({ killed: countSchema.nullable(), injured: countSchema.nullable() }).readonly().nullable(),
    rule: z.string(),
    confidence: z.number().min(0).max(1),
  })
  .readonly()

const report = z
  .object({
    title: nullable.string,
    outlet: nullable.string,
    published: nullable.string,
    /** ISO 639-1. */
    language: z.string(),
    /** Only where the receiver does not hold the text that offsets count in: read from HTML, PDF or another encoding. */
    text: z.string().optional(),
    dropped: z.array(z.object({ ...spanShape, why: z.string() }).readonly()).readonly(),
  })
  .readonly()

/** What one report says, as it goes over the wire. */
export const readingSchema = z
  .object({
    id: z.string(),
    report,
    statements: z.array(statement).readonly(),
    places: z.array(place).readonly(),
    times: z.array(time).readonly(),
    claims: z.array(claimSchema).readonly(),
  })
  .readonly()

/** What one report says, as it goes over the wire. */
export type WireReading = z.infer<typeof readingSchema>
