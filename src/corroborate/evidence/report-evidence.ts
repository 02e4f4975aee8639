import { UNTOLD, type ClaimTable } from '../claims/claim-table.ts'
import { likenessOf, type Story } from '../claims/story.ts'
import { haveOneSpeaker } from './party-evidence.ts'

/** What the evidence needs of a report: its claims are the rows from `firstRow` up to `endRow`. */
export interface ReportFacts {
  /** Day of publication since 1970-01-01, or UNTOLD. */
  readonly published: number
  readonly firstRow: number
  readonly endRow: number
  readonly story: Story
}

/** Points by which the likeness of two reports speaks: none at EVEN_LIKENESS, at most MOST_STORY. */
const PER_LIKENESS = 2000
const EVEN_LIKENESS = 0.16
const LEAST_STORY = -250
export const MOST_STORY = 500
/** Points for each act beyond the first that one speaker states in both reports: the same statement, point by point. */
const PER_PARALLEL = 150
export const MOST_PARALLEL = 450
/** What the words of two reports say for their claims telling of the same events, in points. */
export function storyEvidence(a: ReportFacts, b: ReportFacts): number {
  // A report without text, such as a row of a table, is neither like nor unlike another.
  if (a.story.keys.length === 0 || b.story.keys.length === 0) return 0
  const points = PER_LIKENESS * (likenessOf(a.story, b.story) - EVEN_LIKENESS)
  return Math.round(Math.max(LEAST_STORY, Math.min(MOST_STORY, points)))
}

/** What it says for the claims of two reports that the same speakers state the same acts in both, in points. */
export function parallelEvidence(claims: ClaimTable, a: ReportFacts, b: ReportFacts): number {
  const acts = new Set<number>()
  for (let i = a.firstRow; i < a.endRow; i++) {
    if (claims.speakerNames.at(i) === 0 || isOld(claims, i)) continue
    for (let j = b.firstRow; j < b.endRow; j++) {
      if (claims.acts.at(i) === claims.acts.at(j) && !isOld(claims, j) && haveOneSpeaker(claims, i, j))
        acts.add(claims.acts.at(i))
    }
  }
  return Math.min(MOST_PARALLEL, PER_PARALLEL * Math.max(0, acts.size - 1))
}

function isOld(claims: ClaimTable, row: number): boolean {
  return claims.recalls.at(row) === 1 && claims.lastDays.at(row) !== UNTOLD
}
