import { done, failed, type Result } from '../../base/result.ts'
import type { PlainDate } from '../../base/calendar.ts'
import type { Decision, Patrol, Road, RoadPlace, Stretch } from '../../model/index.ts'
import {
  consentOf,
  countPatrols,
  differencesOf,
  incidentsOn,
  locatePlace,
  type ConsentState,
  type PatrolPlan,
  type PatrolStatistics,
} from '../../plan/index.ts'
import { findIncidents, type FoundIncident } from '../../store/projections/index.ts'
import { loadPlanner, sidesOf, type PatrolFailure, type Planner } from '../patrols/index.ts'
import type { Desk } from './open-desk.ts'
import type { KnownAt } from './record-at.ts'
import { recordNow } from './record-now.ts'

/** A road as pages draw it: its turning places, and places of the case that lie on it by km. */
export interface RoadLine extends Pick<Road, 'id' | 'name' | 'turningPlaces'> {
  readonly places: readonly Pick<RoadPlace, 'id' | 'name' | 'km'>[]
}

/** A decision and how far the sides consent to it. */
export type DecisionLine = Decision & { readonly consent: ConsentState }

/** The patrols of a road with all that was decided and counted. */
export interface PatrolsView {
  readonly road: RoadLine
  /** What patrols are to drive. */
  readonly stretch: Stretch
  readonly sides: readonly string[]
  readonly patrols: readonly Patrol[]
  /** Ids of those that the sides tell differently. */
  readonly differing: readonly string[]
  readonly decisions: readonly DecisionLine[]
  readonly statistics: PatrolStatistics
}

/** One patrol with all about it. */
export interface PatrolFile extends Pick<PatrolsView, 'road' | 'sides' | 'decisions'> {
  readonly patrol: Patrol
  readonly differences: ReturnType<typeof differencesOf>
  readonly incidents: readonly FoundIncident[]
}

/** How near a place must lie to be named along the road, in metres. */
const ALONG_METRES = 3000

const PLANNERS = new Map<string, Result<Planner, PatrolFailure>>()

/** The patrols of a road (Default: the case's first), as they are told or as they were known; fails with `road-unknown` or `case-unreadable`. */
export async function patrolsOf(
  desk: Desk,
  roadId?: string,
  at: KnownAt | null = null,
): Promise<Result<PatrolsView, PatrolFailure>> {
  const found = roadOf(desk, roadId)
  if (!found.ok) return found
  const { road, planner } = found.value
  const record = await recordNow(desk, at)
  const patrols = record.patrols.filter((patrol) => patrol.road === road.id)
  const sides = sidesOf(record)
  const stretch = usualStretch(road, patrols)
  return done({
    road: lineOf(road, planner),
    stretch,
    sides,
    patrols,
    differing: patrols.filter((patrol) => differencesOf(patrol).length > 0).map(({ id }) => id),
    decisions: record.decisions.map((decision) => lineOfDecision(decision, sides)),
    statistics: countPatrols(patrols, stretch),
  })
}

/** One patrol; null where none of that id is told of or decided. */
export async function patrolFile(desk: Desk, id: string): Promise<PatrolFile | null> {
  const record = await recordNow(desk)
  const sides = sidesOf(record)
  const decisions = record.decisions.filter(({ resolution: it }) => it.kind === 'patrol-plan' && it.patrol === id)
  const patrol = record.patrols.find((one) => one.id === id) ?? decidedPatrol(id, decisions)
  const found = patrol && roadOf(desk, patrol.road)
  if (!patrol || !found?.ok) return null
  const { road, planner } = found.value
  const incidents: FoundIncident[] = []
  for (const incident of incidentsOn(patrol, record, planner.roads)) {
    incidents.push(...(await findIncidents(desk.open.store, { id: incident })))
  }
  return {
    road: lineOf(road, planner),
    sides,
    decisions: decisions.map((decision) => lineOfDecision(decision, sides)),
    patrol,
    differences: differencesOf(patrol),
    incidents,
  }
}

/** What a planner asks of a desk. */
export interface PlanQuestion {
  readonly road: string
  readonly fromKm: number
  readonly toKm: number
  /** Local time, `YYYY-MM-DDThh:mm`. */
  readonly departs: string
  /** As was published by the end of that day. (Default: all that is known) */
  readonly asOf?: PlainDate
}

/** Proposals for driving a road; fails with `road-unknown` or `case-unreadable`. */
export async function planOn(desk: Desk, question: PlanQuestion): Promise<Result<PatrolPlan, PatrolFailure>> {
  const found = roadOf(desk, question.road)
  if (!found.ok) return found
  const { road, fromKm, toKm, departs, asOf } = question
  const record = await recordNow(desk, asOf === undefined ? null : { asOf, basis: 'published' })
  return done(found.value.planner.plan(record, { stretch: { road, fromKm, toKm }, departs }))
}

/** The sides whose consent a case's decisions need. */
export async function sidesAsked(desk: Desk): Promise<readonly string[]> {
  return sidesOf(await recordNow(desk))
}

/** A decision with how far the sides consent to it. */
export function lineOfDecision(decision: Decision, sides: readonly string[]): DecisionLine {
  return { ...decision, consent: consentOf(decision, sides) }
}

/** A road of the case (Default: its first) with the planner that knows it. */
export function roadOf({ caseFolder }: Desk, id?: string): Result<{ road: Road; planner: Planner }, PatrolFailure> {
  const planner = PLANNERS.get(caseFolder) ?? loadPlanner(caseFolder)
  PLANNERS.set(caseFolder, planner)
  if (!planner.ok) return planner
  const { roads } = planner.value
  const road = id === undefined ? roads[0] : roads.find((one) => one.id === id)
  if (road) return done({ road, planner: planner.value })
  const expected = roads.map((one) => one.id).join(', ')
  return failed({ code: 'road-unknown', message: `road: found ${id ?? 'none'}, expected one of ${expected}` })
}

/** What most patrols were to drive, else the whole road. */
function usualStretch(road: Road, patrols: readonly Patrol[]): Stretch {
  const planned = patrols.flatMap((patrol) => patrol.planned ?? [])
  const longest = planned.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
  return longest ?? { road: road.id, fromKm: road.points[0]?.km ?? 0, toKm: road.points.at(-1)?.km ?? 0 }
}

function lengthOf({ fromKm, toKm }: Stretch): number {
  return Math.abs(toKm - fromKm)
}

function lineOf({ id, name, turningPlaces, ...road }: Road, { places }: Planner): RoadLine {
  const along = places.flatMap((place) => {
    const where = locatePlace([{ id, name, turningPlaces, ...road }], { ...place, source: place.source })
    const isNear = where.kind === 'at' && where.position.offsetMetres <= ALONG_METRES
    return isNear ? [{ id: place.id, name: place.name, km: where.position.km, prominent: place.prominent }] : []
  })
  const inRank = along.toSorted((a, b) => Number(b.prominent) - Number(a.prominent) || a.km - b.km)
  return { id, name, turningPlaces, places: inRank.map((place) => ({ id: place.id, name: place.name, km: place.km })) }
}

/** A patrol of which there is a decision and no account yet. */
function decidedPatrol(id: string, decisions: readonly Decision[]): Patrol | null {
  const [decision] = decisions
  if (decision?.resolution.kind !== 'patrol-plan') return null
  const { road, fromKm, toKm } = decision.resolution
  return { id, on: id.slice(0, 10), road, planned: { road, fromKm, toKm }, accounts: [] }
}
