import { done, failed, type Result } from '../../base/result.ts'
import { readRows, type EventTable, type EventTableFailure } from './event-table.ts'

/** The coarser names of a dataset's categories: `levels.get(dataset).get(category)` from fine to coarse. */
export type Taxonomy = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>

/** Reads a taxonomy from CSV: `data.source`, `base.categories`, then one column a level, from fine to coarse. */
export function readTaxonomy(csv: string): Result<Taxonomy, EventTableFailure> {
  const rows = readRows(csv)
  if (!rows.ok) return rows
  const [header = [], ...body] = rows.value
  const [source, base] = [header.indexOf('data.source'), header.indexOf('base.categories')]
  if (source < 0 || base < 0)
    return failed({
      code: 'column-missing',
      line: 1,
      message: `no "data.source" and "base.categories" in: ${header.join(', ')}`,
    })
  const taxonomy = new Map<string, Map<string, readonly string[]>>()
  for (const row of body) {
    const [dataset, category] = [row[source] ?? '', row[base] ?? '']
    const levels = row.filter((_, column) => column !== source && column !== base)
    taxonomy.set(dataset, (taxonomy.get(dataset) ?? new Map<string, readonly string[]>()).set(category, levels))
  }
  return done(taxonomy)
}

/** One taxonomy of two tables, ready for comparing any event of one with any of the other. */
export interface CategoryComparison {
  /** How many outcomes there are: 0 … levels − 1 agreement at that level, then unknown, then different. */
  readonly outcomes: number
  /** Which outcome two rows have. */
  outcomeOf(a: number, b: number): number
  /** How likely two events that have nothing to do with each other have that outcome with that category. */
  chanceOf(a: number, b: number): number
}

/** A category that says "not known" agrees with none and speaks against none. */
const UNKNOWN = /^(?:\s*|-|(?:n\/?a|none|null|other|unknown|unidentified|unspecified|undisclosed)(?:\s.*)?)$/i

/** Prepares the comparison of one taxonomy column; without a taxonomy the categories themselves are its only level. */
export function compareCategories(a: EventTable, b: EventTable, name: string, taxonomy?: Taxonomy): CategoryComparison {
  const [paths, others] = [pathsOf(a, name, taxonomy), pathsOf(b, name, taxonomy)]
  const levels = Math.max(1, ...[...paths, ...others].map((path) => path?.length ?? 0))
  const shares = Array.from({ length: levels }, (_, level) => sharesAt([...paths, ...others], level))
  const unknownShare = shareOf([...paths, ...others], (path) => path === null)
  const outcomeOf = (i: number, j: number): number => {
    const [one, other] = [paths[i], others[j]]
    if (!one || !other) return levels
    const level = one.findIndex((category, at) => category === other[at])
    return level < 0 ? levels + 1 : level
  }
  const chanceOf = (i: number, j: number): number => {
    const [outcome, path] = [outcomeOf(i, j), others[j]]
    if (outcome === levels || !path) return 1 - (1 - unknownShare) ** 2
    const agreeing = (level: number): number => (level < 0 ? 0 : (shares[level]?.get(path[level] ?? '') ?? 0))
    return Math.max(0.001, outcome > levels ? 1 - agreeing(levels - 1) : agreeing(outcome) - agreeing(outcome - 1))
  }
  return { outcomes: levels + 2, outcomeOf, chanceOf }
}

type Path = readonly string[] | null

function pathsOf(table: EventTable, name: string, taxonomy: Taxonomy | undefined): readonly Path[] {
  const levels = taxonomy?.get(table.dataset)
  return (table.categories.get(name) ?? table.ids.map(() => '')).map((category) =>
    UNKNOWN.test(category) ? null : (levels?.get(category) ?? [category]),
  )
}

function sharesAt(paths: readonly Path[], level: number): ReadonlyMap<string, number> {
  const shares = new Map<string, number>()
  for (const path of paths) {
    const category = path?.[level]
    if (category !== undefined) shares.set(category, (shares.get(category) ?? 0) + 1 / paths.length)
  }
  return shares
}

function shareOf(paths: readonly Path[], test: (path: Path) => boolean): number {
  return Math.max(0.5, paths.filter(test).length) / Math.max(1, paths.length)
}
