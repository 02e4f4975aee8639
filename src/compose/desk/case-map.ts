import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Road, Zone } from '../../model/index.ts'
import { projectToRoad } from '../../plan/index.ts'
import { hasAgreement, loadAssessmentRules } from '../record/index.ts'
import { loadRoads } from '../load-roads.ts'
import type { Desk } from './open-desk.ts'

type Properties = { readonly [member: string]: unknown }

/** A feature as GeoJSON has it. */
interface Feature {
  readonly type: 'Feature'
  readonly geometry: object
  readonly properties: Properties
}

/** Features as GeoJSON has them. */
export interface Features {
  readonly type: 'FeatureCollection'
  readonly features: readonly Feature[]
}

/** What the map of a case is drawn from: GeoJSON in WGS 84 degrees. */
export interface CaseMap {
  readonly places: Features
  readonly roads: Features
  /** Zones of the agreement that can be drawn; where nobody published one's shape it is left out. */
  readonly zones: Features
}

/** A case's places, roads and zones. Reads the case's files; throws what the file system does where one cannot be read. */
export async function caseMap({ caseFolder, open }: Pick<Desk, 'caseFolder' | 'open'>): Promise<CaseMap> {
  return {
    places: placesOf(join(caseFolder, 'places.geojson')),
    roads: collected(loadRoads(caseFolder).map(roadFeature)),
    zones: collected(await zonesOf(caseFolder, open)),
  }
}

function collected(features: readonly Feature[]): Features {
  return { type: 'FeatureCollection', features }
}

function placesOf(path: string): Features {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Features) : collected([])
}

function roadFeature({ id, name, points }: Road): Feature {
  return { type: 'Feature', geometry: lineOf(points), properties: { id, name } }
}

function lineOf(points: readonly { readonly lat: number; readonly lon: number }[]): object {
  return { type: 'LineString', coordinates: points.map(({ lat, lon }) => [lon, lat]) }
}

async function zonesOf(caseFolder: string, open: Desk['open']): Promise<readonly Feature[]> {
  const rules = hasAgreement(caseFolder) ? loadAssessmentRules(caseFolder) : null
  if (!rules?.ok) return []
  const features: Feature[] = []
  for (const zone of rules.value.agreement.zones) {
    const geometry = await geometryOf(zone, rules.value, open)
    const { id, name, confidence } = zone
    if (geometry) features.push({ type: 'Feature', geometry, properties: { id, name, confidence } })
  }
  return features
}

type Rules = Extract<ReturnType<typeof loadAssessmentRules>, { ok: true }>['value']

/** Null for a zone whose shape is not known, or that is a part of another one. */
async function geometryOf({ shape }: Zone, { roads, places }: Rules, open: Desk['open']): Promise<object | null> {
  switch (shape.kind) {
    case 'polygon':
      return { type: 'Polygon', coordinates: shape.rings }
    case 'line-corridor':
      return buffered(open, { type: 'LineString', coordinates: shape.line }, shape.metres)
    case 'road-corridor': {
      const road = roads.find(({ id }) => id === shape.road)
      if (!road) return null
      const kms = shape.between.map((place) => kmOf(road, place === null ? undefined : places.get(place)))
      return buffered(open, lineOf(partOf(road, kms)), shape.metres)
    }
    case 'side-of-road':
    case 'unknown':
      return null
  }
}

function kmOf(road: Road, place: Parameters<typeof projectToRoad>[1] | undefined): number | null {
  return place ? projectToRoad(road, place).km : null
}

/** The road's points between two kilometres; an end that is not told is the road's own. */
function partOf({ points }: Road, [one = null, other = null]: readonly (number | null)[]): Road['points'] {
  const [low, high] = [one ?? 0, other ?? Number.POSITIVE_INFINITY].toSorted((a, b) => a - b)
  const part = points.filter(({ km }) => km >= (low ?? 0) && km <= (high ?? 0))
  return part.length < 2 ? points : part
}

async function buffered({ store }: Desk['open'], line: object, metres: number): Promise<object | null> {
  const rows = await store.query<{ geometry: string }>(
    'select st_asgeojson(st_buffer(st_geomfromgeojson($1)::geography, $2::float8)::geometry, 5) as geometry',
    [JSON.stringify(line), metres],
  )
  return rows[0] ? (JSON.parse(rows[0].geometry) as object) : null
}
