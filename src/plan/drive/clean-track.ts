import { distanceMetres } from '../../base/geometry/distance.ts'
import { createDropTally, type Track, type TrackPoint } from './track.ts'

/** No column drives faster; what seems to is a receiver that lost itself. */
const FASTEST_KMH = 200
/** Without times: no two points of one track lie farther apart. */
const FARTHEST_APART_METRES = 5000
/** So many points in a row that agree with each other, though not with those before: the column is there, and the way there is not known. */
const BELIEVED_AFTER = 5

/** Drops jumps, and times that run backward. What is left keeps its order. */
export function cleanTrack({ points, dropped }: Track): Track {
  const drops = createDropTally()
  const kept: TrackPoint[] = []
  let strays: TrackPoint[] = []
  let latest = -Infinity
  for (const [i, told] of points.entries()) {
    const backward = told.seconds !== null && told.seconds < latest
    if (backward) drops.add('clock-wrong', i + 1)
    const point = backward ? { ...told, seconds: null } : told
    const before = strays.at(-1)
    if (isReachable(kept.at(-1), point)) {
      for (let stray = 0; stray < strays.length; stray++) drops.add('jump', i - strays.length + stray + 1)
      strays = []
      kept.push(point)
      latest = point.seconds ?? latest
      continue
    }
    strays = before && isReachable(before, point) ? [...strays, point] : [...dropAll(strays, i, drops), point]
    if (strays.length < BELIEVED_AFTER) continue
    kept.push(...strays)
    latest = point.seconds ?? latest
    strays = []
  }
  dropAll(strays, points.length, drops)
  return { points: kept, dropped: mergeDrops(dropped, drops.list()) }
}

function dropAll(
  strays: readonly TrackPoint[],
  before: number,
  drops: ReturnType<typeof createDropTally>,
): TrackPoint[] {
  for (let stray = 0; stray < strays.length; stray++) drops.add('jump', before - strays.length + stray + 1)
  return []
}

function isReachable(from: TrackPoint | undefined, to: TrackPoint): boolean {
  if (!from) return true
  const metres = distanceMetres(from, to)
  const seconds = from.seconds !== null && to.seconds !== null ? to.seconds - from.seconds : null
  if (seconds === null) return metres <= FARTHEST_APART_METRES
  return metres <= 100 || metres / Math.max(1, seconds) <= FASTEST_KMH / 3.6
}

function mergeDrops(before: Track['dropped'], after: Track['dropped']): Track['dropped'] {
  const sums = new Map(before.map((drop) => [drop.why, drop]))
  for (const drop of after) {
    const known = sums.get(drop.why)
    sums.set(
      drop.why,
      known ? { ...known, count: known.count + drop.count, firstAt: Math.min(known.firstAt, drop.firstAt) } : drop,
    )
  }
  return [...sums.values()]
}
