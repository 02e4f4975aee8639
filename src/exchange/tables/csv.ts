import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { done, type Result } from '../../base/result.ts'
import { exchangeRefused, type ExchangeFailure } from '../failure.ts'

/** A table: the names of its columns, and rows of as many cells. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A cell that a spreadsheet would take for a formula; hostile pages may bring such words. */
const FORMULA = /^'*[=+\-@\t\r]/

/** Writes a table by RFC 4180 with a header. Cells are written as they stand: guard words of pages with `guardCell` before. */
export function writeCsv({ columns, rows }: Table): string {
  return stringify([columns, ...rows] as string[][], { record_delimiter: '\n' })
}

/** Reads a table with a header. Fails with `exchange-malformed`. */
export function readCsv(text: string, place: string): Result<Table, ExchangeFailure> {
  try {
    const [columns = [], ...rows] = parse(text, { bom: true, relax_column_count: false })
    return done({ columns, rows })
  } catch (cause) {
    return exchangeRefused(place, cause instanceof Error ? cause.message : String(cause), 'a table')
  }
}

/** Marks a cell of text so that no spreadsheet runs it; `unguardCell` takes the mark away again. Not for numbers. */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The cell without the mark of `guardCell`. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}
