/** A point of the earth, WGS 84 degrees. */
export interface GeoPoint {
  readonly lat: number
  readonly lon: number
}

/** Mean radius of the earth (IUGG, R1). */
export const EARTH_RADIUS_METRES = 6_371_008.8

const RADIANS = Math.PI / 180

/** Great-circle distance by the haversine formula, on the sphere: off by at most 0.6 % from the ellipsoid. */
export function distanceMetres(a: GeoPoint, b: GeoPoint): number {
  const sinLat = Math.sin(((b.lat - a.lat) * RADIANS) / 2)
  const sinLon = Math.sin(((b.lon - a.lon) * RADIANS) / 2)
  const h = sinLat * sinLat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * sinLon * sinLon
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** A point on a flat map. */
export interface PlanePoint {
  /** Metres east and north of the map's middle. */
  readonly x: number
  readonly y: number
}

/** Flattens points near `middle`: equirectangular, true to 0.1 % within 50 km of it. */
export function flattenAt(middle: GeoPoint): (point: GeoPoint) => PlanePoint {
  const metresEast = EARTH_RADIUS_METRES * RADIANS * Math.cos(middle.lat * RADIANS)
  const metresNorth = EARTH_RADIUS_METRES * RADIANS
  return ({ lat, lon }) => ({ x: (lon - middle.lon) * metresEast, y: (lat - middle.lat) * metresNorth })
}
