import { loadPlanner, type Planner } from '../../compose/patrols/index.ts'
import type { Road } from '../../model/index.ts'
import { findOnRoad } from '../../plan/index.ts'
import { refuse } from '../terminal/index.ts'

/** A road of a case with the way to its places. */
export interface RoadFinder {
  readonly road: Road
  readonly planner: Planner
  /** The kilometre that words lead to; null, after saying why on stderr, where they lead nowhere. */
  readonly kmOf: (words: string) => number | null
}

/** Opens a road of a case's folder by id or name; null, after saying why on stderr, where it has none of that name. */
export function openRoad(caseFolder: string | undefined, roadName: string): RoadFinder | null {
  const planner = loadPlanner(caseFolder)
  if (!planner.ok) {
    refuse(planner.failure)
    return null
  }
  const road = findRoad(planner.value.roads, roadName)
  if (!road) return null
  const kmOf = (words: string): number | null => {
    const found = findOnRoad(road, planner.value.places, words)
    if (!found) refuseEnd(words, road)
    return found?.km ?? null
  }
  return { road, planner: planner.value, kmOf }
}

/** Says that words lead to no place of a road. */
export function refuseEnd(words: string, road: Road): void {
  const expected = `a place within 10 km of ${road.name}, or a kilometre of it`
  refuse({ code: 'place-unknown', message: `${road.name}: found ${words}, expected ${expected}` })
}

/** A road by id or name; null, after saying why on stderr, where there is none of that name. */
export function findRoad(roads: readonly Road[], words: string): Road | null {
  const asked = words.toLowerCase()
  const road = roads.find(({ id, name }) => id.toLowerCase() === asked || name.toLowerCase() === asked)
  if (road) return road
  const expected = roads.length > 0 ? `one of ${roads.map(({ name }) => name).join(', ')}` : 'a case with roads'
  refuse({ code: 'road-unknown', message: `--road: found ${words}, expected ${expected}` })
  return null
}
