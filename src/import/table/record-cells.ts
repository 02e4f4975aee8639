import { rowFault, type RowFault } from '../failure.ts'
import { decodeByteText } from './byte-text.ts'

/** The cells of one record while its lines come in. */
export interface OpenRecord {
  readonly cells: string[]
  /** What has come of the quoted cell that the last line left open; null where none is. */
  quoted: string | null
}

/** Where a line leaves its record. */
export type LineOutcome = 'complete' | 'open' | RowFault

/**
 * Takes the next line (without its break) into a record by RFC 4180: a quote opens a cell only at its beginning and is doubled inside;
 * elsewhere it is a character as any. `lineBreak` is what an open cell gets between its lines.
 */
export function takeLine(record: OpenRecord, line: string, lineBreak: string, delimiter: string): LineOutcome {
  let position = 0
  for (;;) {
    if (record.quoted === null && line[position] === '"') {
      record.quoted = ''
      position++
    }
    const end = record.quoted === null ? endOfBareCell(line, position, delimiter) : closingQuote(line, position)
    if (record.quoted === null) record.cells.push(line.slice(position, end))
    else {
      const piece = line.slice(position, end < 0 ? line.length : end).replaceAll('""', '"')
      record.quoted += end < 0 ? piece + lineBreak : piece
      if (end < 0) return 'open'
      record.cells.push(record.quoted)
      record.quoted = null
    }
    position = line[end] === '"' ? end + 1 : end
    if (position >= line.length) return 'complete'
    if (line[position] !== delimiter)
      return rowFault(
        'quote-stray',
        null,
        decodeByteText(line.slice(end, end + 40)),
        'a delimiter after the closing quote',
      )
    position++
  }
}

function endOfBareCell(line: string, from: number, delimiter: string): number {
  const end = line.indexOf(delimiter, from)
  return end < 0 ? line.length : end
}

/** The quote that ends a cell, the first that is not doubled; −1 if the line has none. */
function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) if (line[at + 1] !== '"') return at
  return -1
}
