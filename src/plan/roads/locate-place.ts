import type { PlaceReference, Road, RoadPosition } from '../../model/index.ts'
import { nearestRoad } from './project-to-road.ts'

/** Farther off than the corridor of the protocol of 5 March 2020 reaches (6 km), a place has no chainage. */
const WITHIN_METRES = 6000

/** A place that may reach farther than this around its point (a province, a plain) has no chainage: one would be false precision. */
const VAGUEST_METRES = 6000

/** Where a place lies on the roads of the case: by chainage, somewhere on a road, or on none. */
export type PlaceOnRoad =
  | { readonly kind: 'at'; readonly position: RoadPosition }
  /** The place is a road itself: "on the M4". */
  | { readonly kind: 'somewhere'; readonly road: string }
  | { readonly kind: 'off' }

/** Locates a place on the roads of a case. The case's place of a road bears the road's own id, `case:m4`. */
export function locatePlace(roads: readonly Road[], place: PlaceReference | null): PlaceOnRoad {
  if (!place) return { kind: 'off' }
  const named = roads.find(({ id }) => place.source === `case:${id}`)
  if (named) return { kind: 'somewhere', road: named.id }
  const position = place.radiusMetres <= VAGUEST_METRES ? nearestRoad(roads, place, WITHIN_METRES) : null
  return position ? { kind: 'at', position } : { kind: 'off' }
}
