import {
  toFeatures,
  writeAcled,
  writeGeoJson,
  writeHxl,
  writeKml,
  writePlover,
  writeUcdp,
  type ExchangedIncident,
  type ExchangeRules,
  type LeftOut,
  type OthersTableOptions,
} from '../../exchange/index.ts'
import { writeGeoPackage } from './geopackage.ts'

/** The formats that incidents are exported in. */
type ExportFormat = 'geojson' | 'csv' | 'acled' | 'ucdp-ged' | 'plover' | 'kml' | 'geopackage'

/** A document to write, and what it could not hold. */
interface Exported {
  readonly bytes: string | Uint8Array
  readonly count: number
  readonly leftOut: readonly LeftOut[]
}

/** Writes incidents in a format of the field. `others`: how tables of ACLED and UCDP are written. */
export async function writeExport(
  format: ExportFormat,
  incidents: readonly ExchangedIncident[],
  rules: ExchangeRules,
  others: OthersTableOptions = {},
): Promise<Exported> {
  switch (format) {
    case 'geopackage':
      return { bytes: await writeGeoPackage(toFeatures(incidents, 'text')), count: incidents.length, leftOut: [] }
    case 'geojson':
      return inBytes(writeGeoJson(incidents))
    case 'csv':
      return inBytes(writeHxl(incidents))
    case 'kml':
      return inBytes(writeKml(incidents))
    case 'plover':
      return inBytes(writePlover(incidents, rules))
    case 'acled':
      return inBytes(writeAcled(incidents, rules, others))
    case 'ucdp-ged':
      return inBytes(writeUcdp(incidents, rules, others))
  }
}

function inBytes({ text, count, leftOut }: ReturnType<typeof writeGeoJson>): Exported {
  return { bytes: text, count, leftOut }
}
