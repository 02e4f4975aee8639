import { z } from 'zod'
import { ACTS } from '../model/index.ts'
import { claimSchema, countSchema } from './reading.ts'

const place = z
  .object({ name: z.string(), lat: z.number(), lon: z.number(), radiusMetres: z.number(), source: z.string() })
  .readonly()

const time = z
  .object({ from: z.string(), to: z.string(), precision: z.enum(['minute', 'hour', 'day', 'week', 'month', 'year']) })
  .readonly()

const harm = z.object({ killed: countSchema.nullable(), injured: countSchema.nullable() }).readonly()

const standing = {
  validity: z.string(),
  responsibility: z.string(),
  road: z.string().nullable(),
  chainageKm: z.number().nullable(),
}

/** An incident as lists show it: counts instead of what is counted. */
export const incidentLineSchema = z
  .object({
    id: z.string(),
    act: z.enum(ACTS),
    time: time.nullable(),
    place: place.nullable(),
    claims: z.int(),
    /** How many independent origins. */
    origins: z.int(),
    contradictions: z.int(),
    ...standing,
  })
  .readonly()

/** An incident as lists show it. */
export type WireIncidentLine = z.infer<typeof incidentLineSchema>

/** An incident with each origin's version, what contradicts what, and every claim in its report. */
export const incidentSchema = z
  .object({
    id: z.string(),
    act: z.enum(ACTS),
    time: time.nullable(),
    place: place.nullable(),
    ...standing,
    independentOrigins: z.int(),
    origins: z
      .array(
        z.object({ speaker: z.string(), statement: z.string(), reports: z.array(z.string()).readonly() }).readonly(),
      )
      .readonly(),
    contradictions: z
      .array(
        z
          .object({
            field: z.enum(['act', 'harm', 'place', 'time', 'modality', 'actor']),
            between: z.tuple([z.int(), z.int()]).readonly(),
            values: z.array(z.union([z.string(), harm, time, place])).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    claims: z
      .array(
        z
          .object({
            report: z.string(),
            claim: z.int().nonnegative(),
            /** recall: it looks back on the incident in a report about something else, and is no witness. */
            role: z.enum(['news', 'recall']),
            words: claimSchema,
            from: z
              .object({
                title: z.string().nullable(),
                outlet: z.string().nullable(),
                url: z.string().nullable(),
                published: z.string().nullable(),
                language: z.string(),
              })
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()

/** An incident with all its claims. */
export type WireIncident = z.infer<typeof incidentSchema>
