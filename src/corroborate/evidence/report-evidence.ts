import { UNTOLD, type ClaimTable } from '../claims/claim-table.ts'
import type { Marks } from '../claims/marks.ts'
import { likenessOf, type Story } from '../claims/story.ts'
import { haveOneSpeaker } from './party-evidence.ts'
import { placeEvidence } from './place-evidence.ts'
import { timeEvidence } from './time-evidence.ts'

/** What the evidence needs of a report: its claims are the rows from `firstRow` up to `endRow`. */
export interface ReportFacts {
  /** Day of publication since 1970-01-01, or UNTOLD. */
  readonly published: number
  readonly firstRow: number
  readonly endRow: number
  readonly story: Story
  readonly marks: Marks
  /** Whether the report is a flash or an abstract of one event. */
  readonly isBrief: boolean
}

/**
 * Points by which the likeness of two reports speaks: none at EVEN_LIKENESS, PER_E_FOLD more or less for each factor of e. Fitted by hand to the
 * odds of two reports on ceasefires being about one event by the cosine of their words, where nothing is known of their dates.
 */
const PER_E_FOLD = 300
const EVEN_LIKENESS = 0.25
const LEAST_STORY = -500
export const MOST_STORY = 300
/** For reports whose words tell nothing: rows of a table, a look back in a report about something else, two claims of one report. */
export const NO_STORY = -450
/** Points for each act beyond the first that one speaker states in both reports: the same statement, point by point. */
const PER_PARALLEL = 150
export const MOST_PARALLEL = 450
/** What the words of two reports say for their claims telling of the same events, in points. */
export function storyEvidence(a: ReportFacts, b: ReportFacts): number {
  if (a.story.keys.length === 0 || b.story.keys.length === 0) return NO_STORY
  const points = PER_E_FOLD * Math.log(likenessOf(a.story, b.story) / EVEN_LIKENESS)
  return Math.round(Math.max(LEAST_STORY, Math.min(MOST_STORY, points)))
}

/** What it says for the claims of two reports that the same speakers state the same acts in both, of the same places and days, in points. */
export function parallelEvidence(claims: ClaimTable, a: ReportFacts, b: ReportFacts): number {
  const acts = new Set<number>()
  for (let i = a.firstRow; i < a.endRow; i++) {
    if (claims.speakerNames.at(i) === 0 || claims.recalls.at(i) === 1) continue
    for (let j = b.firstRow; j < b.endRow; j++) if (areParallel(claims, i, j)) acts.add(claims.acts.at(i))
  }
  return Math.min(MOST_PARALLEL, PER_PARALLEL * Math.max(0, acts.size - 1))
}

function areParallel(claims: ClaimTable, i: number, j: number): boolean {
  return (
    claims.acts.at(i) === claims.acts.at(j) &&
    claims.recalls.at(j) === 0 &&
    haveOneSpeaker(claims, i, j) &&
    placeEvidence(claims, i, j) >= 0 &&
    timeEvidence(claims, i, j, UNTOLD, UNTOLD) >= 0
  )
}
