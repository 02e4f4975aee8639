import type { Api } from './api.ts'
import type { KnownNames } from './amendment.ts'

interface PlaceFeature {
  readonly geometry: { readonly coordinates: readonly [lon: number, lat: number] }
  readonly properties: { readonly id: string; readonly name: string; readonly radiusMetres: number }
}

/** The actors and places of the case, by name. */
export async function readKnownNames(api: Api): Promise<KnownNames> {
  const [actors, map] = await Promise.all([
    api.ask<{ readonly items: KnownNames['actors'] }>('/actors'),
    api.askKept<{ readonly places: { readonly features: readonly PlaceFeature[] } }>('/case/map'),
  ])
  const places = map?.places.features.map(({ geometry: { coordinates }, properties: { id, name, radiusMetres } }) => {
    const [lon, lat] = coordinates
    return { name, lat, lon, radiusMetres, source: `case:${id}` }
  })
  return { actors: actors?.items ?? [], places: places ?? [] }
}
