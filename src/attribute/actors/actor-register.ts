import { z } from 'zod'

const actorSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  kind: z.enum([
    'state',
    'ministry',
    'force',
    'armed-group',
    'mechanism',
    'agency',
    'observer',
    'civil',
    'person',
    'international',
  ]),
  side: z.string().optional(),
  names: z.array(z.string().min(1)).default([]),
  source: z.string().optional(),
})

const registerSchema = z.strictObject({ actors: z.array(actorSchema) })

/** One actor of a case: a neutral id and name, what kind of body it is, whose side it belongs to, and all that it is called. */
export type Actor = z.infer<typeof actorSchema>

/** The actors that a case knows. */
export type ActorRegister = readonly Actor[]

/**
 * Checks what was read from a case's actors.yaml.
 * @throws ZodError naming the place and what was expected; RangeError where an id stands twice
 */
export function parseActorRegister(document: unknown): ActorRegister {
  const { actors } = registerSchema.parse(document)
  const seen = new Set<string>()
  for (const { id } of actors) {
    if (seen.has(id)) throw new RangeError(`actors.yaml: the id '${id}' stands twice, expected once`)
    seen.add(id)
  }
  return actors
}
