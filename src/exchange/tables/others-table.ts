import { COLUMNS } from '../columns.ts'
import type { ExchangedIncident, ExportedText, LeftOut } from '../exchanged-incident.ts'
import { writeCsv } from './csv.ts'
import { OWN_COLUMNS, ownCells } from './own-columns.ts'

/** A row as its own source gave it, and the incident that it is counted to; empty where none is. */
export interface SourceRow {
  readonly incident: string
  readonly columns: { readonly [column: string]: string }
}

/** How a table of others is written. */
export interface OthersTableOptions {
  /** Rows that came from this very source, in the order of the log: written as they came, in place of their incidents. (Default: none) */
  readonly sourceRows?: readonly SourceRow[]
  /** Whether the record's own columns stand beside theirs: origins, both axes, claims. (Default: true) */
  readonly ownColumns?: boolean
}

/** A form of table that others use. */
export interface OthersTable {
  readonly columns: readonly string[]
  /** Why an incident has no row; null where it has one. */
  readonly whyNot: (incident: ExchangedIncident) => string | null
  /** Its cells, one a column. */
  readonly cellsOf: (incident: ExchangedIncident) => readonly string[]
}

/** Writes a table of others: first the rows that are theirs, then a row for each other incident that has one. */
export function writeOthersTable(
  { columns, whyNot, cellsOf }: OthersTable,
  incidents: readonly ExchangedIncident[],
  { sourceRows = [], ownColumns = true }: OthersTableOptions,
): ExportedText {
  const names = sourceRows.length === 0 ? columns : joinColumns(columns, sourceRows)
  const own = new Map(ownColumns ? incidents.map((incident) => [incident.id, ownCells(incident)] as const) : [])
  const beside = (id: string) => (ownColumns ? (own.get(id) ?? COLUMNS.map(() => '')) : [])
  const theirs = sourceRows.map((row) => [...names.map((name) => row.columns[name] ?? ''), ...beside(row.incident)])
  const covered = new Set(sourceRows.map(({ incident }) => incident))
  const leftOut: LeftOut[] = []
  const ours = incidents.flatMap((incident) => {
    if (covered.has(incident.id)) return []
    const why = whyNot(incident)
    if (why === null) {
      const cells = new Map(cellsOf(incident).map((cell, i) => [columns[i], cell] as const))
      return [[...names.map((name) => cells.get(name) ?? ''), ...beside(incident.id)]]
    }
    leftOut.push({ incident: incident.id, what: 'the incident', why })
    return []
  })
  const rows = [...theirs, ...ours]
  return {
    text: writeCsv({ columns: ownColumns ? [...names, ...OWN_COLUMNS] : names, rows }),
    count: rows.length,
    leftOut,
  }
}

/** The form's columns that are told or that a new row needs; columns of other editions follow by name. */
function joinColumns(columns: readonly string[], rows: readonly SourceRow[]): readonly string[] {
  const told = new Set(rows.flatMap(({ columns: cells }) => Object.keys(cells)))
  const own = new Set(OWN_COLUMNS)
  const further = [...told].filter((name) => !columns.includes(name) && !own.has(name)).sort()
  return [...columns.filter((name) => told.has(name)), ...further]
}
