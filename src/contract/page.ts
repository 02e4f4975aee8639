import { z } from 'zod'

const told = z.string().nullish()

/** A page as it comes over the wire: one JSON object a line. `text` is the page as scraped; members not named here are passed over. */
export const pageSchema = z
  .object({
    id: z.string(),
    text: z.string().optional(),
    html: z.string().optional(),
    outlet: told,
    url: told,
    /** ISO date or date-time, or as mail and feeds write it. */
    published: told,
    title: told,
    /** ISO 639-1. */
    language: told,
  })
  .refine(({ text, html }) => (text === undefined) !== (html === undefined), {
    message: 'expected either text or html',
  })

/** A page as it comes over the wire. */
export type WirePage = z.infer<typeof pageSchema>
