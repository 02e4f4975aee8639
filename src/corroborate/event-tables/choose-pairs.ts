import { assignLeastCost } from './least-cost.ts'
import type { PairGraph } from './matching-marginals.ts'

/** Rounds in which the threshold settles; two or three suffice. */
const ROUNDS = 10

/**
 * Chooses the one-to-one pairs whose expected F1 is greatest: a pair is worth its probability less half of the F1 reached (Lipton,
 * Elkan and Naryanaswamy 2014), and the assignment of the greatest worth is taken in each connected component.
 *
 * @returns indices of the chosen edges, in rising order
 */
export function choosePairs(graph: PairGraph, probabilities: Float64Array): readonly number[] {
  const expected = probabilities.reduce((total, value) => total + value, 0)
  let threshold = 0.5
  let chosen: readonly number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    chosen = assign(graph, probabilities, threshold)
    const hits = chosen.reduce((total, k) => total + (probabilities[k] ?? 0), 0)
    const next = chosen.length + expected === 0 ? 0 : hits / (chosen.length + expected)
    if (Math.abs(next - threshold) < 1e-6) break
    threshold = next
  }
  return chosen
}

/** The one-to-one assignment of the greatest total of `value − threshold` over the edges above the threshold. */
export function assign(graph: PairGraph, values: Float64Array, threshold: number): readonly number[] {
  const above = [...values.keys()].filter((k) => (values[k] ?? 0) > threshold)
  const worth = (k: number): number => (values[k] ?? 0) - threshold
  return componentsOf(graph, above)
    .flatMap((edges) => (edges.length === 1 ? edges : assignComponent(graph, edges, worth)))
    .sort((x, y) => x - y)
}

function assignComponent(graph: PairGraph, edges: readonly number[], worth: (k: number) => number): readonly number[] {
  const rows = [...new Set(edges.map((k) => graph.a[k] ?? 0))]
  const columns = [...new Set(edges.map((k) => graph.b[k] ?? 0))]
  const edgeAt = new Map(edges.map((k) => [`${graph.a[k]} ${graph.b[k]}`, k]))
  // A column of its own for every row, at no cost: to stay alone.
  const cost = rows.map((a) =>
    [...columns, ...rows].map((b, x) => (x < columns.length ? -worthAt(edgeAt.get(`${a} ${b}`), worth) : 0)),
  )
  return assignLeastCost(cost).flatMap((x, y) => edgeAt.get(`${rows[y]} ${columns[x]}`) ?? [])
}

function worthAt(edge: number | undefined, worth: (k: number) => number): number {
  return edge === undefined ? 0 : worth(edge)
}

/** The edges by connected component. */
function componentsOf(graph: PairGraph, edges: readonly number[]): readonly (readonly number[])[] {
  const leaders = new Map<number, number>()
  const find = (node: number): number => {
    let leader = node
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader))
      leader = next
    leaders.set(node, leader)
    return leader
  }
  // Rows of B stand below zero, so that both sides share one numbering.
  const nodeA = (k: number): number => graph.a[k] ?? 0
  const nodeB = (k: number): number => -1 - (graph.b[k] ?? 0)
  for (const k of edges) leaders.set(find(nodeB(k)), find(nodeA(k)))
  const components = new Map<number, number[]>()
  for (const k of edges) {
    const leader = find(nodeA(k))
    components.set(leader, [...(components.get(leader) ?? []), k])
  }
  return [...components.values()]
}
