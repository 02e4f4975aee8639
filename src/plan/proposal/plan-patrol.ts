import { formatDay, parseDay } from '../../base/calendar.ts'
import type { CaseRecord, Road, RoadPlace } from '../../model/index.ts'
import type { Corridor } from '../network/corridor.ts'
import { barsOn, type Bar } from '../risk/bars.ts'
import { hazardsOf } from '../risk/hazard.ts'
import type { RiskParameters } from '../risk/parameters.ts'
import { watchesOf } from '../risk/watch.ts'
import { findDetours, type Detours } from './detour.ts'
import { measureStretches } from './measure.ts'
import type { PatrolPlan, PatrolRequest, Proposal } from './proposal.ts'
import { sayWhy } from './say-why.ts'
import { stretchRisks, type Settlement, type Situation, type StretchRisk } from './stretches.ts'

/** What a plan is made from. */
export interface PlanInput {
  readonly record: CaseRecord
  readonly roads: readonly Road[]
  readonly corridor: Corridor
  readonly settlements: readonly Settlement[]
  readonly parameters: RiskParameters
}

/** What every proposal is worked out from. */
interface Planning extends PatrolRequest {
  readonly road: Road
  readonly day: number
  readonly hour: number
  readonly situation: Situation
  readonly stretches: readonly StretchRisk[]
  /** Bars on the stretch asked for, the first that is met first. */
  readonly ahead: readonly Bar[]
}

/**
 * Plans a patrol: the whole road, the road as far as a place to turn, a way round, another hour, or another day. Hard rules come first:
 * never through a reported crowd, never past a device or obstacle that was not cleared. Among what they allow, the whole road is proposed
 * if its worst stretch is bearable, else the most road for the least exposure.
 * @throws RangeError where the road is none of the roads, or the time none of the calendar
 */
export function planPatrol(request: PatrolRequest, input: PlanInput): PatrolPlan {
  const road = input.roads.find(({ id }) => id === request.stretch.road)
  const day = parseDay(request.departs)
  if (!road || day === null) throw new RangeError(`plan: ${request.stretch.road} at ${request.departs}`)
  const { record, parameters } = input
  const hazards = hazardsOf(record, input.roads, parameters)
  const { standing, lifted } = barsOn(day, hazards, record.patrols, parameters)
  const watches = watchesOf(road.id, record, day)
  const situation = { hazards, bars: standing, watches, settlements: input.settlements, parameters }
  const hour = Number(request.departs.slice(11, 13))
  const stretches = stretchRisks(road, request.stretch, { day, hour }, situation)
  const ahead = barsAhead(standing, request)
  const planning: Planning = { ...request, road, day, hour, situation, stretches, ahead }
  const detours = findDetours(input.corridor, request.stretch, { day, hour }, situation)
  const full = planFull(planning)
  const shortened = planShortened(planning)
  const proposals = [
    full,
    ...shortened,
    ...planDetours(planning, detours, full),
    ...planOtherHour(planning, full.allowed ? full : shortened[0]),
    ...planPostponed(planning),
  ]
  const proposed = choose(proposals, parameters)
  return {
    request,
    asOf: record.asOf,
    proposals,
    proposed,
    because: sayWhy(proposals, proposed, ahead, standing, parameters),
    stretches,
    bars: standing.filter((bar) => bar.road === road.id),
    lifted: lifted.filter(({ bar }) => bar.road === road.id),
    curve: detours.curve,
    unplaced: new Set(hazards.flatMap(({ weight, point, incident }) => (weight > 0 && !point ? incident : []))).size,
  }
}

/** Bars of the stretch asked for, in the order in which a column meets them. */
function barsAhead(bars: readonly Bar[], { stretch }: PatrolRequest): readonly Bar[] {
  const [low, high] = [Math.min(stretch.fromKm, stretch.toKm), Math.max(stretch.fromKm, stretch.toKm)]
  const on = bars.filter(({ road, part }) => road === stretch.road && part && part.toKm > low && part.fromKm < high)
  const westward = stretch.fromKm > stretch.toKm
  const metAt = ({ part }: Bar): number => (westward ? -(part?.toKm ?? 0) : (part?.fromKm ?? 0))
  return on.toSorted((a, b) => metAt(a) - metAt(b))
}

function planFull({ stretches, stretch, ahead, situation }: Planning): Proposal {
  const measures = measureStretches(stretches, 1, situation.parameters)
  const patrolledKm = Math.abs(stretch.fromKm - stretch.toKm)
  return { ...measures, patrolledKm, allowed: ahead.length === 0, barredBy: ahead, way: { kind: 'full' } }
}

/** The best place to turn before anything bars the road: the most road for the least exposure, out and back. */
function planShortened(planning: Planning): readonly Proposal[] {
  const best = turningPlacesBefore(planning)
    .map((turnAt) => shortenedAt(turnAt, planning))
    .toSorted((a, b) => worthOf(b, planning.situation.parameters) - worthOf(a, planning.situation.parameters))[0]
  return best ? [best] : []
}

