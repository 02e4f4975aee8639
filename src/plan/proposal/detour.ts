import type { GeoPoint } from '../../base/geometry/distance.ts'
import { projectToLine } from '../../base/geometry/project-to-line.ts'
import { findAlternatives } from '../network/alternatives.ts'
import type { Corridor, CorridorEdge } from '../network/corridor.ts'
import { createPathFinder, type Path } from '../network/find-path.ts'
import type { Bar } from '../risk/bars.ts'
import { riskAt } from '../risk/risk-field.ts'
import { lastWatched } from '../risk/watch.ts'
import { civiliansAt, type Situation } from './stretches.ts'

/** A way through the network from one place of a road to another. */
export interface Detour {
  readonly lengthKm: number
  readonly minutes: number
  readonly exposure: number
  /** The same times the people beside the way, in villages. */
  readonly civilianExposure: number
  /** How much of it is on the road itself, and how much is only assumed to be a way. */
  readonly onRoadKm: number
  readonly schematicKm: number
  /** Where it leaves the road for the first time; null where it never does. */
  readonly leavesAtKm: number | null
}

/** What a longer drive buys: the way found when risk weighs so much. */
export interface CurvePoint extends Detour {
  /** Seconds count 1 + weight × risk. */
  readonly weight: number
}

/** Weights of the curve: from "time alone" to "risk above all". */
const WEIGHTS = [0, 1, 3, 10, 30]
/** The weight with which detours are looked for. */
const USUAL_WEIGHT = 10
/** Risk is asked once for so much of an edge. */
const SAMPLE_METRES = 2000

/** Ways between two places of a road that keep clear of all that bars, with the risk of an hour on every edge. */
export interface Detours {
  /** The best one, and up to two more that are distinct from it. */
  readonly ways: readonly Detour[]
  readonly curve: readonly CurvePoint[]
}

/** Looks for ways; none where all are barred. */
export function findDetours(
  corridor: Corridor,
  between: { readonly road: string; readonly fromKm: number; readonly toKm: number },
  when: { readonly day: number; readonly hour: number },
  situation: Situation,
): Detours {
  const risks = Float64Array.from(corridor.edges, (edge) => edgeRisk(edge, when, situation))
  const costsAt = (weight: number): Float64Array =>
    Float64Array.from(corridor.edges, ({ seconds }, i) => {
      const risk = risks[i] ?? 0
      return risk === Infinity ? Infinity : seconds * (1 + weight * risk)
    })
  const finder = createPathFinder(corridor.network)
  const [from, to] = [between.fromKm, between.toKm].map((km) => corridor.nodeAt(between.road, km))
  if (from === undefined || to === undefined) return { ways: [], curve: [] }
  const ways = findAlternatives(corridor.network, finder, costsAt(USUAL_WEIGHT), from, to)
  const curve = WEIGHTS.flatMap((weight) => {
    const path = finder.find(costsAt(weight), from, to)
    return path ? [{ weight, ...describe(path, corridor, risks, between.road, situation) }] : []
  })
  return { ways: ways.map((path) => describe(path, corridor, risks, between.road, situation)), curve }
}

function describe(path: Path, { edges }: Corridor, risks: Float64Array, road: string, situation: Situation): Detour {
  let [metres, seconds, exposure, civilianExposure, onRoad, schematic] = [0, 0, 0, 0, 0, 0]
  let leavesAtKm: number | null = null
  let lastKm: number | null = null
  for (const i of path.edges) {
    const edge = edges[i]
    if (!edge) continue
    metres += edge.lengthMetres
    seconds += edge.seconds
    const exposed = (edge.seconds / 60) * (risks[i] ?? 0)
    exposure += exposed
    civilianExposure += exposed * meanOf(samplesOf(edge).map((point) => civiliansAt(point, situation)))
    if (edge.schematic) schematic += edge.lengthMetres
    if (edge.on?.road === road) {
      onRoad += edge.lengthMetres
      lastKm = (edge.on.fromKm + edge.on.toKm) / 2
    } else leavesAtKm ??= lastKm
  }
  return {
    lengthKm: metres / 1000,
    minutes: seconds / 60,
    exposure,
    civilianExposure,
    onRoadKm: onRoad / 1000,
    schematicKm: schematic / 1000,
    leavesAtKm,
  }
}

/** The risk of an edge; Infinity where it is barred. */
function edgeRisk(
  edge: CorridorEdge,
  when: { readonly day: number; readonly hour: number },
  { hazards, bars, watches, parameters }: Situation,
): number {
  if (bars.some((bar) => isBarred(edge, bar))) return Infinity
  const road = edge.on?.road ?? null
  const watched = edge.on ? lastWatched(watches, (edge.on.fromKm + edge.on.toKm) / 2) : null
  return meanOf(samplesOf(edge).map((point) => riskAt(hazards, { point, road, watched }, when, parameters).risk))
}

function isBarred({ on, line }: CorridorEdge, { road, part, around }: Bar): boolean {
  if (on && on.road === road) return part !== null && on.toKm > part.fromKm && on.fromKm < part.toKm
  if (around === null || line.length < 2) return false
  return projectToLine(line, around).offsetMetres < around.radiusMetres
}

/** Points that stand for an edge, one for every two kilometres or less. */
function samplesOf({ line, lengthMetres }: CorridorEdge): readonly GeoPoint[] {
  const count = Math.max(1, Math.round(lengthMetres / SAMPLE_METRES))
  return Array.from({ length: count }, (_, i) => pointAlong(line, (i + 0.5) / count))
}

/** A point of a line by its share of the line's points; edges are short enough for that. */
function pointAlong(line: readonly GeoPoint[], share: number): GeoPoint {
  const at = share * (line.length - 1)
  const [from, to] = [line[Math.floor(at)], line[Math.ceil(at)]]
  if (!from || !to) return line[0] ?? { lat: 0, lon: 0 }
  const rest = at - Math.floor(at)
  return { lat: from.lat + (to.lat - from.lat) * rest, lon: from.lon + (to.lon - from.lon) * rest }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
