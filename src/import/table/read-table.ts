import { refuseRow, rowFault, type RowFault, type RowRefusal } from '../failure.ts'
import { ByteTextReader, decodeByteText } from './byte-text.ts'
import { RecordReader, type TableForm, type TableRecord } from './record-reader.ts'

/** The cells of a row under the names of their columns, verbatim. */
export type Columns = { readonly [column: string]: string }

/** A row of a table on the line on which it begins. */
export interface TableRow {
  readonly kind: 'row'
  readonly line: number
  readonly columns: Columns
}

/** What a table holds, in the order of the file: rows, and what was refused. */
export type TableItem =
  | TableRow
  | { readonly kind: 'refusal'; readonly refusal: RowRefusal }
  /** The file as a whole cannot be taken; nothing follows. */
  | { readonly kind: 'fault'; readonly refusal: RowRefusal }

/** What to expect of a table. */
export interface TableShape extends TableForm {
  /** Names of the columns of a file without a header. */
  readonly columns?: readonly string[] | undefined
  /** Columns that the header must have. */
  readonly required: readonly string[]
}

/** The bytes of a file, in pieces. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * Reads a table as it streams in, a list of items for each piece of the file. Nothing throws on what the file holds: bytes that are no
 * UTF-8 are read as Windows-1252 cell by cell, and every row that has cells comes out as a row or as a refusal.
 */
export async function* readTable(chunks: Chunks, shape: TableShape): AsyncGenerator<readonly TableItem[]> {
  const bytes = new ByteTextReader()
  const reader = new RecordReader(shape)
  const naming = new ColumnNaming(shape)
  for await (const chunk of chunks) {
    yield naming.name(reader.push(bytes.read(chunk)))
    if (naming.isStopped) return
  }
  const last = [...reader.push(bytes.end()), ...reader.end()]
  yield [...naming.name(last), ...naming.end()]
}

/** Gives cells the names of their columns, from the first record or from the shape. */
class ColumnNaming {
  readonly #shape: TableShape
  #names: readonly string[] | null
  #isEmpty = true
  isStopped = false

  constructor(shape: TableShape) {
    this.#shape = shape
    this.#names = shape.columns ?? null
  }

  name(records: readonly (TableRecord | RowRefusal)[]): readonly TableItem[] {
    const items: TableItem[] = []
    for (const record of records) {
      if (this.isStopped) break
      this.#isEmpty = false
      const item = 'code' in record ? refusalItem(record) : this.#nameRecord(record)
      if (item) items.push(item)
    }
    return items
  }

  end(): readonly TableItem[] {
    if (!this.#isEmpty) return []
    return [faultItem(1, rowFault('file-empty', null, 'an empty file', 'a table'))]
  }

  #nameRecord(record: TableRecord): TableItem | null {
    const cells = record.cells.map(decodeByteText)
    if (this.#names === null) return this.#takeHeader(record.line, cells)
    const names = this.#names
    if (cells.length !== names.length)
      return refusalItem(
        refuseRow(record.line, rowFault('column-count', null, `${cells.length} cells`, `${names.length}`)),
      )
    // fromEntries defines members, so that a column called __proto__ is a column.
    const columns = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))
    return { kind: 'row', line: record.line, columns }
  }

  #takeHeader(line: number, cells: readonly string[]): TableItem | null {
    const names = cells.map((cell) => cell.trim())
    const missing = this.#shape.required.find((name) => !names.includes(name))
    const repeated = names.find((name, index) => names.indexOf(name) !== index)
    this.#names = names
    if (missing === undefined && repeated === undefined) return null
    this.isStopped = true
    if (missing !== undefined)
      return faultItem(line, rowFault('column-missing', missing, names.join(', '), `a column "${missing}"`))
    return faultItem(line, rowFault('column-repeated', repeated ?? '', 'the column twice', 'it once'))
  }
}

function refusalItem(refusal: RowRefusal): TableItem {
  return { kind: 'refusal', refusal }
}

function faultItem(line: number, fault: RowFault): TableItem {
  return { kind: 'fault', refusal: refuseRow(line, fault) }
}
