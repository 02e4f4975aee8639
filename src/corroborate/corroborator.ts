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
  /** The group of each claim's row; none for a claim that was taken out. */
  readonly #groups: (ClaimGroup | undefined)[] = []
  /** Groups made since changes were last asked for, some of which others have replaced. */
  readonly #fresh = new Set<ClaimGroup>()

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
    return this.#regroup(this.#takeIn(readings))
  }

  /**
   * Takes a report out of the record, as if it had never come in.
   *
   * @returns whether it could; if not, this corroborator is of no use any more and one must be made of all readings
   */
  remove(id: string): boolean {
    return this.#exchange(id, [])
  }

  /** Puts a reading in the place of the one that its report had, as if that had never come in. Answers like `remove`. */
  replace(reading: Reading): boolean {
    return this.#exchange(reading.report.id, [reading])
  }

  #exchange(id: string, readings: readonly Reading[]): boolean {
    const changed = this.#takeOut(id)
    if (!changed) return false
    this.#regroup(new Set([...changed, ...this.#takeIn(readings)]))
    return true
  }

  /** Answers every claim whose links changed. */
  #takeIn(readings: Iterable<Reading>): ReadonlySet<number> {
    const changed = new Set<number>()
    for (const reading of readings) {
      this.#record.push(reading)
      for (const row of this.#linker.link(this.#record.reports.length - 1)) changed.add(row)
    }
    return changed
  }

  /** Answers every claim of another report whose links or group changed; null where nobody can tell. */
  #takeOut(id: string): ReadonlySet<number> | null {
    const row = this.#record.remove(id)
    const report = row === null ? undefined : this.#record.reports[row]
    if (row === null || !report) return new Set()
    const links = this.#linker.unlink(row)
    if (!links) return null
    const changed = new Set(links)
    for (let claim = report.firstRow; claim < report.endRow; claim++) {
      const group = this.#groups[claim]
      for (const other of [...(group?.news ?? []), ...(group?.recalls ?? [])]) changed.add(other)
      this.#groups[claim] = undefined
    }
    for (let claim = report.firstRow; claim < report.endRow; claim++) changed.delete(claim)
    return changed
  }

  /** The incidents, each described as it is asked for, by publication of their first claim. */
  *incidents(): Generator<Incident> {
    this.#fresh.clear()
    yield* this.#describe(new Set(this.#groups.filter((group) => group !== undefined)))
  }

  /**
   * The incidents that have other claims than when they, or all, were last asked for, and those that may read otherwise; in the same order.
   * An incident none of whose claims is among them stands as it stood; one that is not among them though its claims are, is gone.
   */
  *changed(): Generator<Incident> {
    const groups = [...this.#fresh].filter((group) => this.#groups[group.news[0] ?? 0] === group)
    this.#fresh.clear()
    yield* this.#describe(new Set(groups))
  }

  *#describe(groups: ReadonlySet<ClaimGroup>): Generator<Incident> {
    const ordered = [...groups].sort((a, b) => this.#record.compareRows(a.news[0] ?? 0, b.news[0] ?? 0))
    for (const group of ordered) yield describeIncident(this.#record, group)
  }

  #regroup(changed: ReadonlySet<number>): number {
    const seen = new Set<number>()
    for (const seed of changed) {
      if (seen.has(seed)) continue
      for (const group of groupComponent(this.#record, this.#edges, this.#componentOf(seed, seen))) {
        const rows = [...group.news, ...group.recalls]
        if (rows.every((row) => !changed.has(row)) && areAlike(this.#groups[rows[0] ?? 0], group)) continue
        this.#fresh.add(group)
        for (const row of rows) this.#groups[row] = group
      }
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

/** Whether two groups hold the same claims in the same parts. */
function areAlike(one: ClaimGroup | undefined, other: ClaimGroup): boolean {
  const areSame = (a: readonly number[], b: readonly number[]) =>
    a.length === b.length && a.every((row, at) => row === b[at])
  return one !== undefined && areSame(one.news, other.news) && areSame(one.recalls, other.recalls)
}
