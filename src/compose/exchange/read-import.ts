import { done, failed, type Result } from '../../base/result.ts'
import { canonicalJson } from '../../base/canonical-json.ts'
import {
  featureToColumns,
  hasOwnColumns,
  originRows,
  parseFeatures,
  parseKml,
  readOwnTable,
  readSubmissions,
  rowToIncident,
  writeCsv,
  type ExchangedIncident,
  type ExchangeFailure,
} from '../../exchange/index.ts'
import { readGeoPackage } from './geopackage.ts'

/** What is turned into the rows of a table before it is imported: exports of another record, or submissions of a form. */
export type ImportSource = 'csv' | 'geojson' | 'kml' | 'geopackage' | 'submissions'

/** A document of features or submissions as a table, ready for import. */
export interface ImportTable {
  /** The table's kind: names the mapping in data/import. */
  readonly kind: 'truceline' | 'incident-form'
  readonly csv: string
  /** What is to be sealed of a row, by the row's id. */
  readonly sealedOf: (row: string) => { readonly [part: string]: string }
}

type Cells = { readonly [column: string]: string }

/** Reads a document into a table. Fails with `exchange-malformed`. */
export async function readImportTable(
  format: ImportSource,
  bytes: Uint8Array,
  place: string,
): Promise<Result<ImportTable, ExchangeFailure>> {
  if (format === 'submissions') return submissionTable(bytes, place)
  if (format === 'csv') {
    const incidents = readOwnTable(new TextDecoder().decode(bytes), place)
    return incidents.ok ? done(originTable(incidents.value)) : incidents
  }
  const features = await featuresOf(format, bytes, place)
  if (!features.ok) return features
  return ownTable(features.value.map(featureToColumns), place)
}

function featuresOf(format: Exclude<ImportSource, 'csv' | 'submissions'>, bytes: Uint8Array, place: string) {
  const text = () => new TextDecoder().decode(bytes)
  if (format === 'geojson') return Promise.resolve(parseFeatures(text(), place))
  return format === 'kml' ? Promise.resolve(parseKml(text(), place)) : readGeoPackage(bytes, place)
}

/** Features that the record wrote become a row for each origin; features of others have no mapping of ours. */
function ownTable(rows: readonly Cells[], place: string): Result<ImportTable, ExchangeFailure> {
  const names = Object.keys(rows[0] ?? {})
  if (!hasOwnColumns(names)) {
    const message = `${place}: found the properties ${names.slice(0, 8).join(', ') || 'none'}, expected those of an export, tl_id and on`
    return failed({ code: 'exchange-malformed', message })
  }
  const incidents: ExchangedIncident[] = []
  for (const [i, row] of rows.entries()) {
    const incident = rowToIncident(row, `${place}, feature ${i + 1}`)
    if (!incident.ok) return incident
    incidents.push(incident.value)
  }
  return done(originTable(incidents))
}

function originTable(incidents: readonly ExchangedIncident[]): ImportTable {
  return { kind: 'truceline', csv: csvOf(incidents.flatMap(originRows)), sealedOf: () => ({}) }
}

function submissionTable(bytes: Uint8Array, place: string): Result<ImportTable, ExchangeFailure> {
  const read = readSubmissions(new TextDecoder().decode(bytes), place)
  if (!read.ok) return read
  const identities = new Map(
    read.value.map(({ columns, identity }) => [columns['submission'] ?? '', identity] as const),
  )
  return done({
    kind: 'incident-form',
    csv: csvOf(read.value.map(({ columns }) => columns)),
    sealedOf: (row) => {
      const identity = identities.get(row) ?? {}
      return Object.keys(identity).length === 0 ? {} : { 'source-identity': canonicalJson(identity) }
    },
  })
}

/** A table over all the columns that any row tells. */
function csvOf(rows: readonly Cells[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return writeCsv({ columns, rows: rows.map((row) => columns.map((name) => row[name] ?? '')) })
}
