import { trimmedSpan, type Span } from '../../base/span.ts'
import type { Columns } from '../table/read-table.ts'

/**
 * A row as the text of a report, a line `column: cell` for each column in the order of their names, so that every part of a claim can
 * point at the very cell it comes from. The order does not depend on the file's: a log gives columns back sorted.
 */
export class RowText {
  readonly text: string
  readonly #starts = new Map<string, number>()
  readonly #columns: Columns
  readonly #untold: ReadonlySet<string>

  constructor(columns: Columns, untold: ReadonlySet<string>) {
    this.#columns = columns
    this.#untold = untold
    let text = ''
    for (const name of Object.keys(columns).sort()) {
      text += `${name}: `
      this.#starts.set(name, text.length)
      text += `${columns[name]}\n`
    }
    this.text = text
  }

  /** What a cell tells, without white space at its ends; null if it tells nothing or there is no such column. */
  told(column: string | undefined): string | null {
    const cell = column !== undefined && this.#starts.has(column) ? this.#columns[column] : undefined
    if (cell === undefined) return null
    const told = cell.trim()
    return this.tells(told) ? told : null
  }

  /** Whether words tell something in this table. */
  tells(words: string): boolean {
    return words !== '' && !this.#untold.has(words)
  }

  /** Where a cell that tells something stands in the text. */
  spanOf(column: string | undefined): Span | null {
    if (column === undefined || this.told(column) === null) return null
    const start = this.#starts.get(column) ?? 0
    return trimmedSpan(this.text, start, start + (this.#columns[column] ?? '').length)
  }

  /** The first of the columns that tells something. */
  firstTold(columns: readonly string[]): string | undefined {
    return columns.find((column) => this.told(column) !== null)
  }
}
