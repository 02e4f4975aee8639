import { COLUMNS, incidentToRow, type Row } from '../columns.ts'
import type { ExchangedIncident } from '../exchanged-incident.ts'
import { guardCell, unguardCell, type Table } from './csv.ts'

/** Names of the record's own columns, in their order. */
export const OWN_COLUMNS: readonly string[] = COLUMNS.map(({ name }) => name)

/** The record's own cells of an incident, safe for spreadsheets. */
export function ownCells(incident: ExchangedIncident): readonly string[] {
  const row: Row = incidentToRow(incident)
  return COLUMNS.map(({ name, type }) => (type === 'text' ? guardCell(row[name]) : row[name]))
}

/** The rows of a table by column, the record's own cells without their guard. */
export function readCells({ columns, rows }: Table): readonly { readonly [column: string]: string }[] {
  const textual = new Set<string>(COLUMNS.filter(({ type }) => type === 'text').map(({ name }) => name))
  return rows.map((row) =>
    Object.fromEntries(
      columns.map((name, i) => [name, textual.has(name) ? unguardCell(row[i] ?? '') : (row[i] ?? '')] as const),
    ),
  )
}
