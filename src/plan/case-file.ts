import type { z } from 'zod'

/**
 * A case's file by its schema. `file` names it in messages.
 * @throws TypeError naming the first field that is wrong; a case file is the operator's own, so a fault in it stops the start.
 */
export function parseCaseFile<T>(file: string, schema: z.ZodType<T>, document: unknown): T {
  const parsed = schema.safeParse(document)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new TypeError(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'malformed'}`)
}
