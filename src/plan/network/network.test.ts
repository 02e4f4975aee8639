import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costOf, findAlternatives } from './alternatives.ts'
import { createPathFinder } from './find-path.ts'
import { createRandom, generateNetwork } from './generated.fixture.ts'
import { buildNetwork, type Network } from './network.ts'

/** Dijkstra's algorithm as plainly as it can be written: the cost of a cheapest way, Infinity where there is none. */
function dijkstra(
  { nodes, firstArc, arcHead, arcEdge }: Network,
  costs: Float64Array,
  from: number,
  to: number,
): number {
  const cost = new Float64Array(nodes).fill(Infinity)
  const open = new Set([from])
  cost[from] = 0
  while (open.size > 0) {
    const node = [...open].reduce((least, one) => ((cost[one] ?? 0) < (cost[least] ?? 0) ? one : least))
    open.delete(node)
    for (let arc = firstArc[node] ?? 0; arc < (firstArc[node + 1] ?? 0); arc++) {
      const head = arcHead[arc] ?? 0
      const through = (cost[node] ?? 0) + (costs[arcEdge[arc] ?? 0] ?? 0)
      if (through >= (cost[head] ?? 0)) continue
      cost[head] = through
      open.add(head)
    }
  }
  return cost[to] ?? Infinity
}

const point = fc.record({
  lat: fc.double({ min: 35, max: 37, noNaN: true }),
  lon: fc.double({ min: 35, max: 38, noNaN: true }),
})
const anyCost = fc.oneof(fc.constant(0), fc.constant(Infinity), fc.double({ min: 0, max: 1000, noNaN: true }))
const anyNetwork = fc.integer({ min: 1, max: 14 }).chain((nodes) => {
  const node = fc.nat(nodes - 1)
  const edge = fc.record({
    from: node,
    to: node,
    lengthMetres: fc.integer({ min: 0, max: 9999 }),
    seconds: fc.integer({ min: 0, max: 999 }),
    oneWay: fc.boolean(),
  })
  return fc.array(edge, { maxLength: 40 }).chain((edges) =>
    fc.record({
      points: fc.array(point, { minLength: nodes, maxLength: nodes }),
      edges: fc.constant(edges),
      costs: fc.array(anyCost, { minLength: edges.length, maxLength: edges.length }),
      from: node,
      to: node,
    }),
  )
})

describe('finding a way', () => {
  it('costs what Dijkstra’s algorithm finds, whatever the network and the costs', () => {
    fc.assert(
      fc.property(anyNetwork, ({ points, edges, costs, from, to }) => {
        const network = buildNetwork(points, edges)
        const weights = Float64Array.from(costs)
        const path = createPathFinder(network).find(weights, from, to)
        const least = dijkstra(network, weights, from, to)
        if (!path) {
          expect(least).toBe(Infinity)
          return
        }
        expect(path.cost).toBeCloseTo(least, 6)
        expect(costOf(path, weights)).toBeCloseTo(least, 6)
        expect(path.nodes.length).toBe(path.edges.length + 1)
      }),
      { numRuns: 500 },
    )
  })

  it('does so on a road-like network, with new costs at every query of one finder', () => {
    const { points, edges, risk } = generateNetwork(20)
    const network = buildNetwork(points, edges)
    const finder = createPathFinder(network)
    const random = createRandom(7)
    for (let query = 0; query < 60; query++) {
      const weight = random() * 10
      const costs = network.edgeSeconds.map((seconds, edge) => seconds * (1 + weight * (risk[edge] ?? 0)))
      const [from, to] = [Math.floor(random() * network.nodes), Math.floor(random() * network.nodes)]
      expect(finder.find(costs, from, to)?.cost ?? Infinity).toBeCloseTo(dijkstra(network, costs, from, to), 6)
    }
  })

  it('has no way where all are barred, and a way of nothing to where it stands', () => {
    const network = buildNetwork(generateNetwork(4).points, [{ from: 0, to: 1, lengthMetres: 10, seconds: 1 }])
    const finder = createPathFinder(network)
    expect(finder.find(Float64Array.of(Infinity), 0, 1)).toBeNull()
    expect(finder.find(Float64Array.of(Infinity), 1, 1)).toEqual({ nodes: [1], edges: [], cost: 0 })
  })

  it('refuses an edge that leads nowhere', () => {
    expect(() => buildNetwork([{ lat: 0, lon: 0 }], [{ from: 0, to: 1, lengthMetres: 1, seconds: 1 }])).toThrow(
      RangeError,
    )
  })
})

describe('alternatives', () => {
  it('are distinct ways, the cheapest first, none too dear', () => {
    const { points, edges } = generateNetwork(20)
    const network = buildNetwork(points, edges)
    const costs = network.edgeSeconds
    const found = findAlternatives(network, createPathFinder(network), costs, 5, 390)
    expect(found).toHaveLength(3)
    const all = found.map((path) => costOf(path, costs))
    expect(all).toEqual(all.toSorted((a, b) => a - b))
    expect(Math.max(...all)).toBeLessThanOrEqual((all[0] ?? 0) * 1.5)
    expect(new Set(found.map(({ nodes }) => nodes.join())).size).toBe(3)
  })
})
