import { elementAt } from '../../base/element-at.ts'
import type { Atlas } from './atlas.ts'
import { KIND } from './gazetteer-format.ts'

const MIN_METRES = 500
const MAX_TOWN_METRES = 15_000
/** Places known by a part of the name only ("Colorado State University") lie somewhere about that part. */
const PART_METRES = 5_000

/**
 * How far from its point a place may reach, in metres: what the case or the source tells; for a town 20 metres times the square
 * root of its people (2 km for 10,000, 14 km for half a million: about 800 people a square kilometre), within 0.5 and 15 km.
 */
export function radiusOf(atlas: Atlas, place: number, partly: boolean): number {
  const own = elementAt(atlas.local.places, place - atlas.world.places)
  if (own) return own.radiusMetres
  const told = (atlas.world.radiusKm[place] ?? 0) * 1000
  const people = 2 ** (atlas.population[place]! / 8)
  const kind = atlas.kind[place]!
  const town = kind >= KIND.capital && kind <= KIND.quarter
  const reach =
    town || told === 0 ? Math.min(MAX_TOWN_METRES, Math.max(MIN_METRES, Math.round(20 * Math.sqrt(people)))) : told
  return partly ? Math.max(PART_METRES, reach) : reach
}
