import type { Patrol } from '../../../../src/model/index.ts'
import type { Part } from '../api-patrols.ts'

/** How far an account says that a patrol got: from where to where on the road; null where it tells nothing to draw. */
export interface Reach {
  readonly side: string
  readonly outcome: string
  readonly from: number
  readonly to: number
}

/** What each account of a patrol lets one draw on the strip. Where no end is told nothing is drawn: unknown is not driven, nor is it not driven. */
export function reachesOf({ accounts, planned }: Patrol, stretch: Part): readonly Reach[] {
  return accounts.flatMap(({ side, outcome, fromKm, toKm, turnedBackAtKm }) => {
    const end = turnedBackAtKm ?? toKm ?? (outcome === 'completed' ? (planned?.toKm ?? stretch.toKm) : null)
    if (end === null || outcome === 'cancelled' || outcome === 'not-mentioned') return []
    return [{ side, outcome, from: fromKm ?? planned?.fromKm ?? stretch.fromKm, to: end }]
  })
}

/** Kilometres to print under a strip: round ones, and not too many. */
export function ticksOf(part: Part): readonly number[] {
  const [low, high] = [Math.min(part.fromKm, part.toKm), Math.max(part.fromKm, part.toKm)]
  const step = [1, 2, 5, 10, 20, 50].find((candidate) => (high - low) / candidate <= 10) ?? 100
  const ticks: number[] = []
  for (let km = Math.ceil(low / step) * step; km <= high; km += step) ticks.push(km)
  return ticks
}

/** Places to name on a strip without one lying over another: those of the greatest gap first come first, at least so far apart. */
export function spaced<T extends { readonly km: number }>(places: readonly T[], apartKm: number): readonly T[] {
  const kept: T[] = []
  for (const place of places) if (kept.every(({ km }) => Math.abs(km - place.km) >= apartKm)) kept.push(place)
  return kept.toSorted((a, b) => a.km - b.km)
}

/** The part of a road that holds all of some, the lesser km first; one kilometre where there is none. */
export function extentOf(parts: readonly Part[]): Part {
  if (parts.length === 0) return { fromKm: 0, toKm: 1 }
  let [low, high] = [Infinity, -Infinity]
  for (const { fromKm, toKm } of parts) {
    low = Math.min(low, fromKm, toKm)
    high = Math.max(high, fromKm, toKm)
  }
  return { fromKm: low, toKm: high }
}
