import { UNTOLD } from '../claims/claim-table.ts'
import { agreeOnNumbers, countSharedDays, markOfDay, namesDayBeside } from '../claims/marks.ts'
import { likenessOf } from '../claims/story.ts'
import type { ReportFacts } from './report-evidence.ts'

/** A report whose body is no longer than this, in characters, is brief: a flash or an abstract, of one event as a whole. */
export const BRIEF_CHARACTERS = 450
/** Points for claims of the same act in two brief reports. */
export const BRIEF_SAME_ACT = 60
/** Points by which the likeness of two reports' words speaks, as in report-evidence; a brief has no background to share, so that less is even. */
const PER_E_FOLD = 300
const EVEN_LIKENESS = 0.19
const LEAST_LIKENESS = 0.08
const MOST_LIKENESS = 0.6
/** Points by days between the publications. */
const BY_PUBLICATION = [180, 180, 0, 0, 0] as const
const LONG_AFTER = -320
/** Points for a day of the year that both name, for at most two; and for days that have nothing to do with each other. */
const SHARED_DAY = 120
const OTHER_DAYS = -180
/** Points for a day that one names and about which the other was published. */
const PUBLISHED_BESIDE = 60
/** Points for what both count: "the fourth patrol". */
const SAME_RANK = 160
const OTHER_RANK = -450

/** What two reports, one of them brief, say as wholes for their telling of one event, in points. */
export function briefEvidence(a: ReportFacts, b: ReportFacts): number {
  const likeness = Math.min(MOST_LIKENESS, Math.max(LEAST_LIKENESS, likenessOf(a.story, b.story)))
  const words = PER_E_FOLD * Math.log(likeness / EVEN_LIKENESS)
  return Math.round(words + publicationEvidence(a, b) + dayEvidence(a, b) + rankEvidence(a, b))
}

/** Whether days or numbers in a row speak for two events, so that alike claims ("the fourth patrol was held", "the fifth …") prove nothing. */
export function mayDiffer(a: ReportFacts, b: ReportFacts): boolean {
  return dayEvidence(a, b) < 0 || rankEvidence(a, b) < 0
}

function rankEvidence(a: ReportFacts, b: ReportFacts): number {
  const agreement = agreeOnNumbers(a.marks, b.marks)
  return agreement > 0 ? SAME_RANK : agreement < 0 ? OTHER_RANK : 0
}

function publicationEvidence(a: ReportFacts, b: ReportFacts): number {
  if (a.published === UNTOLD || b.published === UNTOLD) return 0
  return BY_PUBLICATION[Math.abs(a.published - b.published)] ?? LONG_AFTER
}

function dayEvidence(a: ReportFacts, b: ReportFacts): number {
  const shared = countSharedDays(a.marks, b.marks)
  if (shared > 0) return SHARED_DAY * Math.min(2, shared)
  if (a.marks.days.size > 0 && b.marks.days.size > 0) return namesDayBeside(a.marks, b.marks.days) ? 0 : OTHER_DAYS
  const [named, other] = a.marks.days.size > 0 ? [a, b] : [b, a]
  if (named.marks.days.size === 0 || other.published === UNTOLD) return 0
  return namesDayBeside(named.marks, [markOfDay(other.published)]) ? PUBLISHED_BESIDE : OTHER_DAYS
}
