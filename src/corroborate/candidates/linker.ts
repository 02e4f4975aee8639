import type { EdgeList } from '../grouping/edge-list.ts'
import type { ClaimRecord, RecordedReport } from '../claim-record.ts'
import { BlockIndex } from './block-index.ts'
import { keysOfReport } from './report-keys.ts'

/** Finds the claims that probably tell of one event, report by report: candidates share a key, edges join those whose evidence is for it. */
export class Linker {
  readonly #record: ClaimRecord
  readonly #edges: EdgeList
  readonly #blocks = new BlockIndex()

  constructor(record: ClaimRecord, edges: EdgeList) {
    this.#record = record
    this.#edges = edges
  }

  /** Links the claims of the report in a row; answers every claim whose links changed. */
  link(row: number): ReadonlySet<number> {
    const report = this.#report(row)
    const changed = new Set<number>()
    const candidates = new Set<number>([row])
    for (const key of this.#keysOf(report)) {
      const joined = this.#blocks.join(key, row)
      if (joined === 'open') this.#blocks.membersOf(key, (other) => candidates.add(other))
      if (joined === 'closing') this.#unlinkBlock(key, changed)
    }
    for (const other of candidates) this.#linkReports(report, this.#report(other), changed)
    for (let claim = report.firstRow; claim < report.endRow; claim++) this.#linkDecided(claim, changed)
    return changed
  }

  /**
   * Takes back the links of the report in a row, and makes those that it kept others from. It must not be among the record's reports any more.
   *
   * @returns every other claim whose links changed; null where the linker cannot tell, and all must be linked anew
   */
  unlink(row: number): ReadonlySet<number> | null {
    const report = this.#report(row)
    const changed = new Set<number>()
    for (let claim = report.firstRow; claim < report.endRow; claim++) {
      this.#edges.neighboursOf(claim, (other) => changed.add(other))
      this.#edges.removeAll(claim)
    }
    for (const key of this.#keysOf(report)) {
      const left = this.#blocks.leave(key, row)
      if (left === 'unknown') return null
      if (left === 'reopened') this.#linkBlock(key, changed)
    }
    for (let claim = report.firstRow; claim < report.endRow; claim++) changed.delete(claim)
    return changed
  }

  /** A block that opens again makes its reports candidates of each other, as far as no other had. */
  #linkBlock(key: number, changed: Set<number>): void {
    const members: number[] = []
    this.#blocks.membersOf(key, (row) => members.push(row))
    for (const [at, row] of members.entries()) {
      for (const other of members.slice(at)) {
        if (!this.#areLinked(row, other)) this.#linkReports(this.#report(row), this.#report(other), changed)
      }
    }
  }

  #areLinked(row: number, other: number): boolean {
    if (row === other) return true
    const report = this.#report(row)
    const linked = new Set<number>()
    for (let claim = report.firstRow; claim < report.endRow; claim++)
      this.#edges.neighboursOf(claim, (neighbour) => linked.add(this.#record.claims.reports.at(neighbour)))
    return linked.has(other)
  }

  #linkReports(report: RecordedReport, other: RecordedReport, changed: Set<number>): void {
    for (let i = report.firstRow; i < report.endRow; i++) {
      const from = report === other ? i + 1 : other.firstRow
      for (let j = from; j < other.endRow; j++)
        if (this.#record.evidenceIn(report, i, other, j) > 0) this.#join(i, j, changed)
    }
  }

  #linkDecided(claim: number, changed: Set<number>): void {
    changed.add(claim)
    for (const other of this.#record.joinedWith(claim)) this.#join(claim, other, changed)
  }

  #join(i: number, j: number, changed: Set<number>): void {
    this.#edges.add(i, j)
    changed.add(i).add(j)
  }

  /** A block that closes takes back the edges that it alone had found. */
  #unlinkBlock(key: number, changed: Set<number>): void {
    const members = new Set<number>()
    this.#blocks.membersOf(key, (row) => members.add(row))
    const keys = new Map<number, ReadonlySet<number>>()
    const openKeys = (row: number): ReadonlySet<number> => {
      const found =
        keys.get(row) ?? new Set([...this.#keysOf(this.#report(row))].filter((it) => this.#blocks.isOpen(it)))
      keys.set(row, found)
      return found
    }
    for (const row of members) {
      const report = this.#report(row)
      for (let i = report.firstRow; i < report.endRow; i++) {
        this.#edges.neighboursOf(i, (j) => {
          const other = this.#record.claims.reports.at(j)
          if (other === row || !members.has(other) || shareAny(openKeys(row), openKeys(other))) return
          if (this.#record.rulingOn(i, j) === 'same') return
          this.#edges.remove(i, j)
          changed.add(i).add(j)
        })
      }
    }
  }

  #keysOf(report: RecordedReport): ReadonlySet<number> {
    return keysOfReport(this.#record.claims, report.firstRow, report.endRow, report.published, report.story)
  }

  #report(row: number): RecordedReport {
    const report = this.#record.reports[row]
    if (!report) throw new RangeError(`no report in row ${row}`)
    return report
  }
}

function shareAny(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const key of a) if (b.has(key)) return true
  return false
}
