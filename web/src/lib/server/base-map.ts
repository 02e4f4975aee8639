import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { Feature, Geometry, Position } from 'geojson'

/** West, south, east, north of the land that is sent: the eastern Mediterranean and its hinterland. Beyond it the map is bare. */
const WINDOW = [28, 28, 48, 43] as const

type Atlas = Parameters<typeof feature>[0]

let base: string | null = null

/** Countries that reach into the window, as GeoJSON; some hundred kilobytes, made once. */
export function readBase(): string {
  base ??= makeBase()
  return base
}

function makeBase(): string {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Atlas
  const countries = feature(atlas, atlas.objects['countries'] ?? { type: 'GeometryCollection', geometries: [] })
  const features = countries.type === 'FeatureCollection' ? countries.features : [countries]
  return JSON.stringify({ type: 'FeatureCollection', features: features.flatMap(withinWindow).map(rounded) })
}

function withinWindow<P>(country: Feature<Geometry, P>): Feature<Geometry, P>[] {
  const { geometry } = country
  if (geometry.type === 'Polygon') return reaches(geometry.coordinates[0] ?? []) ? [country] : []
  if (geometry.type !== 'MultiPolygon') return []
  const coordinates = geometry.coordinates.filter((polygon) => reaches(polygon[0] ?? []))
  return coordinates.length === 0 ? [] : [{ ...country, geometry: { ...geometry, coordinates } }]
}

function reaches(ring: readonly Position[]): boolean {
  const [west, south, east, north] = WINDOW
  return ring.some(([lon = 0, lat = 0]) => lon > west && lon < east && lat > south && lat < north)
}

/** A thousandth of a degree, some hundred metres: finer than the atlas itself. */
function rounded<P>({ geometry, properties }: Feature<Geometry, P>): Feature<Geometry, P> {
  const text = JSON.stringify(geometry, (_key, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
  )
  return { type: 'Feature', geometry: JSON.parse(text) as Geometry, properties }
}
