import { formatDay, parseDay, type DayNumber, type PlainDate } from '../../base/calendar.ts'
import { distanceMetres } from '../../base/geometry/distance.ts'
import type { Act, ClaimReference, Patrol } from '../../model/index.ts'
import type { Hazard, LocatedClaim } from './hazard.ts'
import type { RiskParameters } from './parameters.ts'
import { isPlaced } from './risk-field.ts'
import { covers, drivenBy } from './watch.ts'

/** What bars a road whatever else speaks for it: civilians in the way, a device that was not cleared, an obstacle. */
export type BarKind = 'crowd' | 'device' | 'obstacle'

/** Something reported that bars a road, until it is reported gone, driven past, or lapses. */
export interface Bar {
  readonly kind: BarKind
  /** Null where it lies off the case's roads: it bars the ways around there. */
  readonly road: string | null
  /** The part that must not be driven, `fromKm` the lesser; null off the roads, or where it is only known to lie somewhere on one. */
  readonly part: { readonly fromKm: number; readonly toKm: number } | null
  /** The ground it takes up; null where it is only known to lie somewhere on the road. */
  readonly around: { readonly lat: number; readonly lon: number; readonly radiusMetres: number } | null
  /** Name of the place; null where none is told. */
  readonly place: string | null
  /** The last day it was reported. */
  readonly reported: PlainDate
  /** The first day on which it no longer bars the road if nothing more is reported. */
  readonly lapses: PlainDate
  readonly incident: string
  readonly claims: readonly ClaimReference[]
}

/** Something that barred a road and no longer does, with the reason. */
export interface LiftedBar {
  readonly bar: Bar
  readonly why:
    | { readonly kind: 'lapsed'; readonly on: PlainDate }
    | { readonly kind: 'cleared'; readonly on: PlainDate; readonly claim: ClaimReference }
    | { readonly kind: 'driven-past'; readonly patrol: string; readonly side: string }
}

const KIND_OF: { readonly [act in Act]?: BarKind } = {
  'patrol-blocked': 'crowd',
  'human-shield': 'crowd',
  'force-on-protesters': 'crowd',
  'ied-mine': 'device',
  'road-cut': 'obstacle',
}

/** Words by which a device is told to have gone off. */
const WENT_OFF = /explo[ds]|detonat|blast|went off|go(?:es)? off|gone off|blew up|blown up/i

/** What bars the roads on a day, and what no longer does, by all hazards and patrols of a record. Refuted incidents, and claims that assert nothing, bar nothing. */
export function barsOn(
  day: DayNumber,
  hazards: readonly Hazard[],
  patrols: readonly Patrol[],
  parameters: RiskParameters,
): { readonly standing: readonly Bar[]; readonly lifted: readonly LiftedBar[] } {
  const standing: Bar[] = []
  const lifted: LiftedBar[] = []
  const clearings = clearingsIn(hazards)
  const bars = hazards.flatMap((hazard) => barsOf(hazard, parameters))
  for (const bar of bars.filter((one) => isTold(one, bars))) {
    const why = liftedBy(bar, day, clearings, patrols, parameters)
    if (why) lifted.push({ bar, why })
    else standing.push(bar)
  }
  return { standing, lifted }
}

/** The bars of one act of an incident, at most one a place. */
function barsOf(hazard: Hazard, parameters: RiskParameters): readonly Bar[] {
  const byKey = new Map<string, Bar>()
  for (const located of hazard.claims) {
    const bar = barOf(hazard, located, parameters)
    if (!bar) continue
    const key = `${bar.kind} ${bar.place ?? ''}`
    const before = byKey.get(key)
    const later = before && before.reported > bar.reported ? before : bar
    byKey.set(key, { ...later, claims: [...(before?.claims ?? []), located.reference] })
  }
  return [...byKey.values()]
}

