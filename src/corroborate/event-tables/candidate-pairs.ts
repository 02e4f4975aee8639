import { kilometresBetween } from '../evidence/index.ts'
import type { EventTable } from './event-table.ts'
import type { CategoryComparison } from './taxonomy.ts'

/** Upper bounds in km of the classes of distance. The first is "the same point of a gazetteer". */
export const DISTANCE_BOUNDS_KM = [0.05, 1, 2, 3, 4, 5, 6, 8, 11, 15, 20] as const
/** How many days apart the first days of two records of one event may be. */
export const WINDOW_DAYS = 3

/** Pairs of events near enough in time and space to be compared, in columns. */
export interface CandidatePairs {
  readonly length: number
  /** Row in table A, row in table B. */
  readonly a: Int32Array
  readonly b: Int32Array
  /** Index into DISTANCE_BOUNDS_KM. */
  readonly distances: Uint8Array
  /** One column a compared field: the outcome of the comparison. The first two are day difference and duration. */
  readonly outcomes: readonly Uint8Array[]
  /** How many outcomes each field has. */
  readonly outcomeCounts: readonly number[]
}

/** The class of a distance, −1 beyond the last. */
export function distanceClass(km: number): number {
  return DISTANCE_BOUNDS_KM.findIndex((bound) => km < bound)
}

/** Finds all pairs within WINDOW_DAYS and the last of DISTANCE_BOUNDS_KM and compares them field by field. */
export function findCandidatePairs(
  a: EventTable,
  b: EventTable,
  categories: readonly CategoryComparison[],
): CandidatePairs {
  const found: [a: number, b: number, distance: number][] = []
  const byDay = rowsByDay(b)
  for (let i = 0; i < a.ids.length; i++) {
    for (let day = at(a.firstDays, i) - WINDOW_DAYS; day <= at(a.firstDays, i) + WINDOW_DAYS; day++) {
      for (const j of byDay.get(day) ?? []) {
        const distance = distanceClass(distanceBetween(a, i, b, j))
        if (distance >= 0) found.push([i, j, distance])
      }
    }
  }
  const column = (value: (i: number, j: number) => number): Uint8Array =>
    Uint8Array.from(found, ([i, j]) => value(i, j))
  return {
    length: found.length,
    a: Int32Array.from(found, ([i]) => i),
    b: Int32Array.from(found, ([, j]) => j),
    distances: Uint8Array.from(found, ([, , distance]) => distance),
    outcomes: [
      column((i, j) => at(b.firstDays, j) - at(a.firstDays, i) + WINDOW_DAYS),
      column((i, j) => (durationOf(a, i) === durationOf(b, j) ? 0 : 1)),
      ...categories.map((category) => column((i, j) => category.outcomeOf(i, j))),
    ],
    outcomeCounts: [2 * WINDOW_DAYS + 1, 2, ...categories.map((category) => category.outcomes)],
  }
}

/** Distance in km between row `i` of one table and row `j` of another; NaN where either has no point. */
export function distanceBetween(a: EventTable, i: number, b: EventTable, j: number): number {
  return kilometresBetween(at(a.latitudes, i), at(a.longitudes, i), at(b.latitudes, j), at(b.longitudes, j))
}

/** Days that an event lasted after its first. */
export function durationOf(table: EventTable, row: number): number {
  return at(table.lastDays, row) - at(table.firstDays, row)
}

/** The rows of a table by their first day. */
export function rowsByDay(table: EventTable): ReadonlyMap<number, readonly number[]> {
  const byDay = new Map<number, number[]>()
  table.firstDays.forEach((day, row) => {
    const rows = byDay.get(day)
    if (rows) rows.push(row)
    else byDay.set(day, [row])
  })
  return byDay
}

function at(column: Int32Array | Float64Array, row: number): number {
  return column[row] ?? Number.NaN
}
