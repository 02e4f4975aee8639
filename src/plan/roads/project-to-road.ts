import { distanceMetres, type GeoPoint } from '../../base/geometry/distance.ts'
import { projectToLine } from '../../base/geometry/project-to-line.ts'
import type { Road, RoadPosition, RoadSide } from '../../model/index.ts'

/** Nearer to the line than this, the side cannot be told: the line itself is no better known. */
const ON_ROAD_METRES = 50

/** Where a point lies as seen from a road, however far off. */
export function projectToRoad(road: Road, point: GeoPoint): RoadPosition {
  const { segment, fraction, offsetMetres, left } = projectToLine(road.points, point)
  const fromKm = road.points[segment]?.km ?? 0
  const toKm = road.points[segment + 1]?.km ?? fromKm
  const side = offsetMetres <= ON_ROAD_METRES ? 'on' : sideOf(road, left)
  return { road: road.id, km: fromKm + (toKm - fromKm) * fraction, offsetMetres, side }
}

/** The nearest of several roads, as long as one is within `withinMetres`; null where none is. */
export function nearestRoad(roads: readonly Road[], point: GeoPoint, withinMetres: number): RoadPosition | null {
  return roads
    .map((road) => projectToRoad(road, point))
    .filter(({ offsetMetres }) => offsetMetres <= withinMetres)
    .reduce<RoadPosition | null>((best, one) => (best && best.offsetMetres <= one.offsetMetres ? best : one), null)
}

/** The point of a road at a chainage; beyond its ends, the end. */
export function pointAtKm(road: Road, km: number): GeoPoint {
  const next = road.points.findIndex((point) => point.km > km)
  const to = road.points[next < 0 ? road.points.length - 1 : next]
  const from = road.points[next < 0 ? road.points.length - 1 : Math.max(0, next - 1)]
  if (!from || !to) throw new RangeError(`road ${road.id}: no points`)
  const fraction = to.km > from.km ? Math.min(1, Math.max(0, (km - from.km) / (to.km - from.km))) : 0
  return { lat: from.lat + (to.lat - from.lat) * fraction, lon: from.lon + (to.lon - from.lon) * fraction }
}

/** Compass names by the road's main direction, from its first point to its last, so that one side keeps one name all along. */
function sideOf(road: Road, left: boolean): RoadSide {
  const [first, last] = [road.points[0], road.points.at(-1)]
  if (!first || !last) throw new RangeError(`road ${road.id}: no points`)
  const corner = { lat: first.lat, lon: last.lon }
  const alongLatitude = distanceMetres(first, corner) >= distanceMetres(corner, last)
  if (alongLatitude) return left === last.lon >= first.lon ? 'north' : 'south'
  return left === last.lat >= first.lat ? 'west' : 'east'
}
