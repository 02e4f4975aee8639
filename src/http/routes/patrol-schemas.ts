import { z } from '@hono/zod-openapi'

const day = z.string().nullable()
const side = z.string().openapi({ description: 'A side’s id; `press` speaks for none.' })
const km = z.number()

/** A part of a road; `fromKm` may be the greater: driven westward. */
export const stretchSchema = z.object({ road: z.string(), fromKm: km, toKm: km })

/** What was decided, and how far the sides consent to it. */
export const decisionLineSchema = z
  .object({
    id: z.string(),
    on: day,
    text: z.string(),
    resolution: z.looseObject({ kind: z.enum(['patrol-plan', 'extension', 'parameters', 'other']) }),
    signatures: z.array(z.object({ side, verdict: z.enum(['signed', 'declined']), on: day })),
    source: z.string().nullable(),
    consent: z.looseObject({ kind: z.enum(['proposed', 'one-side-only', 'declined', 'in-force']) }),
  })
  .openapi('DecisionLine')

/** How one side, or the press, tells of a patrol. */
const accountSchema = z
  .looseObject({ side, outcome: z.string(), says: z.string(), number: z.int().nullable() })
  .openapi('PatrolAccount')

/** A joint patrol of one day on one road, with every account of it. */
export const patrolSchema = z
  .object({
    id: z.string(),
    on: z.string(),
    road: z.string(),
    planned: stretchSchema.nullable(),
    accounts: z.array(accountSchema),
  })
  .openapi('Patrol')

const placeSchema = z.looseObject({ id: z.string(), name: z.string(), km })

/** A road as strips draw it. */
export const roadLineSchema = z.object({
  id: z.string(),
  name: z.string(),
  turningPlaces: z.array(placeSchema),
  places: z.array(placeSchema),
})

/** The patrols of a road with all that was decided and counted. */
export const patrolsSchema = z
  .object({
    road: roadLineSchema,
    stretch: stretchSchema,
    sides: z.array(side),
    patrols: z.array(patrolSchema),
    differing: z.array(z.string()).openapi({ description: 'Patrols that the sides tell differently.' }),
    decisions: z.array(decisionLineSchema),
    statistics: z.looseObject({ obliged: stretchSchema }),
  })
  .openapi('Patrols')

/** The answers to a planner's question. */
export const planSchema = z
  .looseObject({
    request: z.object({ stretch: stretchSchema, departs: z.string() }),
    proposals: z.array(z.looseObject({ allowed: z.boolean(), patrolledKm: km, minutes: z.number() })),
    proposed: z.int().openapi({ description: 'Which of them is proposed. People decide.' }),
    because: z.array(z.string()),
  })
  .openapi('PatrolPlan')

const instant = z.string().nullable().openapi({ description: 'In UTC; null where the track tells none.' })

/** A track as it lies on a road. */
export const driveSchema = z
  .object({
    road: z.string(),
    sha256: z.string().openapi({ description: 'Of the file: give it back when logging, so that just this file is.' }),
    startKm: km.nullable().openapi({ description: 'Null where the track never comes within a kilometre of the road.' }),
    endKm: km.nullable(),
    farthestKm: km.nullable(),
    turnedBack: z.boolean(),
    driven: z.array(z.object({ fromKm: km, toKm: km })).openapi({ description: 'Without overlaps, by km.' }),
    drivenKm: km,
    ofPlannedKm: km.nullable(),
    departed: instant,
    returned: instant,
    stops: z.array(z.object({ km, from: z.string(), minutes: z.number() })).openapi({ description: '5 min or more.' }),
    gaps: z
      .array(z.object({ fromKm: km, toKm: km, minutes: z.number().nullable() }))
      .openapi({ description: 'The track is silent for more than 10 min or 2 km: not counted as driven.' }),
    away: z
      .array(
        z.object({
          leftKm: km.nullable(),
          backKm: km.nullable(),
          from: instant,
          to: instant,
          points: z.int(),
          farthestMetres: z.number(),
        }),
      )
      .openapi({ description: 'Off the road by more than a kilometre: not matched.' }),
    pointsOnRoad: z.int(),
    pointsOffRoad: z.int(),
    dropped: z
      .array(z.object({ why: z.string(), count: z.int(), firstAt: z.int() }))
      .openapi({ description: 'What of the file could not be used.' }),
  })
  .openapi('Drive')
