import type { WireIncidentLine } from '../contract/index.ts'

/** The forms that incidents are exported in. */
export const EXPORT_FORMATS = ['csv', 'geojson', 'ndjson'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What a form's file is called on the wire. */
export const MEDIA_TYPES: { readonly [F in ExportFormat]: string } = {
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
  ndjson: 'application/x-ndjson',
}

const COLUMNS = [
  ['id', ({ id }) => id],
  ['act', ({ act }) => act],
  ['from', ({ time }) => time?.from],
  ['to', ({ time }) => time?.to],
  ['time_precision', ({ time }) => time?.precision],
  ['place', ({ place }) => place?.name],
  ['latitude', ({ place }) => place?.lat],
  ['longitude', ({ place }) => place?.lon],
  ['radius_metres', ({ place }) => place?.radiusMetres],
  ['place_source', ({ place }) => place?.source],
  ['validity', ({ validity }) => validity],
  ['responsibility', ({ responsibility }) => responsibility],
  ['origins', ({ origins }) => origins],
  ['claims', ({ claims }) => claims],
  ['contradictions', ({ contradictions }) => contradictions],
  ['road', ({ road }) => road],
  ['chainage_km', ({ chainageKm }) => chainageKm],
] as const satisfies readonly (readonly [string, (line: WireIncidentLine) => string | number | null | undefined])[]

/** Writes incidents piece by piece in a form. Those without a place have a null geometry in GeoJSON. */
export async function* writeExport(
  format: ExportFormat,
  lines: AsyncIterable<WireIncidentLine>,
): AsyncGenerator<string> {
  if (format === 'csv') yield `${COLUMNS.map(([name]) => name).join(',')}\r\n`
  if (format === 'geojson') yield '{"type":"FeatureCollection","features":[\n'
  let isFirst = true
  for await (const line of lines) {
    if (format === 'csv') yield `${COLUMNS.map(([, of]) => cell(of(line))).join(',')}\r\n`
    else if (format === 'ndjson') yield `${JSON.stringify(line)}\n`
    else yield `${isFirst ? '' : ',\n'}${JSON.stringify(feature(line))}`
    isFirst = false
  }
  if (format === 'geojson') yield '\n]}\n'
}

function feature({ id, place, ...properties }: WireIncidentLine): object {
  const geometry = place && { type: 'Point', coordinates: [place.lon, place.lat] }
  return { type: 'Feature', id, geometry, properties: { ...properties, place } }
}

/** A cell of RFC 4180. Words that a spreadsheet would take for a formula are led by an apostrophe: they come from pages. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
