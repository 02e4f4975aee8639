import { chord, type Network } from './network.ts'

/** A way through a network. */
export interface Path {
  /** The nodes from start to end. */
  readonly nodes: readonly number[]
  /** The edges between them, one less. */
  readonly edges: readonly number[]
  readonly cost: number
}

/** Finds ways through one network; keeps its working memory from query to query, so use one for one query at a time. */
export interface PathFinder {
  /**
   * A cheapest way, or null where there is none. `costs`: by edge, from 0 on; Infinity bars an edge. Any costs will do, however they
   * changed since the last query: nothing is prepared from them.
   */
  readonly find: (costs: Float64Array, from: number, to: number) => Path | null
}

/**
 * A* search. The bound on what remains is the straight line to the end, times the least that any edge costs by its own straight line: that
 * never exceeds the true rest and keeps the triangle inequality, whatever the costs are, so that a node is settled once and the way found
 * is a cheapest one.
 */
export function createPathFinder(network: Network): PathFinder {
  const { nodes, firstArc, arcHead, arcEdge, sphere } = network
  const reached = new Float64Array(nodes)
  const viaArc = new Int32Array(nodes)
  const comeFrom = new Int32Array(nodes)
  const bound = new Float64Array(nodes)
  /** The query in which a node's figures were written: clearing all of them would cost more than most queries. */
  const stamp = new Uint32Array(nodes)
  const settled = new Uint32Array(nodes)
  const heap = createHeap()
  let query = 0

  const find = (costs: Float64Array, from: number, to: number): Path | null => {
    query += 1
    const rate = leastRate(network, costs)
    heap.clear()
    reached[from] = 0
    comeFrom[from] = -1
    stamp[from] = query
    bound[from] = rate * chord(sphere, from, to)
    heap.push(from, bound[from])
    while (heap.size() > 0) {
      const node = heap.pop()
      if (settled[node] === query) continue
      settled[node] = query
      if (node === to) return pathTo(to)
      const soFar = reached[node]!
      const end = firstArc[node + 1]!
      for (let arc = firstArc[node]!; arc < end; arc++) {
        const head = arcHead[arc]!
        const cost = soFar + costs[arcEdge[arc]!]!
        const isNew = stamp[head] !== query
        if (!(cost < Infinity) || settled[head] === query || (!isNew && cost >= reached[head]!)) continue
        if (isNew) bound[head] = rate * chord(sphere, head, to)
        stamp[head] = query
        reached[head] = cost
        comeFrom[head] = node
        viaArc[head] = arc
        heap.push(head, cost + bound[head]!)
      }
    }
    return null
  }

  const pathTo = (to: number): Path => {
    const path: number[] = [to]
    const edges: number[] = []
    for (let node = to; comeFrom[node]! >= 0; node = comeFrom[node]!) {
      path.push(comeFrom[node]!)
      edges.push(arcEdge[viaArc[node]!]!)
    }
    return { nodes: path.toReversed(), edges: edges.toReversed(), cost: reached[to]! }
  }

  return { find }
}

/** The least cost of any edge by its straight line, a hair less so that rounding never makes the bound too great. */
function leastRate({ edges, edgeChord }: Network, costs: Float64Array): number {
  let rate = Infinity
  for (let edge = 0; edge < edges; edge++) {
    const straight = edgeChord[edge]!
    const cost = costs[edge]!
    if (cost < rate * straight) rate = cost / straight
  }
  return rate === Infinity ? 0 : rate * (1 - 1e-9)
}

interface Heap {
  readonly push: (node: number, key: number) => void
  /** Takes the node with the least key; the heap must not be empty. */
  readonly pop: () => number
  readonly size: () => number
  readonly clear: () => void
}

/** A heap of four children a node in typed arrays: shallower than a binary one, so that it moves less. Nodes may stand in it twice. */
function createHeap(): Heap {
  let keys = new Float64Array(1024)
  let values = new Uint32Array(1024)
  let length = 0
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values]
    keys = new Float64Array(oldKeys.length * 2)
    values = new Uint32Array(oldValues.length * 2)
    keys.set(oldKeys)
    values.set(oldValues)
  }
  const push = (value: number, key: number): void => {
    if (length === keys.length) grow()
    let at = length
    length += 1
    while (at > 0) {
      const parent = (at - 1) >> 2
      if (keys[parent]! <= key) break
      keys[at] = keys[parent]!
      values[at] = values[parent]!
      at = parent
    }
    keys[at] = key
    values[at] = value
  }
  const pop = (): number => {
    const top = values[0]!
    length -= 1
    const [key, value] = [keys[length]!, values[length]!]
    let at = 0
    for (;;) {
      const first = at * 4 + 1
      if (first >= length) break
      let least = first
      const last = Math.min(first + 4, length)
      for (let child = first + 1; child < last; child++) if (keys[child]! < keys[least]!) least = child
      if (keys[least]! >= key) break
      keys[at] = keys[least]!
      values[at] = values[least]!
      at = least
    }
    keys[at] = key
    values[at] = value
    return top
  }
  return {
    push,
    pop,
    size: () => length,
    clear: () => {
      length = 0
    },
  }
}
