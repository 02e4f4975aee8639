/**
 * The assignment of every row to a column of its own with the least total cost: the Hungarian algorithm with potentials (Kuhn 1955, Munkres
 * 1957) in the form of Jonker and Volgenant's shortest augmenting paths. O(rows² × columns).
 *
 * @param cost row by row; all rows of one length, no more rows than columns
 * @returns the column of each row
 */
export function assignLeastCost(cost: readonly (readonly number[])[]): readonly number[] {
  const columns = cost[0]?.length ?? 0
  // Column `columns` is a gate: the row that is being assigned stands in it, from there the path is sought.
  const rowIn = new Int32Array(columns + 1).fill(-1)
  const rowPotential = new Float64Array(cost.length)
  const columnPotential = new Float64Array(columns + 1)
  for (let row = 0; row < cost.length; row++) {
    rowIn[columns] = row
    const cameFrom = new Int32Array(columns).fill(-1)
    let at = findFreeColumn(cost, rowIn, rowPotential, columnPotential, cameFrom)
    while (at !== columns) {
      const previous = cameFrom[at] ?? columns
      rowIn[at] = rowIn[previous] ?? -1
      at = previous
    }
  }
  const assigned = cost.map(() => -1)
  for (let column = 0; column < columns; column++) {
    const row = rowIn[column] ?? -1
    if (row >= 0) assigned[row] = column
  }
  return assigned
}

/** Dijkstra over reduced costs from the gate to the nearest column that no row stands in; keeps the potentials feasible. */
function findFreeColumn(
  cost: readonly (readonly number[])[],
  rowIn: Int32Array,
  rowPotential: Float64Array,
  columnPotential: Float64Array,
  cameFrom: Int32Array,
): number {
  const gate = cameFrom.length
  const distance = new Float64Array(gate).fill(Infinity)
  const done = new Uint8Array(gate + 1)
  let at = gate
  while ((rowIn[at] ?? -1) >= 0) {
    done[at] = 1
    const row = rowIn[at] ?? 0
    let [nearest, next] = [Infinity, gate]
    for (let column = 0; column < gate; column++) {
      if (done[column] === 1) continue
      const reduced = (cost[row]?.[column] ?? Infinity) - (rowPotential[row] ?? 0) - (columnPotential[column] ?? 0)
      if (reduced < (distance[column] ?? 0)) {
        distance[column] = reduced
        cameFrom[column] = at
      }
      if ((distance[column] ?? 0) < nearest) [nearest, next] = [distance[column] ?? 0, column]
    }
    for (let column = 0; column <= gate; column++) {
      if (done[column] === 1) {
        const standing = rowIn[column] ?? 0
        rowPotential[standing] = (rowPotential[standing] ?? 0) + nearest
        columnPotential[column] = (columnPotential[column] ?? 0) - nearest
      } else if (column < gate) distance[column] = (distance[column] ?? 0) - nearest
    }
    at = next
  }
  return at
}
