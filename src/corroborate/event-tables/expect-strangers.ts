import { DISTANCE_BOUNDS_KM, durationOf, WINDOW_DAYS, type CandidatePairs } from './candidate-pairs.ts'
import type { EventTable } from './event-table.ts'
import { SURROUNDING_DAYS, surroundingsOf, type Surroundings } from './surroundings.ts'
import type { CategoryComparison } from './taxonomy.ts'

/** How many events the whole table counts for beside those at the spot. */
const WHOLE_TABLE_WEIGHT = 1
/** Unrelated events expected at the least in a class of distance within SURROUNDING_DAYS: no place is empty for certain. */
const LEAST_EXPECTED = 0.02
/** No outcome of a comparison is less likely among strangers than this. */
const LEAST_CHANCE = 0.001

/** One taxonomy by its name, prepared for comparing. */
export type NamedComparison = readonly [name: string, comparison: CategoryComparison]

/**
 * How many unrelated events would be met that compare as each pair does: their density at that spot in those weeks, times the chance that
 * strangers there agree so. Pairs within one table are different events for certain, so each table tells what strangers are
 * like around each of its own events. The u-probabilities of Fellegi and Sunter (1969), made local.
 */
export function expectStrangers(
  a: EventTable,
  b: EventTable,
  pairs: CandidatePairs,
  categories: readonly NamedComparison[],
): Float64Array {
  const names = categories.map(([name]) => name)
  const [aroundA, aroundB] = [surroundingsOf(a, names), surroundingsOf(b, names)]
  const perDay = densityPerDay(aroundA, aroundB)
  const sameDuration = chanceOfSameDuration(a, b)
  return Float64Array.from({ length: pairs.length }, (_, k) => {
    const [i, j] = [pairs.a[k] ?? 0, pairs.b[k] ?? 0]
    let expected = perDay(i, j, pairs.distances[k] ?? 0)
    expected *= Math.max(LEAST_CHANCE, pairs.outcomes[1]?.[k] === 0 ? sameDuration : 1 - sameDuration)
    for (const [c, [, category]] of categories.entries()) {
      const general = category.chanceOf(i, j)
      expected *= category.outcomeOf(i, j) === 0 ? agreementNear(aroundA, aroundB, i, j, c, general) : general
    }
    return expected
  })
}

/** Expected strangers a day in a class of distance around a pair. */
function densityPerDay(a: Surroundings, b: Surroundings): (i: number, j: number, distance: number) => number {
  const classes = DISTANCE_BOUNDS_KM.length
  const whole = new Float64Array(classes)
  for (const { counts } of [a, b])
    counts.forEach((count, k) => (whole[k % classes] = (whole[k % classes] ?? 0) + count))
  const events = Math.max(1, a.totals.length + b.totals.length)
  return (i, j, distance) => {
    const local = ((a.counts[i * classes + distance] ?? 0) + (b.counts[j * classes + distance] ?? 0)) / 2
    const general = (whole[distance] ?? 0) / events
    const mixed = (local + WHOLE_TABLE_WEIGHT * general) / (1 + WHOLE_TABLE_WEIGHT)
    return (mixed + LEAST_EXPECTED) / (2 * SURROUNDING_DAYS + 1)
  }
}

/** On one front all are of the same two actors: agreement there tells less than over the whole table. */
function agreementNear(a: Surroundings, b: Surroundings, i: number, j: number, c: number, general: number): number {
  const taxonomies = a.agreeing.length / Math.max(1, a.totals.length)
  const agreeing = (a.agreeing[i * taxonomies + c] ?? 0) + (b.agreeing[j * taxonomies + c] ?? 0)
  const all = (a.totals[i] ?? 0) + (b.totals[j] ?? 0)
  return (agreeing + WHOLE_TABLE_WEIGHT * general) / (all + WHOLE_TABLE_WEIGHT)
}

function chanceOfSameDuration(a: EventTable, b: EventTable): number {
  const counts = new Map<number, number>()
  for (const table of [a, b])
    for (let row = 0; row < table.ids.length; row++) {
      const duration = Math.min(WINDOW_DAYS * 10, durationOf(table, row))
      counts.set(duration, (counts.get(duration) ?? 0) + 1)
    }
  const total = a.ids.length + b.ids.length
  return [...counts.values()].reduce((chance, count) => chance + (count / total) ** 2, 0)
}
