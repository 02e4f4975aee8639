import { distanceMetres, type GeoPoint } from '../../base/geometry/distance.ts'
import type { Road, Way } from '../../model/index.ts'
import { pointAtKm } from '../roads/project-to-road.ts'
import type { RiskParameters } from '../risk/parameters.ts'
import { buildNetwork, type Network, type NetworkEdge } from './network.ts'

/** What an edge of a corridor is on the ground. */
export interface CorridorEdge {
  readonly lengthMetres: number
  readonly seconds: number
  /** Its line, at least two points. */
  readonly line: readonly GeoPoint[]
  /** Where it lies on one of the case's roads; null for other ways. */
  readonly on: { readonly road: string; readonly fromKm: number; readonly toKm: number } | null
  readonly name: string | null
  /** No road is known there. */
  readonly schematic: boolean
}

/** The case's roads and the ways around them as one network. */
export interface Corridor {
  readonly network: Network
  readonly edges: readonly CorridorEdge[]
  /** The node of a road nearest to a kilometre. */
  readonly nodeAt: (road: string, km: number) => number
}

/** A road's place without a way of its own is joined to the nearest node of the ways within this. */
const RAMP_METRES = 1500

/** Roads are cut at every whole kilometre, so that risk can change along them. */
const CUT_KM = 1

/** Joins roads and ways. A way whose node bears the id of a road's junction or turning place begins there. */
export function buildCorridor(roads: readonly Road[], ways: readonly Way[], parameters: RiskParameters): Corridor {
  const points: GeoPoint[] = []
  const named = new Map<string, number>()
  const onRoad = new Map<string, { readonly km: number; readonly node: number }[]>()
  const edges: (CorridorEdge & NetworkEdge)[] = []
  const nodeOf = (name: string, point: GeoPoint): number => {
    const known = named.get(name)
    if (known !== undefined) return known
    named.set(name, points.length)
    return points.push(point) - 1
  }

  for (const road of roads) {
    const stops = cutsOf(road).map((km) => ({ km, node: nodeOf(`${road.id}@${km}`, pointAtKm(road, km)) }))
    onRoad.set(road.id, stops)
    for (const { id, km } of [...road.junctions, ...road.turningPlaces]) {
      named.set(id, stops.find((stop) => stop.km === km)?.node ?? 0)
    }
    for (const [i, to] of stops.entries()) {
      const from = stops[i - 1]
      if (from) edges.push(roadEdge(road, from, to, parameters))
    }
  }
  const wayNodes = new Set<number>()
  for (const way of ways) {
    const [first, last] = [way.points[0], way.points.at(-1)]
    if (!first || !last) continue
    const edge = { ...wayEdge(way, parameters), from: nodeOf(way.from, first), to: nodeOf(way.to, last) }
    wayNodes.add(edge.from).add(edge.to)
    edges.push(edge)
  }
  edges.push(...rampsOf(roads, named, points, wayNodes, parameters))
  return {
    network: buildNetwork(points, edges),
    edges,
    nodeAt: (road, km) => {
      const stops = onRoad.get(road) ?? []
      return stops.reduce((best, stop) => (Math.abs(stop.km - km) < Math.abs(best.km - km) ? stop : best)).node
    },
  }
}

/** Where a road is cut: at its ends, its places and every whole kilometre, in order, none twice. */
function cutsOf({ points, junctions, turningPlaces }: Road): readonly number[] {
  const end = points.at(-1)?.km ?? 0
  const whole = Array.from({ length: Math.floor(end / CUT_KM) + 1 }, (_, i) => i * CUT_KM)
  const places = [...junctions, ...turningPlaces].map(({ km }) => km)
  return [...new Set([...whole, ...places, end])].toSorted((a, b) => a - b)
}

type Stop = { readonly km: number; readonly node: number }

function roadEdge(road: Road, from: Stop, to: Stop, { patrolKmh }: RiskParameters): CorridorEdge & NetworkEdge {
  const lengthMetres = (to.km - from.km) * 1000
  return {
    from: from.node,
    to: to.node,
    lengthMetres,
    seconds: lengthMetres / (patrolKmh / 3.6),
    line: [pointAtKm(road, from.km), pointAtKm(road, to.km)],
    on: { road: road.id, fromKm: from.km, toKm: to.km },
    name: road.name,
    schematic: false,
  }
}

function wayEdge({ points, lengthMetres, kmh, name, oneWay, schematic }: Way, { patrolKmh, localKmh }: RiskParameters) {
  const speed = Math.min(patrolKmh, kmh ?? localKmh)
  return {
    lengthMetres,
    seconds: lengthMetres / (speed / 3.6),
    line: points,
    on: null,
    name,
    oneWay,
    schematic,
  }
}

/** Ways from places of the roads to what lies near: junctions of two roads to each other, places without a way to the nearest node. */
function rampsOf(
  roads: readonly Road[],
  named: ReadonlyMap<string, number>,
  points: readonly GeoPoint[],
  wayNodes: ReadonlySet<number>,
  parameters: RiskParameters,
): readonly (CorridorEdge & NetworkEdge)[] {
  const places = roads.flatMap((road) =>
    [...road.junctions, ...road.turningPlaces].map(({ id }) => ({ id, road: road.id })),
  )
  const nodes = places.map(({ id, road }) => ({ road, node: named.get(id) ?? 0 }))
  return nodes.flatMap(({ road, node }) => {
    const others = nodes.filter((other) => other.road > road).map((other) => other.node)
    const ends = wayNodes.has(node) ? others : [...others, ...wayNodes]
    return nearestOf(node, ends, points).map((end) => rampEdge(node, end, points, parameters))
  })
}

function nearestOf(node: number, ends: readonly number[], points: readonly GeoPoint[]): readonly number[] {
  const at = points[node]
  let best: { readonly end: number; readonly metres: number } | null = null
  for (const end of ends) {
    const point = points[end]
    if (!at || !point || end === node || Math.abs(point.lat - at.lat) > 0.02) continue
    const metres = distanceMetres(at, point)
    if (metres <= RAMP_METRES && metres < (best?.metres ?? Infinity)) best = { end, metres }
  }
  return best ? [best.end] : []
}

function rampEdge(
  from: number,
  to: number,
  points: readonly GeoPoint[],
  { localKmh }: RiskParameters,
): CorridorEdge & NetworkEdge {
  const [a, b] = [points[from], points[to]]
  const lengthMetres = a && b ? distanceMetres(a, b) : 0
  return {
    from,
    to,
    lengthMetres,
    seconds: lengthMetres / (localKmh / 3.6),
    line: a && b ? [a, b] : [],
    on: null,
    name: null,
    schematic: lengthMetres > 100,
  }
}
