import type { GeoPoint } from '../../base/geometry/distance.ts'

/** A piece of road to put into a network: nodes by number. */
export interface NetworkEdge {
  readonly from: number
  readonly to: number
  readonly lengthMetres: number
  readonly seconds: number
  /** (Default: false) */
  readonly oneWay?: boolean
}

/**
 * A road network in typed arrays (compressed sparse rows): the arcs that leave node n are those from `firstArc[n]` up to `firstArc[n + 1]`.
 * An edge that is driven both ways has two arcs; costs are an array by edge, made anew for every query.
 */
export interface Network {
  readonly nodes: number
  readonly edges: number
  readonly firstArc: Uint32Array
  /** Where an arc leads. */
  readonly arcHead: Uint32Array
  /** The edge that an arc is of. */
  readonly arcEdge: Uint32Array
  readonly edgeFrom: Uint32Array
  readonly edgeTo: Uint32Array
  readonly edgeMetres: Float64Array
  readonly edgeSeconds: Float64Array
  /** Nodes on the unit sphere, three numbers each: the straight line between two never exceeds any way between them. */
  readonly sphere: Float64Array
  /** Straight line between an edge's ends on the unit sphere. */
  readonly edgeChord: Float64Array
}

/**
 * Builds a network. Takes time linear in its edges.
 * @throws RangeError for an edge whose node is none, or whose length or time is no number from 0 on
 */
export function buildNetwork(points: readonly GeoPoint[], edges: readonly NetworkEdge[]): Network {
  const firstArc = new Uint32Array(points.length + 1)
  for (const edge of edges) {
    checkEdge(edge, points.length)
    firstArc[edge.from + 1]! += 1
    if (!edge.oneWay) firstArc[edge.to + 1]! += 1
  }
  for (let node = 0; node < points.length; node++) firstArc[node + 1]! += firstArc[node]!
  const next = firstArc.slice()
  const arcHead = new Uint32Array(firstArc[points.length]!)
  const arcEdge = new Uint32Array(firstArc[points.length]!)
  const addArc = (tail: number, head: number, edge: number): void => {
    const arc = next[tail]!
    next[tail] = arc + 1
    arcHead[arc] = head
    arcEdge[arc] = edge
  }
  for (const [i, { from, to, oneWay }] of edges.entries()) {
    addArc(from, to, i)
    if (!oneWay) addArc(to, from, i)
  }
  const sphere = onSphere(points)
  return {
    nodes: points.length,
    edges: edges.length,
    firstArc,
    arcHead,
    arcEdge,
    edgeFrom: Uint32Array.from(edges, ({ from }) => from),
    edgeTo: Uint32Array.from(edges, ({ to }) => to),
    edgeMetres: Float64Array.from(edges, ({ lengthMetres }) => lengthMetres),
    edgeSeconds: Float64Array.from(edges, ({ seconds }) => seconds),
    sphere,
    edgeChord: Float64Array.from(edges, ({ from, to }) => chord(sphere, from, to)),
  }
}

function checkEdge({ from, to, lengthMetres, seconds }: NetworkEdge, nodes: number): void {
  const isNode = (node: number): boolean => Number.isInteger(node) && node >= 0 && node < nodes
  if (!isNode(from) || !isNode(to)) throw new RangeError(`edge ${from}–${to}: expected nodes below ${nodes}`)
  if (!(lengthMetres >= 0 && seconds >= 0 && seconds < Infinity && lengthMetres < Infinity))
    throw new RangeError(`edge ${from}–${to}: found ${lengthMetres} m, ${seconds} s, expected numbers from 0 on`)
}

function onSphere(points: readonly GeoPoint[]): Float64Array {
  const sphere = new Float64Array(points.length * 3)
  for (const [i, { lat, lon }] of points.entries()) {
    const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180]
    sphere[i * 3] = Math.cos(phi) * Math.cos(lambda)
    sphere[i * 3 + 1] = Math.cos(phi) * Math.sin(lambda)
    sphere[i * 3 + 2] = Math.sin(phi)
  }
  return sphere
}

/** Straight line between two nodes through the unit sphere. */
export function chord(sphere: Float64Array, a: number, b: number): number {
  const x = sphere[a * 3]! - sphere[b * 3]!
  const y = sphere[a * 3 + 1]! - sphere[b * 3 + 1]!
  const z = sphere[a * 3 + 2]! - sphere[b * 3 + 2]!
  return Math.sqrt(x * x + y * y + z * z)
}
