import { z } from '@hono/zod-openapi'
import type { ClaimAmendment } from '../../compose/case/index.ts'
import { ACTS } from '../../model/index.ts'

/** Why a person decides so. */
export const reason = z.string().max(10_000).openapi({ description: 'In words; never empty.' })

/** The state of the record that a write is based on, where `If-Match` does not tell it. */
export const seen = z.int().min(-1).optional().openapi({
  description:
    'The last entry of the log when the person looked; instead of `If-Match` where several things are decided on.',
})

/** The header that tells it. */
export const ifMatch = z.object({
  'if-match': z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'ETag of the report or incident as it was looked at.' }),
})

/** A claim by its report and its index there. */
export const claimReference = z.object({ report: z.string().max(200), claim: z.int().nonnegative() })

const actor = z.string().max(200).nullable().optional()
const count = z.object({ min: z.int().nonnegative(), max: z.int().nonnegative().nullable() }).nullable()

/** What is so instead; members left out stay as they are, null says that none is told. */
export const amendmentSchema = z
  .object({
    act: z.enum(ACTS).optional(),
    modality: z.enum(['asserted', 'denied', 'planned', 'demanded', 'threatened', 'hypothetical']).optional(),
    speaker: actor,
    actor,
    target: actor,
    place: z
      .object({
        name: z.string().max(300),
        lat: z.number().min(-90).max(90),
        lon: z.number().min(-180).max(180),
        radiusMetres: z.number().nonnegative(),
        source: z.string().max(200),
      })
      .nullable()
      .optional(),
    time: z
      .object({
        from: z.string().max(16),
        to: z.string().max(16),
        precision: z.enum(['minute', 'hour', 'day', 'week', 'month', 'year']),
      })
      .nullable()
      .optional(),
    harm: z.object({ killed: count, injured: count }).nullable().optional(),
  })
  .openapi('Amendment')

/** An amendment without the members that were left out. */
export function definedAmendment(amendment: z.infer<typeof amendmentSchema>): ClaimAmendment {
  return Object.fromEntries(Object.entries(amendment).filter(([, value]) => value !== undefined))
}

/** Where a decision stands in the log. */
export const entryOnly = z.object({ entry: z.int() }).openapi('Recorded')

/** Where an incident stands on one axis. */
export const standing = z.object({
  state: z.string(),
  proposed: z
    .object({ state: z.string(), by: z.string() })
    .nullable()
    .openapi({ description: 'Awaits a second person.' }),
})

/** Where an incident stands after a step. */
export const stepTaken = z
  .object({ entry: z.int(), standing: z.object({ validity: standing, responsibility: standing }) })
  .openapi('StepTaken')
