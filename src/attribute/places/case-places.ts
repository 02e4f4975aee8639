/** A place that a case states as a fact: a village, road or zone of the agreement. */
export interface CasePlace {
  /** Short id, unique in the case: "ain-al-hawr". */
  readonly id: string
  readonly name: string
  /** All other spellings, in any script. */
  readonly names: readonly string[]
  /** WGS 84 degrees. */
  readonly lat: number
  readonly lon: number
  readonly radiusMetres: number
  /** "village", "town", "city", "road", "zone", "province", "landmark"… */
  readonly kind: string
  /** Named often in the case: meant rather than a namesake where the text does not tell. (Default: false) */
  readonly prominent: boolean
  /** Name of the province that it lies in; null if the nearest town's will do. */
  readonly within: string | null
  /** Where the row's facts come from. */
  readonly source: string
  /** GeoNames id of the same place, so that the world's entry is not counted beside it; null if none. */
  readonly geonames: number | null
}

/**
 * Reads a case's `places.geojson`: a FeatureCollection of Points with properties id, name, names, radiusMetres, kind, source and
 * perhaps within, geonames and prominent.
 * @throws TypeError naming the feature and field that is wrong; a case file is the operator's own, so a fault in it stops the start.
 */
export function parseCasePlaces(geojson: unknown): readonly CasePlace[] {
  if (!isRecord(geojson) || !Array.isArray(geojson['features'])) throw new TypeError('places: no FeatureCollection')
  const places = geojson['features'].map(parseFeature)
  const ids = new Set(places.map((place) => place.id))
  if (ids.size < places.length) throw new TypeError('places: an id stands twice')
  return places
}

function parseFeature(feature: unknown, at: number): CasePlace {
  const where = `places: feature ${at}`
  if (!isRecord(feature)) throw new TypeError(`${where}: no object`)
  const { geometry, properties } = feature
  if (!isRecord(properties)) throw new TypeError(`${where}: no properties`)
  const [lon, lat] = pointOf(geometry, where)
  const geonames = properties['geonames'] ?? null
  if (geonames !== null && !Number.isInteger(geonames)) throw new TypeError(`${where}: geonames is no whole number`)
  return {
    id: textOf(properties, 'id', where),
    name: textOf(properties, 'name', where),
    names: namesOf(properties['names'], where),
    lat,
    lon,
    radiusMetres: numberOf(properties, 'radiusMetres', where),
    kind: textOf(properties, 'kind', where),
    prominent: properties['prominent'] === true,
    within: properties['within'] === undefined ? null : textOf(properties, 'within', where),
    source: textOf(properties, 'source', where),
    geonames: geonames as number | null,
  }
}

function pointOf(geometry: unknown, where: string): readonly [number, number] {
  const coordinates = isRecord(geometry) && geometry['type'] === 'Point' ? geometry['coordinates'] : null
  const [lon, lat] = Array.isArray(coordinates) ? (coordinates as unknown[]) : []
  if (typeof lon !== 'number' || typeof lat !== 'number' || Math.abs(lon) > 180 || Math.abs(lat) > 90) {
    throw new TypeError(`${where}: expected a Point with [lon, lat]`)
  }
  return [lon, lat]
}

function namesOf(names: unknown, where: string): readonly string[] {
  if (names === undefined) return []
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) {
    throw new TypeError(`${where}: names is no list of texts`)
  }
  return names
}

function textOf(properties: Readonly<Record<string, unknown>>, field: string, where: string): string {
  const value = properties[field]
  if (typeof value !== 'string' || value === '') throw new TypeError(`${where}: expected text in ${field}`)
  return value
}

function numberOf(properties: Readonly<Record<string, unknown>>, field: string, where: string): number {
  const value = properties[field]
  if (typeof value !== 'number' || !(value > 0)) throw new TypeError(`${where}: expected a number above 0 in ${field}`)
  return value
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
