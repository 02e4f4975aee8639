import type { Feature, Polygon } from 'geojson'

const METRES_A_DEGREE = 111_320
const CORNERS = 48

/** A circle on the ground as a polygon: how far a place may reach. */
export function circleOf(lat: number, lon: number, radiusMetres: number): Feature<Polygon> {
  const ring = Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = (i / CORNERS) * 2 * Math.PI
    const north = (Math.sin(angle) * radiusMetres) / METRES_A_DEGREE
    const east = (Math.cos(angle) * radiusMetres) / (METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180))
    return [lon + east, lat + north]
  })
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }
}
