import { flattenAt, type GeoPoint } from '../../base/geometry/distance.ts'

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number]

/**
 * A zone's shape, ready to be asked. `metresInside`: how far inside a point lies, negative outside; to 1 % within 100 km (each
 * question is answered on a flat map around the point, where the error of the nearest edge counts and no other).
 */
export interface Shape {
  readonly box: Box
  readonly metresInside: (point: GeoPoint) => number
}

/** The least box around points. */
export function boxAround(points: readonly GeoPoint[]): Box {
  const lats = points.map(({ lat }) => lat)
  const lons = points.map(({ lon }) => lon)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

/** A box grown by metres on every side. */
export function growBox([west, south, east, north]: Box, metres: number): Box {
  const lat = metres / 111_195
  const lon = lat / Math.max(0.01, Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180))
  return [west - lon, south - lat, east + lon, north + lat]
}

/** Whether a point lies in a box. */
export function isInBox([west, south, east, north]: Box, { lat, lon }: GeoPoint): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}

/** A band of so many metres on both sides of a line, round at its ends. */
export function bandShape(line: readonly GeoPoint[], metres: number): Shape {
  const path = flatPath(line)
  return { box: growBox(boxAround(line), metres), metresInside: (point) => metres - metresTo(path, point) }
}

/** A polygon: what lies within the first ring and in none of the others. */
export function polygonShape(rings: readonly (readonly GeoPoint[])[]): Shape {
  const paths = rings.map(flatPath)
  return {
    box: boxAround(rings[0] ?? []),
    metresInside: (point) => {
      const metres = Math.min(...paths.map((path) => metresTo(path, point)))
      const [outline, ...holes] = paths.map((path) => surrounds(path, point))
      return outline === true && !holes.includes(true) ? metres : -metres
    },
  }
}

/** What lies in both. */
export function bothShapes(a: Shape, b: Pick<Shape, 'metresInside'>): Shape {
  return { box: a.box, metresInside: (point) => Math.min(a.metresInside(point), b.metresInside(point)) }
}

/** Longitudes and latitudes, alternating, so that a walk along them touches one piece of memory. */
type FlatPath = Float64Array

function flatPath(points: readonly GeoPoint[]): FlatPath {
  return Float64Array.from(points.flatMap(({ lat, lon }) => [lon, lat]))
}

/** Distance to the nearest point of a path. */
function metresTo(path: FlatPath, point: GeoPoint): number {
  const unit = flattenAt(point)({ lat: point.lat + 1, lon: point.lon + 1 })
  let nearest = Infinity
  let x = ((path[0] ?? 0) - point.lon) * unit.x
  let y = ((path[1] ?? 0) - point.lat) * unit.y
  for (let i = 2; i < path.length; i += 2) {
    const nextX = ((path[i] ?? 0) - point.lon) * unit.x
    const nextY = ((path[i + 1] ?? 0) - point.lat) * unit.y
    const [dx, dy] = [nextX - x, nextY - y]
    const length = dx * dx + dy * dy
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / length))
    const [nearX, nearY] = [x + dx * along, y + dy * along]
    nearest = Math.min(nearest, nearX * nearX + nearY * nearY)
    x = nextX
    y = nextY
  }
  return path.length === 2 ? Math.hypot(x, y) : Math.sqrt(nearest)
}

/** Whether a closed path surrounds a point, by counting the edges that a ray to the east crosses. */
function surrounds(path: FlatPath, { lat, lon }: GeoPoint): boolean {
  let inside = false
  for (let i = 0; i + 3 < path.length; i += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = path.subarray(i, i + 4)
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}
