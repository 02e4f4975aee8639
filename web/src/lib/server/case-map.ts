import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { Api } from './api.ts'

type Properties = { readonly [member: string]: unknown }
type Features = FeatureCollection<Geometry, Properties>

const NOTHING: Features = { type: 'FeatureCollection', features: [] }

/** What the map of a case is drawn from. */
export interface CaseMap {
  readonly places: Features
  readonly roads: Features
  readonly zones: Features
}

/** The case's own geography by its API; what is not told stays empty. */
export async function caseMap(api: Api): Promise<CaseMap> {
  const { places = NOTHING, roads = NOTHING, zones = NOTHING } = (await api.ask<Partial<CaseMap>>('/case/map')) ?? {}
  return { places: { ...places, features: places.features.map(labelled) }, roads, zones }
}

const ARABIC = /\p{Script=Arabic}/u
/** Larger places are labelled first. */
const RANKS: { readonly [kind: string]: number } = { governorate: 1, city: 2, district: 3, town: 3, village: 4 }

function labelled({ geometry, properties }: Feature<Geometry, Properties>): Feature<Geometry, Properties> {
  const names = Array.isArray(properties['names']) ? properties['names'] : []
  const arabic = names.find((name): name is string => typeof name === 'string' && ARABIC.test(name))
  const { id, name, kind } = properties
  return {
    type: 'Feature',
    geometry,
    properties: { id, name, arabic: arabic ?? '', kind, rank: RANKS[String(kind)] ?? 5 },
  }
}
