import { z } from '@hono/zod-openapi'
import type { ZodType } from 'zod'
import type { Context } from 'hono'
import { problem } from './problem.ts'

/** The part of a query that pages through a list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ description: 'How many at most.' }),
  cursor: z.string().max(400).optional().openapi({ description: '`next` of the page before.' }),
}

/** A page of a list. */
export function pageSchema<S extends ZodType>(item: S) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().openapi({ description: 'The cursor of the next page; null on the last.' }),
  })
}

/** Refuses a cursor that no list gave. */
export function refuseCursor(c: Context): Response {
  return problem(c, {
    code: 'cursor-malformed',
    message: 'cursor: found another form, expected `next` of the page before',
  })
}
