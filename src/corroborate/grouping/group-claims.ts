/** Claims that may be of one event, and what speaks for it. Numbers are positions in `claims`. */
export interface ClaimGraph {
  /** How many claims. */
  readonly size: number
  /** Pairs worth joining, the lower position first. */
  readonly edges: readonly (readonly [number, number])[]
  /** Log-odds in points that two claims tell of one event; below `veto` they cannot. */
  evidence(i: number, j: number): number
  readonly veto: number
  /** Pairs that a person joined: they are together whatever speaks against it. */
  readonly joined: readonly (readonly [number, number])[]
  /** Whether a person parted two claims. */
  isParted(i: number, j: number): boolean
}

/**
 * Groups claims by average link: the likeliest pair first, two groups become one if the evidence between all their claims taken together
 * speaks for it and no two of them are strangers. So a chain of claims, each like the next, is not one event unless its ends agree too.
 * The result depends on the order of positions alone, not on that of the edges.
 *
 * @returns groups of positions, each in rising order, by their first
 */
export function groupClaims(graph: ClaimGraph): readonly (readonly number[])[] {
  const groups = Array.from({ length: graph.size }, (_, i): number[] => [i])
  for (const [i, j] of graph.joined) merge(groups, i, j, (one, other) => !anyPair(one, other, graph.isParted))
  const joined = new Set(graph.joined.flat())
  const likeliest = graph.edges
    .map(([i, j]) => [i, j, graph.evidence(i, j)] as const)
    .sort((x, y) => y[2] - x[2] || x[0] - y[0] || x[1] - y[1])
  const refused = new Map<number, number>()
  for (const [i, j] of likeliest) {
    // Two groups that were refused are asked again only when one of them has grown.
    const key =
      Math.min(groups[i]?.[0] ?? 0, groups[j]?.[0] ?? 0) * graph.size +
      Math.max(groups[i]?.[0] ?? 0, groups[j]?.[0] ?? 0)
    const sizes = (groups[i]?.length ?? 0) + (groups[j]?.length ?? 0)
    if (refused.get(key) === sizes) continue
    if (!merge(groups, i, j, (one, other) => isOneEvent(graph, joined, one, other))) refused.set(key, sizes)
  }
  return [...new Set(groups)].sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0))
}

/** Merges the groups of two claims if they are two and `allowed`; false if they stay apart. */
function merge(
  groups: number[][],
  i: number,
  j: number,
  allowed: (one: readonly number[], other: readonly number[]) => boolean,
): boolean {
  const [one, other] = [groups[i], groups[j]]
  if (!one || !other || one === other) return true
  if (!allowed(one, other)) return false
  const whole = [...one, ...other].sort((x, y) => x - y)
  for (const member of whole) groups[member] = whole
  return true
}

function isOneEvent(
  graph: ClaimGraph,
  joined: ReadonlySet<number>,
  one: readonly number[],
  other: readonly number[],
): boolean {
  let sum = 0
  for (const i of one) {
    for (const j of other) {
      if (graph.isParted(i, j)) return false
      const points = graph.evidence(i, j)
      if (points > graph.veto) sum += points
      // A claim that a person put where it is does not keep the others out.
      else if (!joined.has(i) && !joined.has(j)) return false
    }
  }
  return sum > 0
}

function anyPair(one: readonly number[], other: readonly number[], test: (i: number, j: number) => boolean): boolean {
  return one.some((i) => other.some((j) => test(i, j)))
}
