import { findCandidatePairs } from './candidate-pairs.ts'
import { choosePairs } from './choose-pairs.ts'
import type { EventTable } from './event-table.ts'
import { expectStrangers, type NamedComparison } from './expect-strangers.ts'
import { learnPairs } from './learn-pairs.ts'
import { compareCategories, type Taxonomy } from './taxonomy.ts'

/** Two records, one in each table, taken to be of one event. */
export interface EventPair {
  readonly a: string
  readonly b: string
  /** Probability, 0..1. */
  readonly score: number
}

/** What may help the matching of two tables. */
export interface EventTableOptions {
  /** Coarser levels of the categories, by taxonomy name as in the column without `_tax`. (Default: none, categories agree or differ.) */
  readonly taxonomies?: ReadonlyMap<string, Taxonomy>
}

/**
 * Pairs the events that two tables have in common, one to one. Nothing is tuned to a dataset: how far apart two records of one event lie
 * and how often their categories agree is learned from the tables themselves, against the density of unrelated events around each.
 * Time and memory grow with the pairs within twenty kilometres and three days.
 */
export function matchEventTables(a: EventTable, b: EventTable, options: EventTableOptions = {}): readonly EventPair[] {
  const names = [...a.categories.keys()].filter((name) => b.categories.has(name))
  const categories = names.map((name): NamedComparison => [
    name,
    compareCategories(a, b, name, options.taxonomies?.get(name)),
  ])
  const pairs = findCandidatePairs(
    a,
    b,
    categories.map(([, comparison]) => comparison),
  )
  const strangers = expectStrangers(a, b, pairs, categories)
  const probabilities = learnPairs(pairs, strangers, Math.min(a.ids.length, b.ids.length))
  return choosePairs(pairs, probabilities).map((k) => ({
    a: a.ids[pairs.a[k] ?? 0] ?? '',
    b: b.ids[pairs.b[k] ?? 0] ?? '',
    score: Math.round((probabilities[k] ?? 0) * 1e4) / 1e4,
  }))
}
