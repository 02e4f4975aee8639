import { DISTANCE_BOUNDS_KM, distanceBetween, distanceClass, rowsByDay } from './candidate-pairs.ts'
import type { EventTable } from './event-table.ts'

/** Days before and after an event over which the others around it are counted: a front's quarter, not a season. */
export const SURROUNDING_DAYS = 30

/** What else happened around each event of a table, in rows of columns: the strangers that it might be mistaken for. */
export interface Surroundings {
  /** Other events by class of distance: row × DISTANCE_BOUNDS_KM. */
  readonly counts: Float64Array
  /** Other events in all. */
  readonly totals: Float64Array
  /** How many of them have the same category: row × taxonomy. */
  readonly agreeing: Float64Array
}

/** Counts the events within SURROUNDING_DAYS and the last distance class of each event of a table. */
export function surroundingsOf(table: EventTable, taxonomies: readonly string[]): Surroundings {
  const events = table.ids.length
  const columns = taxonomies.map((name) => table.categories.get(name) ?? [])
  const counts = new Float64Array(events * DISTANCE_BOUNDS_KM.length)
  const totals = new Float64Array(events)
  const agreeing = new Float64Array(events * columns.length)
  eachNeighbour(table, (row, other, distance) => {
    increase(counts, row * DISTANCE_BOUNDS_KM.length + distance)
    increase(totals, row)
    for (const [c, column] of columns.entries())
      if (column[row] === column[other]) increase(agreeing, row * columns.length + c)
  })
  return { counts, totals, agreeing }
}

function eachNeighbour(table: EventTable, visit: (row: number, other: number, distance: number) => void): void {
  const byDay = rowsByDay(table)
  table.firstDays.forEach((day, row) => {
    for (let near = day - SURROUNDING_DAYS; near <= day + SURROUNDING_DAYS; near++) {
      for (const other of byDay.get(near) ?? []) {
        const distance = row === other ? -1 : distanceClass(distanceBetween(table, row, table, other))
        if (distance >= 0) visit(row, other, distance)
      }
    }
  })
}

function increase(column: Float64Array, at: number): void {
  column[at] = (column[at] ?? 0) + 1
}
