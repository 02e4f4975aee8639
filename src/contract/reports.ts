import { z } from 'zod'
import { readingSchema } from './reading.ts'

/** A report as lists show it. */
export const reportLineSchema = z
  .object({
    id: z.string(),
    /** The entry that received it. */
    entry: z.int(),
    /** Where it came from: an address, a file. */
    source: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    url: z.string().nullable(),
    published: z.string().nullable(),
    language: z.string(),
    claims: z.int(),
    /** How often it came in, the first time included. */
    sightings: z.int(),
  })
  .readonly()

/** An entry of the log as histories show it: everything but the page itself. */
export const entrySchema = z
  .object({
    index: z.int(),
    kind: z.string(),
    at: z.string(),
    /** A person's id, or the name of the part of the program. */
    by: z.string(),
    body: z.record(z.string(), z.unknown()),
    /** What it commits to and may be opened by those who may: names only. */
    sealed: z.array(z.string()),
  })
  .readonly()

/** An entry of the log as histories show it. */
export type WireEntry = z.infer<typeof entrySchema>

/** A report as it was read, with its text, where its claims went and what people said of them. */
export const reportFileSchema = z
  .object({
    reading: readingSchema,
    incidents: z.array(z.object({ claim: z.int(), incident: z.string(), role: z.enum(['news', 'recall']) }).readonly()),
    history: z.array(entrySchema),
  })
  .readonly()

/** What came of pages that were brought in. */
export const takenInSchema = z
  .object({
    received: z.int(),
    /** Pages that the record had from elsewhere. */
    sighted: z.int(),
    /** Pages that the record had from the same source. */
    unchanged: z.int(),
    failed: z.int(),
    /** Ids of the reports, whether new or held before. */
    reports: z.array(z.string()),
    failures: z.array(z.object({ from: z.string(), code: z.string(), message: z.string() })),
  })
  .readonly()
