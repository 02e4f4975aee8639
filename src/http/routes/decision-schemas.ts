import { z } from '@hono/zod-openapi'
import type { ClaimAmendment } from '../../compose/case/index.ts'
import { amendmentSchema as amendment } from '../../contract/index.ts'
import { named } from '../route.ts'

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

/** What is so instead, in the contract's form. */
export const amendmentSchema = named('Amendment', amendment)

/** An amendment without the members that were left out. */
export function definedAmendment(told: z.infer<typeof amendmentSchema>): ClaimAmendment {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
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
