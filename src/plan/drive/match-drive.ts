import { flattenAt } from '../../base/geometry/distance.ts'
import type { Road, Stretch } from '../../model/index.ts'
import type { Dropped, Track, TrackPoint } from './track.ts'

/** A part of the road that was driven, and of which the track tells every kilometre. */
export interface DrivenPart {
  readonly fromKm: number
  readonly toKm: number
}

/** The column stood. */
export interface Stop {
  readonly km: number
  /** Seconds since 1970 UTC. */
  readonly from: number
  readonly minutes: number
}

/** The track tells nothing between two points. */
export interface Gap {
  readonly fromKm: number
  readonly toKm: number
  /** Null where one of them has no time. */
  readonly minutes: number | null
}

/** The track was off the road for a while: what it did there is not matched. */
export interface Away {
  /** Where it left the road and came back to it; null where the track begins or ends off it. */
  readonly leftKm: number | null
  readonly backKm: number | null
  /** Time of the first and the last point off the road, seconds since 1970 UTC; null where it has none. */
  readonly from: number | null
  readonly to: number | null
  readonly points: number
  /** How far off the road its farthest point lies: by a flat map, some percent out at a hundred kilometres. */
  readonly farthestMetres: number
}

/** What a track tells of driving a road. */
export interface Drive {
  readonly road: string
  /** Where it first and last was on the road; null where it never was. */
  readonly startKm: number | null
  readonly endKm: number | null
  /** How far it got from its start, and whether it came back from there by a kilometre or more. */
  readonly farthestKm: number | null
  readonly turnedBack: boolean
  /** Parts of the road driven, the lesser km first, without overlaps. */
  readonly driven: readonly DrivenPart[]
  readonly drivenKm: number
  /** First and last time on the road, seconds since 1970 UTC; null where no point there has a time. */
  readonly departed: number | null
  readonly returned: number | null
  readonly stops: readonly Stop[]
  readonly gaps: readonly Gap[]
  readonly away: readonly Away[]
  readonly pointsOnRoad: number
  readonly pointsOffRoad: number
  readonly dropped: readonly Dropped[]
}

/** The road's line may itself be hundreds of metres off in bends. */
const ON_ROAD_METRES = 1000
/** Between two points farther apart on the road, what was driven is not known. */
const LONGEST_STEP_KM = 2
const LONGEST_STEP_SECONDS = 600
const STOP_SECONDS = 300
const STANDING_KM = 0.15
/** Coming back by less is no turning back: receivers and lines waver. */
const TURNED_BACK_KM = 1

/** A point with where it lies by the road; `km` null off it. */
interface Placed extends Pick<TrackPoint, 'seconds'> {
  readonly km: number | null
  readonly offMetres: number
}

interface Matched {
  readonly km: number
  readonly seconds: number | null
}

/** Matches a cleaned track to a road. Takes time linear in the points. */
export function matchDrive({ points, dropped }: Track, road: Road): Drive {
  const match = createMatcher(road)
  const placed = points.map((point): Placed => ({ ...match(point), seconds: point.seconds }))
  const matched = placed.flatMap(({ km, seconds }): Matched[] => (km === null ? [] : [{ km, seconds }]))
  const [first, last] = [matched[0], matched.at(-1)]
  const times = matched.flatMap(({ seconds }) => seconds ?? [])
  const farthestKm = first ? farthestFrom(first.km, matched) : null
  const driven = drivenParts(matched)
  return {
    road: road.id,
    startKm: first?.km ?? null,
    endKm: last?.km ?? null,
    farthestKm,
    turnedBack: last !== undefined && farthestKm !== null && Math.abs(last.km - farthestKm) >= TURNED_BACK_KM,
    driven,
    drivenKm: driven.reduce((sum, { fromKm, toKm }) => sum + toKm - fromKm, 0),
    departed: times[0] ?? null,
    returned: times.at(-1) ?? null,
    stops: stopsOf(matched),
    gaps: gapsOf(matched),
    away: awayOf(placed),
    pointsOnRoad: matched.length,
    pointsOffRoad: points.length - matched.length,
    dropped,
  }
}

/** How much of a planned stretch was driven, in km. */
export function drivenOf({ driven }: Drive, { fromKm, toKm }: Stretch): number {
  const [low, high] = [Math.min(fromKm, toKm), Math.max(fromKm, toKm)]
  return driven.reduce((sum, part) => sum + Math.max(0, Math.min(high, part.toKm) - Math.max(low, part.fromKm)), 0)
}

/**
 * The kilometre of a point, null off the road, and how far off it lies. Looks near the segment of the point before first, and everywhere only where that fails. The
 * whole road is laid flat once: within a degree of its middle that moves an offset of a kilometre by some metres.
 */
