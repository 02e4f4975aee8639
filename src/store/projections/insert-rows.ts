import type { Sql } from '../sql.ts'

type Cell = string | number | null

/** A column to write: its name, its type in SQL, and what a row has there. */
export interface Column<Row> {
  readonly name: string
  readonly type: 'text' | 'int' | 'bigint' | 'float8' | 'date' | 'timestamptz'
  readonly of: (row: Row) => Cell
}

/** Rows written by one statement: enough that its cost does not count, few enough that its parameters stay small. */
const ROWS_A_STATEMENT = 1000

/** Writes rows in bulk, an array a column. Text is cleared of U+0000, which PostgreSQL cannot hold. */
export async function insertRows<Row>(
  sql: Sql,
  table: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<void> {
  const names = columns.map(({ name }) => name).join(', ')
  const arrays = columns.map(({ type }, i) => `$${i + 1}::${carrierOf(type)}[]`).join(', ')
  const values = columns.map(({ name, type }) => `new.${name}::${type}`).join(', ')
  const statement = `insert into ${table} (${names}) select ${values} from unnest(${arrays}) as new (${names})`
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const part = rows.slice(from, from + ROWS_A_STATEMENT)
    await sql.query(
      statement,
      columns.map((column) => part.map((row) => storable(column.of(row)))),
    )
  }
}

/** Days and instants travel as text: the engines' clients would pass them through a local date. */
function carrierOf(type: Column<never>['type']): string {
  return type === 'date' || type === 'timestamptz' ? 'text' : type
}

function storable(cell: Cell): Cell {
  return typeof cell === 'string' && cell.includes('\0') ? cell.replaceAll('\0', '\uFFFD') : cell
}
