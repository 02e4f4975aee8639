import { refuseRow, rowFault, type RowFault, type RowRefusal } from '../failure.ts'
import { takeLine, type OpenRecord } from './record-cells.ts'

/** One record of a table: its cells as they stand, on the line on which it begins. */
export interface TableRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** Longest record, in bytes; the longest note of a real table is a hundredth of it. */
export const MAX_RECORD_BYTES = 1 << 20
/** A record of several lines with more cells than this, or than the first, is given up: it swallows its neighbours. */
const MAX_CELLS = 4096

/** How a table is written. */
export interface TableForm {
  readonly delimiter: string
  /** Whether quotes may enclose a cell. */
  readonly quoted: boolean
}

/**
 * Cuts byte text into records as it comes. A record that cannot be read is refused alone, on its own line, and reading goes on with
 * the next line of the file: nothing is passed over silently. Kept in the house because csv-parse 7 loses the rows after one that it
 * skips, and counts CRLF inside quotes as two lines: neither would reconcile.
 */
export class RecordReader {
  readonly #form: TableForm
  readonly #records: (TableRecord | RowRefusal)[] = []
  #rest = ''
  #isSkipping = false
  #line = 0
  #open: OpenRecord = { cells: [], quoted: null }
  /** The lines of the open record, to be read again one by one if it comes to nothing. */
  #lines: string[] = []
  /** Lines still to be taken, the next one last. */
  readonly #waiting: string[] = []
  #bytes = 0
  /** Cells of the first record, once it is read. */
  #width: number | null = null

  constructor(form: TableForm) {
    this.#form = form
  }

  /** Takes a piece of the file; answers the records that are complete. */
  push(text: string): readonly (TableRecord | RowRefusal)[] {
    const whole = this.#rest + text
    let start = 0
    for (let end = whole.indexOf('\n', this.#rest.length); end >= 0; end = whole.indexOf('\n', start)) {
      this.#takePhysicalLine(whole.slice(start, end))
      start = end + 1
    }
    this.#rest = whole.slice(start)
    if (this.#rest.length > MAX_RECORD_BYTES) this.#skipLongLine()
    return this.#records.splice(0)
  }

  /** The records that the end of the file completes. */
  end(): readonly (TableRecord | RowRefusal)[] {
    if (this.#rest !== '' || this.#isSkipping) this.#takePhysicalLine(this.#rest)
    this.#rest = ''
    this.#giveUpOpen('the end of the file')
    return this.#records.splice(0)
  }

  #skipLongLine(): void {
    this.#rest = ''
    this.#isSkipping = true
  }

  #takePhysicalLine(line: string): void {
    const isTooLong = this.#isSkipping || line.length > MAX_RECORD_BYTES
    this.#isSkipping = false
    if (!isTooLong) return this.#drain(line)
    this.#giveUpOpen('a line too long for a row')
    this.#line++
    this.#records.push(refuseRow(this.#line, tooLarge()))
  }

  #drain(...lines: string[]): void {
    this.#waiting.push(...lines)
    for (let line = this.#waiting.pop(); line !== undefined; line = this.#waiting.pop()) this.#takeLine(line)
  }

  #giveUpOpen(found: string): void {
    while (this.#lines.length > 0) {
      this.#giveUp(rowFault('quote-open', null, found, 'a closing quote'))
      this.#drain()
    }
  }

  #takeLine(raw: string): void {
    this.#line++
    const isCrLf = raw.endsWith('\r')
    const line = isCrLf ? raw.slice(0, -1) : raw
    if (this.#lines.length === 0 && line.trim() === '' && !line.includes(this.#form.delimiter)) return
    if (!this.#form.quoted) return this.#addRecord(this.#line, line.split(this.#form.delimiter))
    this.#lines.push(raw)
    this.#bytes += raw.length + 1
    const outcome = takeLine(this.#open, line, isCrLf ? '\r\n' : '\n', this.#form.delimiter)
    if (outcome === 'complete') this.#complete()
    else if (outcome !== 'open') this.#giveUp(outcome)
    else if (this.#bytes > MAX_RECORD_BYTES) this.#giveUp(tooLarge())
    else if (this.#lines.length > 1) this.#giveUpIfSwallowing(this.#width ?? MAX_CELLS)
  }

  #complete(): void {
    this.#addRecord(this.#line - this.#lines.length + 1, this.#open.cells)
    this.#reset()
  }

  #addRecord(line: number, cells: readonly string[]): void {
    this.#width ??= cells.length
    this.#records.push({ line, cells })
  }

  /** An unclosed quote swallows rows; more cells than the first record has show it long before the size does. */
  #giveUpIfSwallowing(width: number): void {
    if (this.#open.cells.length < width) return
    const found = `more than ${width} cells before the closing quote`
    this.#giveUp(rowFault('quote-open', null, found, `${width} cells`))
  }

  /** Refuses the first line of the open record and lets the others be read afresh. */
  #giveUp(fault: RowFault): void {
    const lines = this.#lines
    const first = this.#line - lines.length + 1
    this.#records.push(refuseRow(first, fault))
    this.#reset()
    this.#line = first
    for (let i = lines.length - 1; i > 0; i--) this.#waiting.push(lines[i] ?? '')
  }

  #reset(): void {
    this.#open = { cells: [], quoted: null }
    this.#lines = []
    this.#bytes = 0
  }
}

function tooLarge(): RowFault {
  return rowFault('row-too-large', null, `more than ${MAX_RECORD_BYTES} bytes`, 'a shorter row')
}
