import { z } from 'zod'
import { distanceMetres } from '../../base/geometry/distance.ts'
import type { Road, RoadPlace, RoadPoint } from '../../model/index.ts'
import { projectToRoad } from './project-to-road.ts'

const POSITION = z
  .array(z.number())
  .min(2)
  .transform(([lon = 0, lat = 0]) => ({ lat, lon }))
  .refine(({ lat, lon }) => Math.abs(lat) <= 90 && Math.abs(lon) <= 180, 'expected [lon, lat] in degrees')

const LINE = z.object({ type: z.literal('LineString'), coordinates: z.array(POSITION).min(2) })
const POINT = z.object({ type: z.literal('Point'), coordinates: POSITION })
const TEXT = z.string().min(1)

const ROAD = z.object({
  geometry: LINE,
  properties: z.object({ kind: z.literal('road'), id: TEXT, name: TEXT, source: TEXT }),
})

const PLACE = z.object({
  geometry: POINT,
  properties: z.object({
    kind: z.enum(['turning-place', 'junction']),
    id: TEXT,
    road: TEXT,
    name: TEXT,
    source: TEXT,
  }),
})

const FILE = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.union([ROAD, PLACE])) })

/**
 * Reads a case's `roads.geojson`: a FeatureCollection of LineStrings with properties kind `road`, id, name, source, and of Points with
 * kind `turning-place` or `junction`, id, road (the id of its road), name, source. Chainage is measured along the line from its first point.
 * @throws TypeError naming the feature and field that is wrong
 */
export function parseRoads(geojson: unknown): readonly Road[] {
  const { features } = parseFile(geojson)
  const places = features.filter((feature): feature is z.infer<typeof PLACE> => feature.properties.kind !== 'road')
  const roads = features
    .filter((feature): feature is z.infer<typeof ROAD> => feature.properties.kind === 'road')
    .map(({ geometry, properties: { id, name, source } }): Road => {
      return { id, name, points: measure(geometry.coordinates), turningPlaces: [], junctions: [], source }
    })
  const ids = [...roads.map(({ id }) => id), ...places.map(({ properties }) => properties.id)]
  const twice = ids.find((id, i) => ids.indexOf(id) < i)
  if (twice !== undefined) throw new TypeError(`roads: the id ${twice} stands twice`)
  const stray = places.find(({ properties }) => !roads.some(({ id }) => id === properties.road))
  if (stray)
    throw new TypeError(
      `roads: ${stray.properties.id}: found road ${stray.properties.road}, expected a road of the file`,
    )
  return roads.map((road) => ({
    ...road,
    turningPlaces: placesOf(road, places, 'turning-place'),
    junctions: placesOf(road, places, 'junction'),
  }))
}

function parseFile(geojson: unknown): z.infer<typeof FILE> {
  const parsed = FILE.safeParse(geojson)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new TypeError(`roads: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'malformed'}`)
}

/** The points of a line with their distance from its first. */
function measure(line: readonly { readonly lat: number; readonly lon: number }[]): readonly RoadPoint[] {
  let km = 0
  return line.map((point, i) => {
    km += distanceMetres(line[i - 1] ?? point, point) / 1000
    return { ...point, km }
  })
}

function placesOf(road: Road, places: readonly z.infer<typeof PLACE>[], kind: string): readonly RoadPlace[] {
  return places
    .filter(({ properties }) => properties.road === road.id && properties.kind === kind)
    .map(({ geometry, properties: { id, name, source } }) => {
      return { id, name, km: projectToRoad(road, geometry.coordinates).km, source }
    })
    .toSorted((a, b) => a.km - b.km)
}
