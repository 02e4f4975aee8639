import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { DEFAULT_CASE } from './load-rules.ts'

/** Who is who, as forms and pages name them. */
export interface ActorLine {
  readonly id: string
  /** Neutral. */
  readonly name: string
  readonly kind: string
  /** The side that they belong to; null where they belong to none. */
  readonly side: string | null
}

const actorsSchema = z.object({
  actors: z.array(z.looseObject({ id: z.string(), name: z.string(), kind: z.string(), side: z.string().optional() })),
})

/**
 * The actors of a case by name, without the words that reports call them by.
 * @throws Error where the file is malformed: it is the operator's own
 */
export function loadActors(caseFolder: string = DEFAULT_CASE): readonly ActorLine[] {
  const { actors } = actorsSchema.parse(parse(readFileSync(join(caseFolder, 'actors.yaml'), 'utf8')))
  return actors
    .map(({ id, name, kind, side }) => ({ id, name, kind, side: side ?? null }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