function createMatcher({ points }: Road): (point: TrackPoint) => Omit<Placed, 'seconds'> {
  const flatten = flattenAt(points[points.length >> 1] ?? { lat: 0, lon: 0 })
  const flat = points.map(flatten)
  const segments = points.length - 1
  const xs = Float64Array.from(flat, ({ x }) => x)
  const ys = Float64Array.from(flat, ({ y }) => y)
  let before = 0
  return (point) => {
    const { x, y } = flatten(point)
    let best = { squared: Infinity, segment: 0, fraction: 0 }
    const scan = (from: number, to: number): void => {
      for (let segment = Math.max(0, from); segment < Math.min(segments, to); segment++) {
        const [dx, dy] = [xs[segment + 1]! - xs[segment]!, ys[segment + 1]! - ys[segment]!]
        const [px, py] = [x - xs[segment]!, y - ys[segment]!]
        const long = dx * dx + dy * dy
        const fraction = long === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / long))
        const squared = (px - dx * fraction) ** 2 + (py - dy * fraction) ** 2
        if (squared < best.squared) best = { squared, segment, fraction }
      }
    }
    scan(before - 2, before + 3)
    if (best.squared > ON_ROAD_METRES ** 2) scan(0, segments)
    const offMetres = Math.sqrt(best.squared)
    if (offMetres > ON_ROAD_METRES) return { km: null, offMetres }
    before = best.segment
    const [from, to] = [points[best.segment]?.km ?? 0, points[best.segment + 1]?.km ?? 0]
    return { km: from + (to - from) * best.fraction, offMetres }
  }
}

function farthestFrom(startKm: number, matched: readonly Matched[]): number {
  return matched.reduce((far, { km }) => (Math.abs(km - startKm) > Math.abs(far - startKm) ? km : far), startKm)
}

function isKnownStep(a: Matched, b: Matched): boolean {
  const late = a.seconds !== null && b.seconds !== null && b.seconds - a.seconds > LONGEST_STEP_SECONDS
  return Math.abs(b.km - a.km) <= LONGEST_STEP_KM && !(late && Math.abs(b.km - a.km) > STANDING_KM)
}

function drivenParts(matched: readonly Matched[]): readonly DrivenPart[] {
  const parts: { fromKm: number; toKm: number }[] = []
  let open: { fromKm: number; toKm: number } | null = null
  for (const [i, point] of matched.entries()) {
    const before = matched[i - 1]
    if (open && before && isKnownStep(before, point)) {
      open.fromKm = Math.min(open.fromKm, point.km)
      open.toKm = Math.max(open.toKm, point.km)
    } else {
      open = { fromKm: point.km, toKm: point.km }
      parts.push(open)
    }
  }
  return unite(parts).filter(({ fromKm, toKm }) => toKm - fromKm > 0)
}

function unite(parts: readonly DrivenPart[]): readonly DrivenPart[] {
  const united: { fromKm: number; toKm: number }[] = []
  for (const part of parts.toSorted((a, b) => a.fromKm - b.fromKm)) {
    const last = united.at(-1)
    if (last && part.fromKm <= last.toKm) last.toKm = Math.max(last.toKm, part.toKm)
    else united.push({ ...part })
  }
  return united
}

function gapsOf(matched: readonly Matched[]): readonly Gap[] {
  return matched.flatMap((point, i) => {
    const before = matched[i - 1]
    if (!before || isKnownStep(before, point)) return []
    const known = before.seconds !== null && point.seconds !== null
    const minutes = known ? ((point.seconds ?? 0) - (before.seconds ?? 0)) / 60 : null
    return [{ fromKm: before.km, toKm: point.km, minutes }]
  })
}

function awayOf(placed: readonly Placed[]): readonly Away[] {
  const spells: Away[] = []
  let leftKm: number | null = null
  let spell: Away | null = null
  for (const { km, seconds, offMetres } of placed) {
    if (km !== null) {
      if (spell) spells.push({ ...spell, backKm: km })
      spell = null
      leftKm = km
      continue
    }
    const before: Away = spell ?? { leftKm, backKm: null, from: seconds, to: null, points: 0, farthestMetres: 0 }
    const farthestMetres = Math.max(before.farthestMetres, offMetres)
    spell = { ...before, to: seconds ?? before.to, points: before.points + 1, farthestMetres }
  }
  return spell ? [...spells, spell] : spells
}

/** Where the column stood: from a point on, all those after it stay close for five minutes or more. */
function stopsOf(matched: readonly Matched[]): readonly Stop[] {
  const timed = secondBySecond(matched)
  const stops: Stop[] = []
  for (let i = 0; i < timed.length; i++) {
    const start = timed[i]
    if (!start) break
    const end = lastNear(timed, i)
    const seconds = (timed[end]?.seconds ?? 0) - start.seconds
    if (seconds < STOP_SECONDS) continue
    stops.push({ km: start.km, from: start.seconds, minutes: seconds / 60 })
    i = end
  }
  return stops
}

/** One point a second at most, so that what a stop is looked for in stays short however often a receiver writes. */
function secondBySecond(matched: readonly Matched[]): readonly { readonly km: number; readonly seconds: number }[] {
  const timed: { readonly km: number; readonly seconds: number }[] = []
  for (const { km, seconds } of matched) {
    if (seconds !== null && seconds - (timed.at(-1)?.seconds ?? -Infinity) >= 1) timed.push({ km, seconds })
  }
  return timed
}

/** The last of the points after `from` that lie close to it without a break. */
function lastNear(timed: readonly { readonly km: number }[], from: number): number {
  const km = timed[from]?.km ?? 0
  let end = from
  while (end + 1 < timed.length && Math.abs((timed[end + 1]?.km ?? 0) - km) <= STANDING_KM) end += 1
  return end
}
