import type { GeoPoint } from '../../base/geometry/distance.ts'
import { projectToLine } from '../../base/geometry/project-to-line.ts'
import type { CompassSide, LonLat, Road, RoadPoint, ZoneShape } from '../../model/index.ts'
import { bandShape, bothShapes, polygonShape, type Shape } from './shape.ts'

/** What zones are derived from. */
export interface ZoneSources {
  /** By id. */
  readonly roads: ReadonlyMap<string, Road>
  /** Places of the case by id. */
  readonly places: ReadonlyMap<string, GeoPoint>
}

/** The shape of a zone; null where nobody knows it, or what it is derived from is missing. `earlier`: the zones above it. */
export function buildShape(
  shape: ZoneShape,
  sources: ZoneSources,
  earlier: ReadonlyMap<string, Shape | null>,
): Shape | null {
  switch (shape.kind) {
    case 'polygon':
      return polygonShape(shape.rings.map((ring) => ring.map(pointOf)))
    case 'line-corridor':
      return bandShape(shape.line.map(pointOf), shape.metres)
    case 'road-corridor': {
      const line = stretchOf(sources.roads.get(shape.road), shape.between, sources.places)
      return line && bandShape(line, shape.metres)
    }
    case 'side-of-road': {
      const [road, whole] = [sources.roads.get(shape.road), earlier.get(shape.zone)]
      return road && whole ? bothShapes(whole, { metresInside: metresOnSide(road, shape.side) }) : null
    }
    case 'unknown':
      return null
  }
}

function pointOf([lon, lat]: LonLat): GeoPoint {
  return { lat, lon }
}

/** The part of a road between two places of the case; null ends are the road's own. */
function stretchOf(
  road: Road | undefined,
  between: readonly [string | null, string | null],
  places: ReadonlyMap<string, GeoPoint>,
): readonly GeoPoint[] | null {
  if (!road) return null
  const ends = between.map((place, i) => {
    if (place === null) return { km: i === 0 ? -Infinity : Infinity, point: null }
    const point = places.get(place)
    return point ? nearestOn(road.points, point) : null
  })
  const [one, other] = ends
  if (!one || !other) return null
  const [from, to] = one.km <= other.km ? [one, other] : [other, one]
  const inner = road.points.filter(({ km }) => km > from.km && km < to.km)
  return [...(from.point ? [from.point] : []), ...inner, ...(to.point ? [to.point] : [])]
}

function nearestOn(points: readonly RoadPoint[], point: GeoPoint): { readonly km: number; readonly point: GeoPoint } {
  const { segment, fraction } = projectToLine(points, point)
  const [from, to] = [points[segment], points[segment + 1]]
  if (!from || !to) throw new RangeError('a road without points')
  const between = (a: number, b: number): number => a + (b - a) * fraction
  return { km: between(from.km, to.km), point: { lat: between(from.lat, to.lat), lon: between(from.lon, to.lon) } }
}

/** How far on a side of a road a point lies, by the road's main direction from its first point to its last. */
function metresOnSide(road: Road, side: CompassSide): (point: GeoPoint) => number {
  const [first, last] = [road.points[0], road.points.at(-1)]
  if (!first || !last) return () => -Infinity
  const [east, north] = [last.lon >= first.lon, last.lat >= first.lat]
  const isLeftSide = { north: east, south: !east, west: north, east: !north }[side]
  return (point) => {
    const { left, offsetMetres } = projectToLine(road.points, point)
    return left === isLeftSide ? offsetMetres : -offsetMetres
  }
}
