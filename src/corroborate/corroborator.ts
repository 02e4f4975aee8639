import type { Incident, LinkDecision, Reading } from '../model/index.ts'
import { Linker } from './candidates/linker.ts'
import type { WordRarity } from './claims/word-rarity.ts'
import { EdgeList } from './grouping/edge-list.ts'
import { groupComponent, type ClaimGroup } from './grouping/group-component.ts'
import { enforceDecisions } from './grouping/link-decisions.ts'
import { describeIncident } from './incidents/describe-incident.ts'
import { ClaimRecord } from './claim-record.ts'

/** What corroboration goes by besides the readings. */
export interface CorroborateOptions {
  /** What people decided on links, in the order of their decisions. (Default: none.) */
  readonly linkDecisions?: readonly LinkDecision[]
  /** How common words are in the record. (Default for a batch: counted in it; for a corroborator: all words alike.) */
  readonly wordRarity?: WordRarity
}

const ALL_WORDS_ALIKE: WordRarity = { reports: 0, counts: new Map() }

/**
 * Keeps the incidents of a growing record. A report that is added touches only the claims that are linked with its own, directly or through
 * others; the result is that of all reports at once in any order, given the same options.
 */
export class Corroborator {
  readonly #record: ClaimRecord
  readonly #edges = new EdgeList()
  readonly #linker: Linker
  /** The group of each claim's row. */
  readonly #groups: ClaimGroup[] = []

  constructor(options: CorroborateOptions = {}) {
    this.#record = new ClaimRecord(options.wordRarity ?? ALL_WORDS_ALIKE, enforceDecisions(options.linkDecisions ?? []))
    this.#linker = new Linker(this.#record, this.#edges)
  }

  /**
   * Takes readings into the record. Report ids must be unique.
   *
   * @returns how many claims were grouped anew
   */
  add(readings: Iterable<Reading>): number {
    const changed = new Set<number>()
    for (const reading of readings) {
      this.#record.push(reading)
      for (const row of this.#linker.link(this.#record.reports.length - 1)) changed.add(row)
    }
    return this.#regroup(changed)
  }

  /** The incidents, each described as it is asked for, by publication of their first claim. */
  *incidents(): Generator<Incident> {
    const groups = [...new Set(this.#groups)]
    groups.sort((a, b) => this.#record.compareRows(a.news[0] ?? 0, b.news[0] ?? 0))
    for (const group of groups) yield describeIncident(this.#record, group)
  }

  #regroup(changed: ReadonlySet<number>): number {
    const seen = new Set<number>()
    for (const seed of changed) {
      if (seen.has(seed)) continue
      for (const group of groupComponent(this.#record, this.#edges, this.#componentOf(seed, seen)))
        for (const row of [...group.news, ...group.recalls]) this.#groups[row] = group
    }
    return seen.size
  }

  #componentOf(seed: number, seen: Set<number>): number[] {
    const component = [seed]
    seen.add(seed)
    for (const row of component) {
      this.#edges.neighboursOf(row, (other) => {
        if (seen.has(other)) return
        seen.add(other)
        component.push(other)
      })
    }
    return component
  }
}
