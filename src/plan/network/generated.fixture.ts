import type { NetworkEdge } from './network.ts'

/** A network made up for tests and benches, with a risk for every edge. */
export interface GeneratedNetwork {
  readonly points: readonly { readonly lat: number; readonly lon: number }[]
  readonly edges: readonly NetworkEdge[]
  /** 0–1, clustered as incidents are. */
  readonly risk: Float64Array
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const SPEEDS_KMH = [20, 30, 50, 70, 90]

/** A grid over north-west Syria of `side`² nodes, shaken, with 8 % of its edges taken away, five classes of speed and clustered risk. */
export function generateNetwork(side: number, seed = 1): GeneratedNetwork {
  const random = createRandom(seed)
  const points = Array.from({ length: side * side }, (_, i) => ({
    lat: 35 + ((Math.floor(i / side) + random() * 0.6) / side) * 1.6,
    lon: 35.8 + (((i % side) + random() * 0.6) / side) * 1.6,
  }))
  const spots = Array.from({ length: 60 }, () => ({ lat: 35 + random() * 1.6, lon: 35.8 + random() * 1.6 }))
  const edges: NetworkEdge[] = []
  const risk: number[] = []
  const add = (from: number, to: number): void => {
    const [a, b] = [points[from], points[to]]
    if (!a || !b || random() < 0.08) return
    const lengthMetres = metres(a, b) * (1 + random() * 0.3)
    const kmh = SPEEDS_KMH[Math.floor(random() * SPEEDS_KMH.length)] ?? 50
    edges.push({ from, to, lengthMetres, seconds: lengthMetres / (kmh / 3.6) })
    risk.push(Math.max(0, 1 - Math.min(...spots.map((spot) => metres(spot, a))) / 12_000))
  }
  for (let i = 0; i < points.length; i++) {
    if ((i + 1) % side !== 0) add(i, i + 1)
    add(i, i + side)
  }
  return { points, edges, risk: Float64Array.from(risk) }
}

function metres(a: { readonly lat: number; readonly lon: number }, b: typeof a): number {
  return Math.hypot((a.lat - b.lat) * 111_200, (a.lon - b.lon) * 90_400)
}
