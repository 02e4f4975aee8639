import { z } from 'zod'
import { ACTS } from '../model/index.ts'

const actorId = z.string().min(1).max(200).nullable()
const count = z.strictObject({ min: z.int().nonnegative(), max: z.int().nonnegative().nullable() })

/**
 * What a person says of a claim instead of what was read; members left out stay as they are, null says that none is told. Speaker, actor and
 * target are ids of the case's actors; `via` is words of the report that name who relays the speaker.
 */
export const amendmentSchema = z
  .strictObject({
    act: z.enum(ACTS),
    modality: z.enum(['asserted', 'denied', 'planned', 'demanded', 'threatened', 'hypothetical']),
    speaker: actorId,
    via: z.string().min(1).max(300).nullable(),
    actor: actorId,
    target: actorId,
    place: z
      .strictObject({
        name: z.string().min(1).max(300),
        lat: z.number().min(-90).max(90),
        lon: z.number().min(-180).max(180),
        radiusMetres: z.number().nonnegative(),
        source: z.string().min(1).max(300),
      })
      .nullable(),
    /** `from` and `to` are inclusive, YYYY-MM-DD or YYYY-MM-DDThh:mm. */
    time: z
      .strictObject({
        from: z.string().max(16),
        to: z.string().max(16),
        precision: z.enum(['minute', 'hour', 'day', 'week', 'month', 'year']),
      })
      .nullable(),
    harm: z.strictObject({ killed: count.nullable(), injured: count.nullable() }).nullable(),
  })
  .partial()
