import { z } from 'zod'
import { parseDay, type PlainDate } from '../../base/calendar.ts'
import type { Patrol } from '../../model/index.ts'
import { parseCaseFile } from '../case-file.ts'

/** Something that bears on the patrols and happened between them: a refusal, a sit-in cleared, a suspension. */
export interface Interlude {
  readonly on: PlainDate
  /** In our own words. */
  readonly says: string
  /** Addresses. */
  readonly sources: readonly string[]
}

const DAY = z.string().refine((text) => text.length === 10 && parseDay(text) !== null, 'expected a day, YYYY-MM-DD')
const TIME = z
  .string()
  .refine((text) => /^.{10}T\d\d:\d\d$/.test(text) && parseDay(text) !== null, 'expected YYYY-MM-DDThh:mm')
const ADDRESSES = z.array(z.url({ protocol: /^https?$/ }))

/** Decodes an account as case files and entries of kind `patrol-log` hold it; what is left out is not told. */
export const PATROL_ACCOUNT = z
  .strictObject({
    side: z.string().min(1),
    number: z.int().positive().nullable().default(null),
    numberNote: z.string().nullable().default(null),
    outcome: z.enum(['completed', 'shortened', 'cancelled', 'held', 'not-mentioned']),
    says: z.string().min(1),
    reason: z.string().nullable().default(null),
    fromKm: z.number().nonnegative().nullable().default(null),
    toKm: z.number().nonnegative().nullable().default(null),
    turnedBackAtKm: z.number().nonnegative().nullable().default(null),
    departed: TIME.nullable().default(null),
    returned: TIME.nullable().default(null),
    incidents: z.array(z.string()).default([]),
    sources: ADDRESSES.default([]),
    claims: z.array(z.strictObject({ report: z.string(), claim: z.int().nonnegative() })).default([]),
  })
  .readonly()

const PLANNED = z.strictObject({ fromKm: z.number().nonnegative(), toKm: z.number().nonnegative() })

const PATROL = z.strictObject({
  id: z.string().regex(/^\d{4}-\d\d-\d\d-[a-z0-9-]+$/, 'expected a day and a road, 2020-03-15-m4'),
  on: DAY,
  road: z.string().min(1),
  planned: PLANNED.nullable().default(null),
  accounts: z.array(PATROL_ACCOUNT).default([]),
})

const INTERLUDE = z.strictObject({ on: DAY, says: z.string().min(1), sources: ADDRESSES })

const FILE = z.strictObject({ patrols: z.array(PATROL), between: z.array(INTERLUDE).default([]) })

/**
 * Reads a case's `patrols.yaml`, parsed: the patrols in the order of their days.
 * @throws TypeError naming the field that is wrong
 */
export function parsePatrols(document: unknown): readonly Patrol[] {
  const { patrols } = parseCaseFile('patrols', FILE, document)
  for (const [i, { id, on, road, accounts }] of patrols.entries()) {
    if (!id.startsWith(`${on}-${road}`)) throw new TypeError(`patrols.${i}: found id ${id}, expected ${on}-${road}`)
    if (patrols.findIndex((other) => other.id === id) < i) throw new TypeError(`patrols.${i}: ${id} stands twice`)
    const sides = accounts.map(({ side }) => side).filter((side) => side !== 'press')
    if (new Set(sides).size < sides.length) throw new TypeError(`patrols.${i}: ${id}: a side has two accounts`)
  }
  return patrols
    .map(({ planned, ...patrol }) => ({ ...patrol, planned: planned && { road: patrol.road, ...planned } }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/**
 * Reads what `patrols.yaml` tells beside the patrols, in the order of the days.
 * @throws TypeError naming the field that is wrong
 */
export function parseInterludes(document: unknown): readonly Interlude[] {
  return parseCaseFile('patrols', FILE, document).between.toSorted((a, b) => (a.on < b.on ? -1 : 1))
}
