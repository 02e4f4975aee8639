import type { GeoPoint } from '../../base/geometry/distance.ts'
import type { Road } from '../../model/index.ts'
import { projectToRoad } from './project-to-road.ts'

/** A place with all its names. */
export interface NamedPlace extends GeoPoint {
  readonly id: string
  readonly name: string
  readonly names: readonly string[]
}

/** Where words lead on a road. */
export interface FoundOnRoad {
  readonly name: string
  readonly km: number
}

/** Farther off, a place is not one of the road's. */
const WITHIN_METRES = 10_000

/**
 * Finds where words lead on a road: a kilometre (`41.7`), one of the road's own places, or a place of the case by id or any name, written
 * with or without capitals, spaces and hyphens. Of several of one name the nearest to the road is meant. Null where they lead nowhere.
 */
export function findOnRoad(road: Road, places: readonly NamedPlace[], words: string): FoundOnRoad | null {
  const end = road.points.at(-1)?.km ?? 0
  if (/^\d+(?:\.\d+)?$/.test(words)) {
    const km = Number(words)
    return km <= end ? { name: `km ${words}`, km } : null
  }
  const asked = keyOf(words)
  const named = places.filter(({ id, name, names }) => [id, name, ...names].some((one) => keyOf(one) === asked))
  const nearest = named
    .map((place) => ({ name: place.name, ...projectToRoad(road, place) }))
    .toSorted((a, b) => a.offsetMetres - b.offsetMetres)[0]
  if (nearest && nearest.offsetMetres <= WITHIN_METRES) return { name: nearest.name, km: nearest.km }
  const own = [...road.turningPlaces, ...road.junctions].find(
    ({ id, name }) => keyOf(id) === asked || keyOf(name) === asked,
  )
  return own ? { name: own.name, km: own.km } : null
}

function keyOf(words: string): string {
  return words.toLowerCase().replaceAll(/[\s_-]+/g, '-')
}
