/**
 * Ways through a network of 183,000 edges with fresh risk on every edge at every query, beside ngraph.path in the same run and on the same
 * pairs; every cost is checked against the peer's. Ends with three alternatives a query.
 */
import createGraph from 'ngraph.graph'
import { nba } from 'ngraph.path'
import { createPathFinder } from '../src/plan/network/find-path.ts'
import { findAlternatives } from '../src/plan/network/alternatives.ts'
import { createRandom, generateNetwork } from '../src/plan/network/generated.fixture.ts'
import { buildNetwork } from '../src/plan/network/network.ts'

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
const own: number[] = []
const theirs: number[] = []
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
const several: number[] = []
let ways = 0
for (const { from, to, weight } of pairs.slice(WARM_UP, WARM_UP + ALTERNATIVE_QUERIES)) {
  const [found, ms] = timed(() => {
    setCosts(weight)
    return findAlternatives(network, finder, costs, from, to)
  })
  several.push(ms)
  ways += found.length
}

console.log(`${points.length} nodes, ${edges.length} edges, ${QUERIES} pairs`)
console.log(`truceline, cost pass and all    ${told(own)}`)
console.log(`ngraph.path nba                 ${told(theirs)}`)
console.log(`costs that differ from the peer: ${differing}`)
console.log(`three alternatives              ${told(several)}, ${(ways / several.length).toFixed(2)} ways a query`)

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

function timed<T>(work: () => T): readonly [T, number] {
  const started = performance.now()
  const result = work()
  return [result, performance.now() - started]
}

function told(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1).padStart(6)
  return `min ${at(0)} ms  median ${at(0.5)} ms  p95 ${at(0.95)} ms`
}
