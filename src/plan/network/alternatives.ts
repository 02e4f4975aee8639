import type { Path, PathFinder } from './find-path.ts'
import type { Network } from './network.ts'

/** How alternatives are told apart. */
export interface AlternativeRules {
  /** How many to look for, the best one among them. (Default: 3) */
  readonly count?: number
  /** What edges of ways already found cost more. (Default: 1.4) */
  readonly penalty?: number
  /** The greatest share of its length that a way may have in common with one already found. (Default: 0.8) */
  readonly mostShared?: number
  /** How much dearer than the best one a way may be. (Default: 1.5) */
  readonly mostStretch?: number
}

/**
 * Several distinct ways, the cheapest first: the search is run again with the edges of ways already found made dearer (the penalty method),
 * and ways too much like one already found are dropped. Other than Yen's method it gives ways that differ by more than one street.
 * Tries twice as often as it is asked for ways, and stops when penalties no longer bring anything new.
 */
export function findAlternatives(
  network: Network,
  finder: PathFinder,
  costs: Float64Array,
  from: number,
  to: number,
  { count = 3, penalty = 1.4, mostShared = 0.8, mostStretch = 1.5 }: AlternativeRules = {},
): readonly Path[] {
  const best = finder.find(costs, from, to)
  if (!best) return []
  const found = [best]
  const penalised = costs.slice()
  let last = best
  for (let round = 1; found.length < count && round < count * 2; round++) {
    for (const edge of last.edges) penalised[edge]! *= penalty
    const next = finder.find(penalised, from, to)
    if (!next) break
    last = next
    const cost = costOf(next, costs)
    const isOwn = found.every((other) => sharedOf(network, next, other) <= mostShared)
    if (isOwn && cost <= best.cost * mostStretch) found.push({ ...next, cost })
  }
  return found.toSorted((a, b) => a.cost - b.cost)
}

/** What a way costs. */
export function costOf(path: Path, costs: Float64Array): number {
  return path.edges.reduce((sum, edge) => sum + costs[edge]!, 0)
}

/** The share of a way's length that it has in common with another. */
function sharedOf({ edgeMetres }: Network, path: Path, other: Path): number {
  const others = new Set(other.edges)
  let [shared, whole] = [0, 0]
  for (const edge of path.edges) {
    whole += edgeMetres[edge]!
    if (others.has(edge)) shared += edgeMetres[edge]!
  }
  return whole === 0 ? 1 : shared / whole
}