/** What is told of "somewhere on the road" is no more than what the same report, or the same incident, tells of a place. */
function isTold(bar: Bar, bars: readonly Bar[]): boolean {
  const reports = new Set(bar.claims.map(({ report }) => report))
  const isSame = (one: Bar): boolean =>
    one.incident === bar.incident ? one.kind === bar.kind : one.claims.some(({ report }) => reports.has(report))
  return bar.around !== null || !bars.some((one) => one.road === bar.road && one.part !== null && isSame(one))
}

function barOf(
  hazard: Hazard,
  { claim, day, where, point, reference }: LocatedClaim,
  parameters: RiskParameters,
): Bar | null {
  const kind = KIND_OF[claim.act]
  if (!kind || claim.modality !== 'asserted' || day === null) return null
  // a claim that names no place of its own tells of the incident's
  const [on, at] = where.kind === 'off' && point === null ? [hazard.where, hazard.point] : [where, point]
  if (!isPlaced({ where: on, point: at })) return null
  const wide = (at?.radiusMetres ?? 0) / 1000
  const spent = kind === 'device' && (claim.harm !== null || WENT_OFF.test(claim.quote.text))
  const days = {
    crowd: parameters.crowdLapseDays,
    obstacle: parameters.obstacleLapseDays,
    device: parameters.deviceLapseDays,
  }
  return {
    kind,
    road: on.kind === 'at' ? on.position.road : on.kind === 'somewhere' ? on.road : null,
    part: on.kind === 'at' ? { fromKm: on.position.km - wide, toKm: on.position.km + wide } : null,
    around: on.kind !== 'somewhere' && at ? { lat: at.lat, lon: at.lon, radiusMetres: at.radiusMetres } : null,
    place: on.kind === 'somewhere' ? null : (at?.name ?? null),
    reported: formatDay(day),
    lapses: formatDay(day + (spent ? parameters.spentDeviceDays : days[kind])),
    incident: hazard.incident,
    claims: [reference],
  }
}

interface Clearing {
  readonly day: DayNumber
  readonly located: LocatedClaim
}

function clearingsIn(hazards: readonly Hazard[]): readonly Clearing[] {
  return hazards.flatMap(({ claims }) =>
    claims.flatMap((located) =>
      located.claim.act === 'obstacle-cleared' && located.claim.modality === 'asserted' && located.day !== null
        ? [{ day: located.day, located }]
        : [],
    ),
  )
}

function liftedBy(
  bar: Bar,
  day: DayNumber,
  clearings: readonly Clearing[],
  patrols: readonly Patrol[],
  { clearedWithinMetres }: RiskParameters,
): LiftedBar['why'] | null {
  const reported = parseDay(bar.reported) ?? day
  const cleared = clearings.find(({ day: on, located }) => {
    return on >= reported && on <= day && isNear(bar, located, clearedWithinMetres)
  })
  if (cleared) return { kind: 'cleared', on: formatDay(cleared.day), claim: cleared.located.reference }
  for (const { id, on, road, accounts } of patrols) {
    const driven = road === bar.road && (parseDay(on) ?? 0) > reported && on < formatDay(day)
    const past = driven && accounts.find((account) => wentPast(bar, road, account))
    if (past) return { kind: 'driven-past', patrol: id, side: past.side }
  }
  return bar.lapses <= formatDay(day) ? { kind: 'lapsed', on: bar.lapses } : null
}

/** Near enough to be about it: along the road, or as the crow flies. */
function isNear({ road, part, around }: Bar, { where, point }: LocatedClaim, withinMetres: number): boolean {
  if (where.kind === 'at' && where.position.road === road && part) {
    const { km } = where.position
    const apartKm = km < part.fromKm ? part.fromKm - km : km > part.toKm ? km - part.toKm : 0
    return apartKm * 1000 <= withinMetres
  }
  return around !== null && point !== null && distanceMetres(around, point) <= around.radiusMetres + withinMetres
}

function wentPast({ part }: Bar, road: string, account: Parameters<typeof drivenBy>[1]): boolean {
  const driven = drivenBy(road, account)
  return driven !== null && part !== null && covers(driven, part.fromKm) && covers(driven, part.toKm)
}
