import type { Feature, FeatureCollection, Point } from 'geojson'
import { done, type Result } from '../../base/result.ts'
import { COLUMNS, incidentToRow, rowToIncident, type Column } from '../columns.ts'
import type { ExchangedIncident, ExportedText } from '../exchanged-incident.ts'
import { exchangeRefused, type ExchangeFailure } from '../failure.ts'

type Properties = { readonly [name: string]: unknown }

/** How lists stand in a feature: as JSON values, or as text for readers that know no lists. */
export type ListForm = 'values' | 'text'

/** Incidents as features: a point where the place is known, else no geometry. Empty cells are null. */
export function toFeatures(
  incidents: readonly ExchangedIncident[],
  lists: ListForm,
): FeatureCollection<Point | null, Properties> {
  return {
    type: 'FeatureCollection',
    features: incidents.map((incident) => ({
      type: 'Feature',
      // GDAL would take the id for the number of a row.
      ...(lists === 'values' && { id: incident.id }),
      geometry: incident.place && { type: 'Point', coordinates: [incident.place.lon, incident.place.lat] },
      properties: propertiesOf(incident, lists),
    })),
  }
}

/** Incidents as GeoJSON (RFC 7946), each with all that the record says as properties. Holds everything. */
export function writeGeoJson(incidents: readonly ExchangedIncident[]): ExportedText {
  const text = `${JSON.stringify(toFeatures(incidents, 'values'))}\n`
  return { text, count: incidents.length, leftOut: [] }
}

/** Reads features that bear the record's own columns as properties. Fails with `exchange-malformed`. */
export function readGeoJson(text: string, place: string): Result<readonly ExchangedIncident[], ExchangeFailure> {
  const features = parseFeatures(text, place)
  return features.ok ? readFeatures(features.value, place) : features
}

/** Parses a collection of features. Fails with `exchange-malformed`. */
export function parseFeatures(text: string, place: string): Result<readonly Feature[], ExchangeFailure> {
  try {
    const value = JSON.parse(text) as { type?: unknown; features?: unknown }
    if (value.type === 'FeatureCollection' && Array.isArray(value.features)) {
      return done(value.features as readonly Feature[])
    }
    return exchangeRefused(place, String(value.type), 'a FeatureCollection')
  } catch (cause) {
    return exchangeRefused(place, cause instanceof Error ? cause.message : String(cause), 'GeoJSON')
  }
}

/** Incidents from features. Fails with `exchange-malformed`, naming the feature. */
export function readFeatures(
  features: readonly Feature[],
  place: string,
): Result<readonly ExchangedIncident[], ExchangeFailure> {
  const incidents: ExchangedIncident[] = []
  for (const [i, feature] of features.entries()) {
    const incident = rowToIncident(cellsOf(feature.properties ?? {}), `${place}, feature ${i + 1}`)
    if (!incident.ok) return incident
    incidents.push(incident.value)
  }
  return done(incidents)
}

/** A feature's properties as cells, with the coordinates of a point as `lat` and `lon`: what an import of any features goes by. */
export function featureToColumns(feature: Feature): { readonly [column: string]: string } {
  const cells = cellsOf(feature.properties ?? {})
  const geometry = feature.geometry as Feature['geometry'] | null
  if (geometry?.type !== 'Point') return cells
  const [lon, lat] = geometry.coordinates
  return { ...cells, ...(feature.id !== undefined && { id: String(feature.id) }), lat: String(lat), lon: String(lon) }
}

function propertiesOf(incident: ExchangedIncident, lists: ListForm): Properties {
  const row = incidentToRow(incident)
  return Object.fromEntries(COLUMNS.map((column) => [column.name, propertyOf(column, row[column.name], lists)]))
}

function propertyOf({ type }: Column, text: string, lists: ListForm): unknown {
  if (text === '') return type === 'json' && lists === 'values' ? [] : null
  if (type === 'number') return Number(text)
  return type === 'json' && lists === 'values' ? JSON.parse(text) : text
}

function cellsOf(properties: Properties): { readonly [column: string]: string } {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, cellOf(value)]))
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.length === 0 ? '' : JSON.stringify(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
