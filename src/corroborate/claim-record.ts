import { parseDay } from '../base/calendar.ts'
import type { ClaimReference, Reading, Report } from '../model/index.ts'
import { ClaimTable, MODALITIES, UNTOLD } from './claims/claim-table.ts'
import { PairMemo } from './claims/pair-memo.ts'
import { newestDay } from './claims/standing.ts'
import { marksOf } from './claims/marks.ts'
import { bodyOf, tellStory } from './claims/story.ts'
import type { WordRarity } from './claims/word-rarity.ts'
import {
  areTwoSpots,
  BRIEF_CHARACTERS,
  BRIEF_SAME_ACT,
  briefEvidence,
  mayDiffer,
  MOST_PARALLEL,
  MOST_STORY,
  NO_STORY,
  pairEvidence,
  parallelEvidence,
  STRANGERS,
  storyEvidence,
  type ReportFacts,
} from './evidence/index.ts'
import type { Rulings } from './grouping/link-decisions.ts'

/** Pairs of claims whose evidence is kept at hand: 12 MB. */
const PAIRS_OF_CLAIMS = 1 << 20

/** A report with what linking needs of it. */
export interface RecordedReport extends ReportFacts {
  readonly reading: Reading
  /** Row among the reports. */
  readonly row: number
}

/** All reports so far and their claims in columns. */
export class ClaimRecord {
  readonly claims = new ClaimTable()
  readonly reports: RecordedReport[] = []
  readonly #rows = new Map<string, number>()
  readonly #rarity: WordRarity
  readonly #rulings: Rulings
  readonly #stories = new PairMemo((a, b) => storyEvidence(this.#report(a), this.#report(b)))
  readonly #briefs = new PairMemo((a, b) => briefEvidence(this.#report(a), this.#report(b)))
  readonly #differences = new PairMemo((a, b) => (mayDiffer(this.#report(a), this.#report(b)) ? 1 : 0))
  /** Grouping asks again for the pairs of a component whenever one of its claims changes. */
  readonly #evidence = new PairMemo(
    (i, j) => this.evidenceIn(this.reportOf(i), i, this.reportOf(j), j),
    PAIRS_OF_CLAIMS,
  )
  readonly #parallels = new PairMemo((a, b) => parallelEvidence(this.claims, this.#report(a), this.#report(b)))

  constructor(rarity: WordRarity, rulings: Rulings) {
    this.#rarity = rarity
    this.#rulings = rulings
  }

  /** Takes a reading into the record; throws if a report of that id is in it. */
  push(reading: Reading): RecordedReport {
    const { id, published } = reading.report
    if (this.#rows.has(id)) throw new TypeError(`report ${id} is in the record already`)
    const row = this.reports.length
    this.#rows.set(id, row)
    const firstRow = this.claims.length
    this.claims.push(reading, row)
    const body = bodyOf(reading.report)
    const report = {
      reading,
      row,
      published: parseDay(published ?? '') ?? newestDay(reading) ?? UNTOLD,
      firstRow,
      endRow: this.claims.length,
      story: tellStory(reading.report, this.#rarity),
      marks: marksOf(reading, body),
      isBrief: body.length <= BRIEF_CHARACTERS,
    }
    this.reports.push(report)
    return report
  }

  /** Takes a report out; answers its row, which stays empty, or null where there is none of that id. */
  remove(id: string): number | null {
    const row = this.#rows.get(id)
    this.#rows.delete(id)
    return row ?? null
  }

  /** The report that a claim stands in. */
  reportOf(row: number): RecordedReport {
    return this.#report(this.claims.reports.at(row))
  }

  #report(row: number): RecordedReport {
    const report = this.reports[row]
    if (!report) throw new RangeError(`no report in row ${row}`)
    return report
  }

  referenceOf(row: number): ClaimReference {
    return { report: this.reportOf(row).reading.report.id, claim: this.claims.indices.at(row) }
  }

  /** The row of a claim; null while its report is not in the record. */
  rowOf({ report, claim }: ClaimReference): number | null {
    const recorded = this.reports[this.#rows.get(report) ?? -1]
    const row = (recorded?.firstRow ?? 0) + claim
    return recorded && row < recorded.endRow ? row : null
  }

  /** Log-odds in points that two claims tell of one event; what a person called unsure is no likeness. */
  evidence(i: number, j: number): number {
    return this.#evidence.of(i, j)
  }

  /** The same where the reports of the claims are at hand. */
  evidenceIn(one: RecordedReport, i: number, other: RecordedReport, j: number): number {
    if (one !== other && areRowsOfOneTable(one.reading.report, other.reading.report)) return STRANGERS
    const base = pairEvidence(this.claims, i, j, one.published, other.published)
    // Reports that look back are about something else, and two claims of one report share its words anyway.
    const apart = one === other || this.claims.recalls.at(i) === 1 || this.claims.recalls.at(j) === 1
    if (apart) return this.#unlessUnsure(i, j, base + NO_STORY)
    if (base > STRANGERS && areTwoSpots(this.claims, i, j))
      return this.#unlessUnsure(i, j, base + Math.min(0, this.#stories.of(one.row, other.row)))
    // A flash or an abstract tells of one event, however thin the claims that were read of it.
    // Of a longer one only what it leads with may be that event: what it mentions besides shares its words with much else.
    const areBoth = one.isBrief && other.isBrief
    const isOfOne = this.#areLeads(i, j)
      ? this.#areCounterparts(one, i, other, j)
      : areBoth && this.#areAlike(i, j) && this.#areAsReal(i, j)
    if ((one.isBrief || other.isBrief) && isOfOne) return this.#briefPoints(base, one, i, other, j)
    // Most candidates end here: nothing that two reports share makes up for so much.
    if (base <= -MOST_STORY - MOST_PARALLEL) return base
    const likely = base + this.#stories.of(one.row, other.row)
    if (likely <= -MOST_PARALLEL) return likely
    return this.#unlessUnsure(i, j, likely + this.#parallels.of(one.row, other.row))
  }

  #briefPoints(base: number, one: RecordedReport, i: number, other: RecordedReport, j: number): number {
    if (base <= STRANGERS) return base
    const asClaims = base + this.#stories.of(one.row, other.row) + this.#parallels.of(one.row, other.row)
    const asReports = this.#briefs.of(one.row, other.row) + (this.#areAlike(i, j) ? BRIEF_SAME_ACT : 0)
    const points = this.#differences.of(one.row, other.row) ? asReports : Math.max(asClaims, asReports)
    return this.#unlessUnsure(i, j, points)
  }

  #areAlike(i: number, j: number): boolean {
    return this.claims.acts.at(i) === this.claims.acts.at(j)
  }

  /** Two leads, unless they tell of different acts and one report has the other's act further on: then that is its counterpart. */
  #areCounterparts(one: RecordedReport, i: number, other: RecordedReport, j: number): boolean {
    return (
      this.#areAlike(i, j) || !(this.#tells(other, this.claims.acts.at(i)) || this.#tells(one, this.claims.acts.at(j)))
    )
  }

  #tells({ firstRow, endRow }: RecordedReport, act: number): boolean {
    for (let row = firstRow; row < endRow; row++) if (this.claims.acts.at(row) === act) return true
    return false
  }

  /** What one tells as done another does not merely threaten, plan or demand. */
  #areAsReal(i: number, j: number): boolean {
    return isDone(this.claims.modalities.at(i)) === isDone(this.claims.modalities.at(j))
  }

  #areLeads(i: number, j: number): boolean {
    return this.claims.leads.at(i) === 1 && this.claims.leads.at(j) === 1
  }

  #unlessUnsure(i: number, j: number, points: number): number {
    return points > 0 && this.rulingOn(i, j) === 'unsure' ? 0 : points
  }

  /** What a person decided on two claims. */
  rulingOn(i: number, j: number): ReturnType<Rulings['between']> {
    if (this.#rulings.isEmpty) return null
    return this.#rulings.between(this.referenceOf(i), this.referenceOf(j))
  }

  /** Rows of the claims that a person put together with this one. */
  joinedWith(row: number): readonly number[] {
    if (this.#rulings.isEmpty) return []
    return this.#rulings.partnersOf(this.referenceOf(row)).flatMap((partner) => {
      const other = this.rowOf(partner)
      return other !== null && this.rulingOn(row, other) === 'same' ? [other] : []
    })
  }

  /** Orders claims by publication, report id and place in the report, whatever order they came in. */
  compareRows(i: number, j: number): number {
    const [one, other] = [this.reportOf(i), this.reportOf(j)]
    if (one === other) return i - j
    const byDay = dayOrder(one.published) - dayOrder(other.published)
    if (byDay !== 0) return byDay
    return one.reading.report.id < other.reading.report.id ? -1 : 1
  }
}

/** Whoever keeps a table with one row an event has told its events apart already. */
function areRowsOfOneTable(one: Report, other: Report): boolean {
  return one.eventTable !== undefined && one.eventTable === other.eventTable
}

/** Whether a modality, by its number, tells of something done, or denies it. */
function isDone(modality: number): boolean {
  return MODALITIES[modality] === 'asserted' || MODALITIES[modality] === 'denied'
}

function dayOrder(published: number): number {
  return published === UNTOLD ? 1e9 : published
}
