/** A bipartite graph of possible pairs: edge `k` joins row `a[k]` of one side with row `b[k]` of the other. */
export interface PairGraph {
  readonly length: number
  readonly a: Int32Array
  readonly b: Int32Array
}

/** Rounds of messages; on the graphs met here they settle to 1e-6 within fifteen. */
const ROUNDS = 20

/**
 * The probability of each pair when every row has at most one partner: each matching weighs the product of its pairs' odds. Belief
 * propagation on the bipartite graph (Huang and Jebara 2009), exact where the graph has no cycle.
 *
 * @param odds of each pair against both rows staying alone
 */
export function matchingMarginals(graph: PairGraph, odds: Float64Array): Float64Array {
  const rowsA = 1 + graph.a.reduce((most, row) => Math.max(most, row), -1)
  const rowsB = 1 + graph.b.reduce((most, row) => Math.max(most, row), -1)
  const [fromA, fromB] = [new Float64Array(graph.length).fill(1), new Float64Array(graph.length).fill(1)]
  for (let round = 0; round < ROUNDS; round++) {
    sendMessages(graph.a, rowsA, odds, fromB, fromA)
    sendMessages(graph.b, rowsB, odds, fromA, fromB)
  }
  return odds.map((value, k) => {
    const joined = value * (fromA[k] ?? 0) * (fromB[k] ?? 0)
    return joined / (1 + joined)
  })
}

/** Each row tells each of its partners how free it is of the others. */
function sendMessages(
  rows: Int32Array,
  count: number,
  odds: Float64Array,
  heard: Float64Array,
  told: Float64Array,
): void {
  const sums = new Float64Array(count)
  rows.forEach((row, k) => (sums[row] = (sums[row] ?? 0) + (odds[k] ?? 0) * (heard[k] ?? 0)))
  rows.forEach((row, k) => (told[k] = 1 / (1 + Math.max(0, (sums[row] ?? 0) - (odds[k] ?? 0) * (heard[k] ?? 0)))))
}
