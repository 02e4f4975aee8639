import { z } from '@hono/zod-openapi'
import { failed, done, type Result } from '../base/result.ts'
import { parseDay } from '../base/calendar.ts'
import { ACTS } from '../model/index.ts'
import type { CaseTools } from '../compose/case/index.ts'
import type { KnownAt } from '../compose/desk/index.ts'
import type { IncidentFilter } from '../store/projections/index.ts'
import type { Refusal } from './problem.ts'

/** A day that the calendar has. */
export const day = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) !== null, 'expected a day, YYYY-MM-DD')

/** As it was known at the end of a day, for whatever is computed from the record. */
export const knownQuery = {
  asOf: day.optional().openapi({
    description: 'As it was known at the end of this day (UTC). The first question about a day takes longer.',
  }),
  basis: z.enum(['recorded', 'published']).default('recorded').openapi({
    description:
      'What "known" means for asOf. recorded: it stood in the log by then. published: its report was out by then, whenever it was recorded.',
  }),
}

/** When a query asks for: null for now. */
export function knownAt({ asOf, basis }: { readonly asOf?: string | undefined; readonly basis: KnownAt['basis'] }) {
  return asOf === undefined ? null : { asOf, basis }
}

const acts = z.string().refine((text) => text.split(',').every((act) => (ACTS as readonly string[]).includes(act)), {
  message: 'expected acts of the record, separated by commas',
})

/** Filters of incidents, the same for list, map, chart and export, so that what is exported is what is seen. All must hold. */
export const incidentQuery = z.object({
  act: acts
    .optional()
    .openapi({ description: 'Any of these acts, separated by commas.', example: 'shelling,air-strike' }),
  actor: z.string().optional().openapi({ description: 'An actor’s id, or a name.' }),
  place: z.string().optional().openapi({ description: 'A place’s name.' }),
  near: z.string().optional().openapi({ description: 'A place of the case, or LAT,LON.', example: 'Saraqib' }),
  km: z.coerce.number().positive().max(1000).default(5).openapi({ description: 'How near.' }),
  box: z
    .string()
    .regex(/^-?[\d.]+(?:,-?[\d.]+){3}$/)
    .optional()
    .openapi({ description: 'West, south, east, north in degrees.', example: '36.0,35.5,37.0,36.1' }),
  road: z.string().optional().openapi({ description: 'A road of the case.', example: 'm4' }),
  fromKm: z.coerce.number().optional().openapi({ description: 'Along the road, from this km on.' }),
  toKm: z.coerce.number().optional().openapi({ description: 'Along the road, up to this km.' }),
  zone: z.string().optional(),
  from: day
    .optional()
    .openapi({ description: 'First day. An incident without a date is in no span of days.', example: '2020-03-15' }),
  to: day.optional().openapi({ description: 'Last day.' }),
  status: z
    .string()
    .optional()
    .openapi({ description: 'Where it stands: alleged, under-verification, verified, refuted, …' }),
  responsibility: z.string().optional(),
  origins: z.coerce
    .number()
    .int()
    .nonnegative()
    .optional()
    .openapi({ description: 'At least so many independent origins.' }),
  ...knownQuery,
})

export type IncidentQuery = z.infer<typeof incidentQuery>

/** The filter that a query means. Fails with `place-unknown` where the place is none of the case’s. */
export function filterOf(query: IncidentQuery, tools: Pick<CaseTools, 'findPlace'>): Result<IncidentFilter, Refusal> {
  const near = query.near === undefined ? undefined : pointOf(query.near, query.km, tools)
  if (near === null) {
    const message = `near: found ${query.near?.slice(0, 80)}, expected a place of the case, or LAT,LON`
    return failed({ code: 'place-unknown', message })
  }
  const [west = 0, south = 0, east = 0, north = 0] = query.box?.split(',').map(Number) ?? []
  const { road, fromKm = 0, toKm = Number.MAX_SAFE_INTEGER } = query
  return done({
    ...(query.act !== undefined && { acts: query.act.split(',') }),
    ...(query.actor !== undefined && { actor: query.actor }),
    ...(query.place !== undefined && { place: query.place }),
    ...(near && { near }),
    ...(query.box !== undefined && { box: [west, south, east, north] as const }),
    ...(road !== undefined && { stretch: { road, fromKm, toKm } }),
    ...(query.zone !== undefined && { zone: query.zone }),
    ...(query.from !== undefined && { from: query.from }),
    ...(query.to !== undefined && { to: query.to }),
    ...(query.status !== undefined && { validity: query.status }),
    ...(query.responsibility !== undefined && { responsibility: query.responsibility }),
    ...(query.origins !== undefined && { minOrigins: query.origins }),
  })
}

/** Null where the name leads nowhere. */
function pointOf(near: string, km: number, tools: Pick<CaseTools, 'findPlace'>): IncidentFilter['near'] | null {
  const pair = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(near)
  if (pair) return { lat: Number(pair[1]), lon: Number(pair[2]), km }
  const place = tools.findPlace?.(near)
  return place ? { lat: place.lat, lon: place.lon, km } : null
}
