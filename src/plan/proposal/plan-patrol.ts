import { parseDay } from '../../base/calendar.ts'
import type { CaseRecord, Road } from '../../model/index.ts'
import type { Corridor } from '../network/corridor.ts'
import { barsOn, type Bar } from '../risk/bars.ts'
import { hazardsOf, type Hazard } from '../risk/hazard.ts'
import type { RiskParameters } from '../risk/parameters.ts'
import { isPlaced } from '../risk/risk-field.ts'
import { watchesOf } from '../risk/watch.ts'
import { findDetours } from './detour.ts'
import type { PatrolPlan, PatrolRequest, Proposal } from './proposal.ts'
import { proposeAll, type Planning } from './propose.ts'
import { sayWhy } from './say-why.ts'
import { stretchRisks, type Settlement } from './stretches.ts'

/** What a plan is made from. */
export interface PlanInput {
  readonly record: CaseRecord
  readonly roads: readonly Road[]
  readonly corridor: Corridor
  readonly settlements: readonly Settlement[]
  readonly parameters: RiskParameters
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
  const proposals = proposeAll(planning, detours)
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
    unplaced: unplacedOf(hazards),
    parameters,
  }
}

/** How many incidents weigh something but cannot be placed. */
function unplacedOf(hazards: readonly Hazard[]): number {
  return new Set(hazards.flatMap((hazard) => (hazard.weight > 0 && !isPlaced(hazard) ? hazard.incident : []))).size
}

/** Bars of the stretch asked for, in the order in which a column meets them. */
function barsAhead(bars: readonly Bar[], { stretch }: PatrolRequest): readonly Bar[] {
  const [low, high] = [Math.min(stretch.fromKm, stretch.toKm), Math.max(stretch.fromKm, stretch.toKm)]
  const on = bars.filter(({ road, part }) => road === stretch.road && part && part.toKm > low && part.fromKm < high)
  const westward = stretch.fromKm > stretch.toKm
  const metAt = ({ part }: Bar): number => (westward ? -(part?.toKm ?? 0) : (part?.fromKm ?? 0))
  return on.toSorted((a, b) => metAt(a) - metAt(b))
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
