import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Road } from '../../model/index.ts'
import { loadRoads } from '../load-roads.ts'
import type { Desk } from './open-desk.ts'

type Properties = { readonly [member: string]: unknown }

/** Features as GeoJSON has them. */
export interface Features {
  readonly type: 'FeatureCollection'
  readonly features: readonly { readonly type: 'Feature'; readonly geometry: object; readonly properties: Properties }[]
}

/** What the map of a case is drawn from: GeoJSON in WGS 84 degrees. */
export interface CaseMap {
  readonly places: Features
  readonly roads: Features
}

/** A case's places and roads. Reads the case's files; throws what the file system does where one cannot be read. */
export function caseMap({ caseFolder }: Pick<Desk, 'caseFolder'>): CaseMap {
  return {
    places: placesOf(join(caseFolder, 'places.geojson')),
    roads: { type: 'FeatureCollection', features: loadRoads(caseFolder).map(featureOf) },
  }
}

function placesOf(path: string): Features {
  if (!existsSync(path)) return { type: 'FeatureCollection', features: [] }
  return JSON.parse(readFileSync(path, 'utf8')) as Features
}

function featureOf({ id, name, points }: Road): Features['features'][number] {
  const geometry = { type: 'LineString', coordinates: points.map(({ lat, lon }) => [lon, lat]) }
  return { type: 'Feature', geometry, properties: { id, name } }
}
