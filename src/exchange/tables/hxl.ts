import { done, type Result } from '../../base/result.ts'
import { COLUMNS, rowToIncident } from '../columns.ts'
import type { ExchangedIncident, ExportedText } from '../exchanged-incident.ts'
import type { ExchangeFailure } from '../failure.ts'
import { readCsv, writeCsv } from './csv.ts'
import { OWN_COLUMNS, ownCells, readCells } from './own-columns.ts'

/** Incidents as CSV with a row of HXL hashtags under the header (hxlstandard.org). Holds everything. */
export function writeHxl(incidents: readonly ExchangedIncident[]): ExportedText {
  const rows = [COLUMNS.map(({ hxl }) => hxl), ...incidents.map(ownCells)]
  return { text: writeCsv({ columns: OWN_COLUMNS, rows }), count: incidents.length, leftOut: [] }
}

/** Reads a table that has the record's own columns, with or without others' beside them, a row of hashtags or not. Fails with `exchange-malformed`. */
export function readOwnTable(text: string, place: string): Result<readonly ExchangedIncident[], ExchangeFailure> {
  const table = readCsv(text, place)
  if (!table.ok) return table
  const incidents: ExchangedIncident[] = []
  for (const [i, row] of readCells(table.value).entries()) {
    if (isHashtagRow(row)) continue
    const incident = rowToIncident(row, `${place}, row ${i + 1}`)
    if (!incident.ok) return incident
    incidents.push(incident.value)
  }
  return done(incidents)
}

/** Whether a row is the one of hashtags: every cell that tells something begins with #. */
function isHashtagRow(row: { readonly [column: string]: string }): boolean {
  const told = Object.values(row).filter((cell) => cell !== '')
  return told.length > 0 && told.every((cell) => /^#[a-z]/i.test(cell))
}
