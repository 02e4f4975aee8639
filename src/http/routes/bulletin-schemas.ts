import { z } from '@hono/zod-openapi'
import { day } from '../incident-query.ts'

const ids = z.array(z.string())
const claims = z.array(z.object({ report: z.string(), claim: z.int() }))

const sentences = z
  .array(
    z.object({
      text: z.string(),
      cites: z
        .object({ claims, incidents: ids, findings: ids, decisions: ids, patrols: ids })
        .openapi({ description: 'What stands behind it.' }),
    }),
  )
  .openapi('Sentences')

const figureSchema = z.object({
  id: z.string(),
  label: z.string(),
  value: z.int(),
  recompute: z.string().openapi({ description: 'The jq expression over incidents.geojson that gives it again.' }),
  incidents: ids.openapi({ description: 'The first 60 that it counts.' }),
})

/** A bulletin: what it holds beside these members is told in docs/bulletins.md. */
export const bulletinSchema = z
  .looseObject({
    format: z.literal('truceline-bulletin/1'),
    id: z.string(),
    title: z.string(),
    period: z.object({ from: z.string(), to: z.string() }),
    cutOff: z.object({ day: z.string(), time: z.string(), zone: z.string(), instant: z.string() }),
    supersedes: z.string().nullable(),
    summary: sentences,
    figures: z.array(figureSchema),
    clauses: z.array(z.looseObject({ clause: z.string(), title: z.string(), says: z.string() })),
    incidents: z.array(z.looseObject({ id: z.string(), sentence: z.string(), claims })),
    patrols: z.array(z.looseObject({ patrol: z.string(), on: z.string() })),
    decisions: sentences,
    access: sentences,
    coverage: sentences,
    corrections: sentences,
    reports: z.array(z.looseObject({ id: z.string(), outlet: z.string(), url: z.string().nullable() })),
    withheld: z
      .object({ incidents: z.int(), coarsened: z.int() })
      .openapi({ description: 'How much the case’s rules kept out.' }),
  })
  .openapi('Bulletin')

/** A period that ends before it begins is none. */
export const inOrder = [
  ({ day: last, from }: { readonly day: string; readonly from?: string | undefined }) =>
    from === undefined || from <= last,
  { path: ['from'], message: 'expected no day after the last one' },
] as const satisfies Parameters<z.ZodObject<Pick<typeof questionShape, 'day' | 'from'>>['refine']>

/** Which bulletin: the same for drafting and publishing. */
export const questionShape = {
  day: day.openapi({ description: 'The day, or the last day.', example: '2020-03-16' }),
  from: day.optional().openapi({ description: 'First day, for a longer period.' }),
  cutOff: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .default('19:30')
    .openapi({ description: 'Local time up to which reports count.' }),
  basis: z
    .enum(['recorded', 'published'])
    .default('published')
    .openapi({ description: 'What "known" means: recorded by then, or published by then.' }),
}

export const draftSchema = z
  .object({
    bulletin: bulletinSchema,
    sha256: z.string().openapi({ description: 'Over the bulletin; publishing gives it back.' }),
    seen: z.int().openapi({ description: 'The last entry that it was drafted from; publishing gives it back.' }),
  })
  .openapi('BulletinDraft')

export const publishedSchema = z
  .object({
    id: z.string(),
    entry: z.int(),
    at: z.string(),
    by: z.string(),
    sha256: z.string(),
    mediaType: z.string(),
    bulletin: bulletinSchema.nullable().openapi({ description: 'Null where the site’s folder has not got it.' }),
    files: z.array(z.object({ name: z.string(), bytes: z.int() })),
    findings: z
      .array(z.object({ code: z.string(), message: z.string(), file: z.string().nullable() }))
      .openapi({ description: 'What of the files is not what was published; empty if all verifies.' }),
    replacedBy: z.string().nullable(),
  })
  .openapi('PublishedBulletin')