function shortenedAt(turnAt: RoadPlace, planning: Planning, hour = planning.hour): Proposal {
  const { road, stretch, day, situation } = planning
  const part = { fromKm: stretch.fromKm, toKm: turnAt.km }
  const stretches = stretchRisks(road, part, { day, hour }, situation)
  const patrolledKm = Math.abs(part.fromKm - part.toKm)
  return {
    ...measureStretches(stretches, 2, situation.parameters),
    patrolledKm,
    allowed: true,
    barredBy: [],
    way: { kind: 'shortened', turnAt },
  }
}

function turningPlacesBefore({ road, stretch, ahead, situation }: Planning): readonly RoadPlace[] {
  const westward = stretch.fromKm > stretch.toKm
  const along = (km: number): number => (westward ? stretch.fromKm - km : km - stretch.fromKm)
  const { part } = ahead[0] ?? {}
  const whole = Math.abs(stretch.fromKm - stretch.toKm)
  const limit = part ? along(westward ? part.toKm : part.fromKm) - situation.parameters.standOffKm : whole - 1
  return road.turningPlaces.filter(({ km }) => along(km) >= 1 && along(km) <= limit)
}

/** What a proposal is worth, in exposure: the road it patrols, less what it exposes to, and far less where a stretch is too risky. */
function worthOf({ patrolledKm, exposure, deciding }: Proposal, parameters: RiskParameters): number {
  const tooRisky = (deciding?.risk ?? 0) > parameters.highestRisk ? 1000 : 0
  return patrolledKm * parameters.exposurePerKm - exposure - tooRisky
}

/** Ways round: all where the road is barred, else those that expose less. */
function planDetours({ stretch, situation }: Planning, { ways }: Detours, full: Proposal): readonly Proposal[] {
  const straight = Math.abs(stretch.fromKm - stretch.toKm)
  return ways
    .filter(({ leavesAtKm }) => leavesAtKm !== null)
    .filter(({ lengthKm }) => lengthKm <= straight * situation.parameters.longestDetour)
    .filter(({ exposure }) => !full.allowed || exposure < full.exposure)
    .map((detour) => {
      const { lengthKm, minutes, exposure, civilianExposure, onRoadKm } = detour
      const measures = { lengthKm, minutes, exposure, civilianExposure, deciding: null }
      return { ...measures, patrolledKm: onRoadKm, allowed: true, barredBy: [], way: { kind: 'detour', detour } }
    })
}

/** The hour of the day with the least exposure, where it is less by a tenth. */
function planOtherHour(planning: Planning, base: Proposal | undefined): readonly Proposal[] {
  if (!base?.allowed) return []
  const { firstHour, lastHour } = planning.situation.parameters
  const turnAt = base.way.kind === 'shortened' ? base.way.turnAt : null
  const hours = Array.from({ length: lastHour - firstHour + 1 }, (_, i) => firstHour + i)
  const best = hours
    .map((hour) => ({ hour, proposal: atHour(planning, base, turnAt, hour) }))
    .toSorted((a, b) => a.proposal.exposure - b.proposal.exposure)[0]
  if (!best || best.proposal.exposure > base.exposure * 0.9) return []
  const departs = `${planning.departs.slice(0, 10)}T${String(best.hour).padStart(2, '0')}:00`
  return [{ ...best.proposal, way: { kind: 'other-hour', departs, turnAt } }]
}

function atHour(planning: Planning, base: Proposal, turnAt: RoadPlace | null, hour: number): Proposal {
  if (turnAt) return shortenedAt(turnAt, planning, hour)
  const { road, stretch, day, situation } = planning
  const stretches = stretchRisks(road, stretch, { day, hour }, situation)
  return { ...base, ...measureStretches(stretches, 1, situation.parameters) }
}

/** The whole road on the first day when all that bars it now has lapsed. */
function planPostponed(planning: Planning): readonly Proposal[] {
  const { road, stretch, hour, situation, ahead } = planning
  const until = ahead
    .map(({ lapses }) => lapses)
    .toSorted()
    .at(-1)
  const day = parseDay(until ?? '')
  if (until === undefined || day === null) return []
  const stretches = stretchRisks(road, stretch, { day, hour }, { ...situation, bars: [] })
  const patrolledKm = Math.abs(stretch.fromKm - stretch.toKm)
  const measures = measureStretches(stretches, 1, situation.parameters)
  return [{ ...measures, patrolledKm, allowed: true, barredBy: [], way: { kind: 'postponed', until: formatDay(day) } }]
}

/** The whole road where it is allowed and bearable; else the shortened one; else a way round that is known to be one; else another day. */
function choose(proposals: readonly Proposal[], { highestRisk }: RiskParameters): number {
  const bearable = ({ deciding, allowed }: Proposal): boolean => allowed && (deciding?.risk ?? 0) <= highestRisk
  const order = [
    (one: Proposal) => one.way.kind === 'full' && bearable(one),
    (one: Proposal) => one.way.kind === 'shortened' && bearable(one),
    (one: Proposal) => one.way.kind === 'detour' && one.way.detour.schematicKm === 0 && bearable(one),
    (one: Proposal) => one.way.kind === 'postponed',
    (one: Proposal) => one.allowed,
  ]
  for (const wanted of order) {
    const found = proposals.findIndex(wanted)
    if (found >= 0) return found
  }
  return 0
}
