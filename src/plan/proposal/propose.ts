import { formatDay, parseDay } from '../../base/calendar.ts'
import type { Road, RoadPlace } from '../../model/index.ts'
import type { Bar } from '../risk/bars.ts'
import type { RiskParameters } from '../risk/parameters.ts'
import type { Detours } from './detour.ts'
import { measureStretches } from './measure.ts'
import type { PatrolRequest, Proposal } from './proposal.ts'
import { stretchRisks, type Situation, type StretchRisk } from './stretches.ts'

/** What every proposal is worked out from. */
export interface Planning extends PatrolRequest {
  readonly road: Road
  readonly day: number
  readonly hour: number
  readonly situation: Situation
  readonly stretches: readonly StretchRisk[]
  /** Bars on the stretch asked for, the first that is met first. */
  readonly ahead: readonly Bar[]
}

/** Every answer that there is, the whole road first. */
export function proposeAll(planning: Planning, detours: Detours): readonly Proposal[] {
  const full = planFull(planning)
  const shortened = planShortened(planning)
  return [
    full,
    ...shortened,
    ...planDetours(planning, detours, full),
    ...planOtherHour(planning, full.allowed ? full : shortened[0]),
    ...planPostponed(planning),
  ]
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

/** How many days ahead a day is looked for on which age has made a risk bearable. */
const DAYS_AHEAD = 60

/** The whole road on the first day when all that bars it now has lapsed, or when its worst stretch is bearable by age alone. */
function planPostponed(planning: Planning): readonly Proposal[] {
  const { stretch, day, ahead, situation, stretches } = planning
  const lapse = ahead
    .map(({ lapses }) => lapses)
    .toSorted()
    .at(-1)
  const isBearable = (some: readonly StretchRisk[]): boolean =>
    some.every(({ risk }) => risk <= situation.parameters.highestRisk)
  if (lapse === undefined && isBearable(stretches)) return []
  const first = parseDay(lapse ?? '') ?? day + 1
  const later = Array.from({ length: DAYS_AHEAD }, (_, i) => first + i)
  const until = later.find((one) => isBearable(freeOn(one, planning))) ?? (lapse === undefined ? null : first)
  if (until === null) return []
  const measures = measureStretches(freeOn(until, planning), 1, situation.parameters)
  const patrolledKm = Math.abs(stretch.fromKm - stretch.toKm)
  return [
    { ...measures, patrolledKm, allowed: true, barredBy: [], way: { kind: 'postponed', until: formatDay(until) } },
  ]
}

/** The stretches as they will be on a day by age alone, nothing barring the road. */
function freeOn(day: number, { road, stretch, hour, situation }: Planning): readonly StretchRisk[] {
  return stretchRisks(road, stretch, { day, hour }, { ...situation, bars: [] })
}
