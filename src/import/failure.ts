/** Every way in which an import refuses something; what each means stands in the comment beside it. */
export const IMPORT_CODES = [
  /** The mapping file is no YAML, or a member of it is missing, unknown or of the wrong form. */
  'mapping-malformed',
  /** The file holds nothing. */
  'file-empty',
  /** The header lacks a column that the mapping reads. */
  'column-missing',
  /** The header names one column twice. */
  'column-repeated',
  /** The row has more or fewer cells than the header. */
  'column-count',
  /** A quoted cell goes on after its closing quote. */
  'quote-stray',
  /** A quoted cell never ends. */
  'quote-open',
  /** The row is longer than any row of a table. */
  'row-too-large',
  /** The row has no id, so that it could not be known again. */
  'id-missing',
  /** An earlier row of the file has the same id. */
  'row-repeated',
  /** The table that the row belongs to has no such row. */
  'join-missing',
  /** The mapping does not know the code of the act. */
  'act-unknown',
  /** The mapping knows the code, and that it is no act of the record: an opinion, a protest. */
  'act-outside-record',
  /** A precision or another code that the mapping does not know. */
  'code-unknown',
  'date-unreadable',
  /** The last day is before the first. */
  'date-order',
  'coordinate-unreadable',
  'number-unreadable',
] as const

export type ImportCode = (typeof IMPORT_CODES)[number]

/** What is wrong with a cell or a row, before it is known on which line it stands. */
export interface RowFault {
  readonly code: ImportCode
  /** The column; null where the row as a whole is wrong. */
  readonly column: string | null
  readonly found: string
  readonly expected: string
}

/** A row, or a whole file, that was not taken. Lines count from 1, the header included. */
export interface RowRefusal extends RowFault {
  readonly line: number
  /** Place, what was found and what was expected, in one sentence. */
  readonly message: string
}

/** Longest piece of a cell that a message repeats: tables are hostile, logs are read by people. */
const MAX_FOUND = 80

/** Makes a fault; what was found is cut to a length that people can read. */
export function rowFault(code: ImportCode, column: string | null, found: string, expected: string): RowFault {
  const shown = found.length > MAX_FOUND ? `${found.slice(0, MAX_FOUND)}…` : found
  return { code, column, found: shown, expected }
}

/** Puts a fault on its line. */
export function refuseRow(line: number, fault: RowFault): RowRefusal {
  const place = fault.column === null ? `line ${line}` : `line ${line}, column ${fault.column}`
  return { ...fault, line, message: `${place}: found ${fault.found || 'nothing'}, expected ${fault.expected}` }
}
