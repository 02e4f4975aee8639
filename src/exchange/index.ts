/**
 * Exchange: incidents in the formats of the field, there and back: GeoJSON, CSV with HXL tags, KML, the columns of ACLED and UCDP GED,
 * PLOVER; and submissions of ODK and Kobo forms. Every format carries the record's own columns, so that what it writes it reads back
 * whole; what a format has no room for is listed, never dropped in silence. docs/formats.md tells what each loses.
 * Pure: texts in, texts out. GeoPackage, which is no text, is made in compose/ from the features. Imports only `model` and `base`.
 */
export type { ExchangedIncident, ExportedText, LeftOut } from './exchanged-incident.ts'
export { hasOwnColumns, rowToIncident } from './columns.ts'
export { describeIncident } from './describe.ts'
export { EXCHANGE_CODES, type ExchangeCode, type ExchangeFailure } from './failure.ts'
export { featureToColumns, parseFeatures, toFeatures, writeGeoJson } from './maps/geojson.ts'
export { parseKml, writeKml } from './maps/kml.ts'
export { originRows } from './origin-rows.ts'
export { writePlover } from './plover.ts'
export type { ExchangeRules } from './rules.ts'
export { readSubmissions } from './submissions.ts'
export { writeAcled } from './tables/acled.ts'
export { writeCsv } from './tables/csv.ts'
export { readOwnTable, writeHxl } from './tables/hxl.ts'
export type { OthersTableOptions, SourceRow } from './tables/others-table.ts'
export { writeUcdp } from './tables/ucdp.ts'
