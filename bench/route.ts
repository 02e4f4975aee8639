/**
 * Ways through a network of 183,000 edges with fresh risk on every edge at every query, beside ngraph.path in the same run and on the same
 * pairs; every cost is checked against the peer's. Then three alternatives a query, and the ways round and the curve of a whole plan with the
 * risk of every edge worked out from 200 incidents. Times are by the clock, and by the processor,
 * which others on the machine disturb less.
 */
import createGraph from 'ngraph.graph'
import { nba } from 'ngraph.path'
import { createPathFinder } from '../src/plan/network/find-path.ts'
import { findAlternatives } from '../src/plan/network/alternatives.ts'
import { buildCorridor } from '../src/plan/network/corridor.ts'
import { createRandom, generateNetwork } from '../src/plan/network/generated.fixture.ts'
import { buildNetwork } from '../src/plan/network/network.ts'
import { findDetours } from '../src/plan/proposal/detour.ts'
import { hazardsOf } from '../src/plan/risk/hazard.ts'
import { DEFAULT_PARAMETERS } from '../src/plan/risk/parameters.ts'
import { recordOf, ROAD } from '../src/plan/testing.fixture.ts'

const SIDE = 316
const WARM_UP = 20
const QUERIES = 200
const ALTERNATIVE_QUERIES = 60

const { points, edges, risk } = generateNetwork(SIDE)
const network = buildNetwork(points, edges)
const finder = createPathFinder(network)
const graph = createGraph<undefined, number>()
for (const [edge, { from, to }] of edges.entries()) graph.addLink(from, to, edge)

/** Seconds a metre of the fastest road: what the peer's bound on the rest may use. */
const fastest = edges.reduce(
  (rate, { from, to, seconds }) => Math.min(rate, seconds / straightMetres(from, to)),
  Infinity,
)
const costs = new Float64Array(edges.length)
const peer = nba(graph, {
  distance: (_from, _to, link) => costs[link.data] ?? 0,
  heuristic: (from, to) => straightMetres(Number(from.id), Number(to.id)) * fastest,
})

const random = createRandom(11)
const pairs = Array.from({ length: WARM_UP + QUERIES }, () => {
  return { from: Math.floor(random() * points.length), to: Math.floor(random() * points.length), weight: random() * 10 }
})
const own: Timing[] = []
const theirs: Timing[] = []
let differing = 0
for (const [i, { from, to, weight }] of pairs.entries()) {
  const [path, ms] = timed(() => {
    setCosts(weight)
    return finder.find(costs, from, to)
  })
  const [found, peerMs] = timed(() => peer.find(from, to))
  if (i < WARM_UP) continue
  own.push(ms)
  theirs.push(peerMs)
  const peerCost = costOfNodes(found.map(({ id }) => Number(id)))
  if (path && Math.abs(path.cost - peerCost) > 1e-6 * peerCost) differing += 1
}
const several: Timing[] = []
let waysFound = 0
for (const { from, to, weight } of pairs.slice(WARM_UP, WARM_UP + ALTERNATIVE_QUERIES)) {
  const [found, ms] = timed(() => {
    setCosts(weight)
    return findAlternatives(network, finder, costs, from, to)
  })
  several.push(ms)
  waysFound += found.length
}

const PLANS = 5
const ways = edges.map(({ from, to, lengthMetres }) => ({
  from: `n${from}`,
  to: `n${to}`,
  points: [points[from]!, points[to]!],
  lengthMetres,
  kmh: 40,
  name: null,
  oneWay: false,
  schematic: false,
}))
const corridor = buildCorridor([ROAD], ways, DEFAULT_PARAMETERS)
const reports = Array.from({ length: 200 }, (_, i) => {
  return { report: `r${i}`, act: 'shelling' as const, km: (i * 7) % 60, published: '2020-03-10' }
})
const hazards = hazardsOf(recordOf(reports), [ROAD], DEFAULT_PARAMETERS)
const situation = { hazards, bars: [], watches: [], settlements: [], parameters: DEFAULT_PARAMETERS }
const plans = Array.from({ length: PLANS }, () => {
  return timed(() => findDetours(corridor, { road: 'r1', fromKm: 1, toKm: 55 }, { day: 18_335, hour: 9 }, situation))[1]
})

console.log(`${points.length} nodes, ${edges.length} edges, ${QUERIES} pairs`)
console.log(`truceline, cost pass and all    ${told(own)}`)
console.log(`ngraph.path nba                 ${told(theirs)}`)
console.log(`costs that differ from the peer: ${differing}`)
console.log(`three alternatives              ${told(several)}, ${(waysFound / several.length).toFixed(2)} ways a query`)
console.log(`ways round and curve of a plan  ${told(plans)}`)

function setCosts(weight: number): void {
  const { edgeSeconds } = network
  for (let edge = 0; edge < costs.length; edge++) costs[edge] = edgeSeconds[edge]! * (1 + weight * risk[edge]!)
}

function straightMetres(from: number, to: number): number {
  const [a, b] = [points[from]!, points[to]!]
  return Math.max(1e-6, Math.hypot((a.lat - b.lat) * 111_000, (a.lon - b.lon) * 88_000))
}

/** The peer gives nodes, the end first. */
function costOfNodes(nodes: readonly number[]): number {
  let sum = 0
  for (let i = 1; i < nodes.length; i++) {
    const link = graph.getLink(nodes[i]!, nodes[i - 1]!) ?? graph.getLink(nodes[i - 1]!, nodes[i]!)
    sum += link ? (costs[link.data] ?? 0) : Infinity
  }
  return sum
}

interface Timing {
  readonly clock: number
  readonly processor: number
}

function timed<T>(work: () => T): readonly [T, Timing] {
  const started = performance.now()
  const before = process.threadCpuUsage()
  const result = work()
  const { user, system } = process.threadCpuUsage(before)
  return [result, { clock: performance.now() - started, processor: (user + system) / 1000 }]
}

function told(timings: readonly Timing[]): string {
  return (['clock', 'processor'] as const)
    .map((by) => `${by}: ${spread(timings.map((timing) => timing[by]))}`)
    .join('   ')
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1).padStart(5)
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`
}
