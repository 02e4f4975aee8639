import { done, failed, type Result } from '../base/result.ts'
import type { EntryBodies, Reading } from '../model/index.ts'
import { hashColumns } from './content-hash.ts'
import { refuseRow, rowFault, type RowFault, type RowRefusal } from './failure.ts'
import { joinColumns, type JoinedRows } from './joined-table.ts'
import { columnsOf, type Mapping } from './mapping/mapping.ts'
import { readRow, readRowId } from './row/read-row.ts'
import type { FindActor } from './row/read-sources.ts'
import { readTable, type Chunks, type TableItem, type TableRow } from './table/read-table.ts'

/** By what an import reads a table. */
export interface ImportRules {
  readonly mapping: Mapping
  /** The rows of the table that the mapping joins. (Default: none, and a mapping that joins refuses every row.) */
  readonly joined?: JoinedRows
  /** (Default: no actor is known.) */
  readonly findActor?: FindActor
}

/** A row that was read. */
export interface ImportedRow {
  readonly line: number
  readonly body: EntryBodies['import-row']
  /** Hex SHA-256 of the cells: tells whether the record holds the row as it is. */
  readonly contentHash: string
  /** The row as a report with one claim. */
  readonly reading: Reading
}

/** What one piece of the file held. */
export interface ImportBatch {
  readonly rows: readonly ImportedRow[]
  readonly refusals: readonly RowRefusal[]
  /** Why the file as a whole was not taken; it is then the last batch, and no row was read. */
  readonly fault: RowRefusal | null
}

/**
 * Reads a table as it streams in: one entry body for each row that can be taken, one refusal for each other. Batches follow the pieces
 * of the file, some may be empty; `planAppend` then says what of a batch the record does not hold yet.
 */
export async function* importTable(chunks: Chunks, rules: ImportRules): AsyncGenerator<ImportBatch> {
  const { table, optional } = rules.mapping
  const required = columnsOf(rules.mapping).filter((column) => !optional.includes(column))
  const importer = new TableImporter(rules)
  for await (const items of readTable(chunks, { ...table, required })) yield importer.take(items)
}

class TableImporter {
  readonly #rules: ImportRules
  readonly #lineOfRow = new Map<string, number>()

  constructor(rules: ImportRules) {
    this.#rules = rules
  }

  take(items: readonly TableItem[]): ImportBatch {
    const rows: ImportedRow[] = []
    const refusals: RowRefusal[] = []
    let fault: RowRefusal | null = null
    for (const item of items) {
      if (item.kind === 'fault') fault = item.refusal
      else if (item.kind === 'refusal') refusals.push(item.refusal)
      else {
        const row = this.#takeRow(item)
        if (row.ok) rows.push(row.value)
        else refusals.push(refuseRow(item.line, row.failure))
      }
    }
    return { rows, refusals, fault }
  }

  #takeRow({ line, columns: own }: TableRow): Result<ImportedRow, RowFault> {
    const { mapping, joined = new Map(), findActor = () => null } = this.#rules
    const columns = joinColumns(own, mapping, joined)
    if (!columns.ok) return columns
    const id = readRowId(columns.value, mapping)
    if (!id.ok) return id
    const repeated = this.#noteRow(id.value, line, mapping)
    if (repeated) return failed(repeated)
    const reading = readRow(columns.value, mapping, findActor)
    if (!reading.ok) return reading
    const body = { source: mapping.dataset, row: id.value, columns: columns.value }
    return done({ line, body, contentHash: hashColumns(columns.value), reading: reading.value })
  }

  #noteRow(id: string, line: number, mapping: Mapping): RowFault | null {
    const first = this.#lineOfRow.get(id)
    if (first !== undefined)
      return rowFault('row-repeated', mapping.id.join(', '), id, `an id other than that of line ${first}`)
    this.#lineOfRow.set(id, line)
    return null
  }
}
