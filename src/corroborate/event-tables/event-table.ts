import { parse } from 'csv-parse/sync'
import { parseDay } from '../../base/calendar.ts'
import { done, failed, type Result } from '../../base/result.ts'

/** A table of dated, located events in columns; row `i` of every column is the same event. */
export interface EventTable {
  /** Name of the dataset, from the first row; empty if the table has no such column. */
  readonly dataset: string
  /** The event's own id in its dataset. */
  readonly ids: readonly string[]
  /** Days since 1970-01-01. */
  readonly firstDays: Int32Array
  /** Never before the first day. */
  readonly lastDays: Int32Array
  /** WGS 84 degrees; NaN where the row gives none: such an event is never paired. */
  readonly latitudes: Float64Array
  readonly longitudes: Float64Array
  /** The taxonomy columns, by name without `_tax`: what kind of event, whose. */
  readonly categories: ReadonlyMap<string, readonly string[]>
}

/** Why a text is no event table. `line` counts from 1, the header included. */
export interface EventTableFailure {
  readonly code: 'csv-unreadable' | 'column-missing' | 'date-unreadable' | 'coordinate-unreadable'
  readonly line: number
  readonly message: string
}

const COLUMNS = ['event', 'date', 'latitude', 'longitude'] as const
const FIXED = new Set(['dataset', 'event', 'date', 'enddate', 'latitude', 'longitude'])

/**
 * Reads an event table from CSV (RFC 4180, with a header): `event`, `date` and `latitude`, `longitude` (decimal degrees, may be empty),
 * optionally `dataset` and `enddate`; every further column is a taxonomy.
 */
export function readEventTable(csv: string): Result<EventTable, EventTableFailure> {
  const rows = readRows(csv)
  if (!rows.ok) return rows
  const [header = [], ...body] = rows.value
  const missing = COLUMNS.find((name) => !header.includes(name))
  if (missing)
    return failed({ code: 'column-missing', line: 1, message: `no column "${missing}" in: ${header.join(', ')}` })
  const cell = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? ''
  const failure = findFailure(body, cell)
  if (failure) return failed(failure)
  const day = (text: string): number => parseDay(text) ?? 0
  return done({
    dataset: body[0] ? cell(body[0], 'dataset') : '',
    ids: body.map((row) => cell(row, 'event')),
    firstDays: Int32Array.from(body, (row) => day(cell(row, 'date'))),
    lastDays: Int32Array.from(body, (row) => day(cell(row, 'enddate') || cell(row, 'date'))),
    latitudes: Float64Array.from(body, (row) => degrees(cell(row, 'latitude'))),
    longitudes: Float64Array.from(body, (row) => degrees(cell(row, 'longitude'))),
    categories: new Map(
      header
        .filter((name) => !FIXED.has(name))
        .map((name) => [name.replace(/_tax$/, ''), body.map((row) => cell(row, name))]),
    ),
  })
}

/** Reads CSV with a header line into rows of cells; what the library refuses comes back as data. */
export function readRows(csv: string): Result<readonly (readonly string[])[], EventTableFailure> {
  try {
    return done(parse(csv, { bom: true, skip_empty_lines: true }))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const line = error !== null && typeof error === 'object' && 'lines' in error ? Number(error.lines) : 1
    return failed({ code: 'csv-unreadable', line, message })
  }
}

function findFailure(
  body: readonly (readonly string[])[],
  cell: (row: readonly string[], name: string) => string,
): EventTableFailure | null {
  for (const [index, row] of body.entries()) {
    const line = index + 2
    const [from, to] = [cell(row, 'date'), cell(row, 'enddate') || cell(row, 'date')]
    const [first, last] = [parseDay(from), parseDay(to)]
    if (first === null || last === null || last < first)
      return {
        code: 'date-unreadable',
        line,
        message: `expected YYYY-MM-DD up to a later one, got "${from}" and "${to}"`,
      }
    for (const [name, most] of [
      ['latitude', 90],
      ['longitude', 180],
    ] as const)
      if (
        Math.abs(degrees(cell(row, name))) > most ||
        (cell(row, name) !== '' && Number.isNaN(Number(cell(row, name))))
      )
        return {
          code: 'coordinate-unreadable',
          line,
          message: `expected degrees up to ${most}, got "${cell(row, name)}"`,
        }
  }
  return null
}

function degrees(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}
