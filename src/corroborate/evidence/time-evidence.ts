import { UNTOLD, type ClaimTable } from '../claims/claim-table.ts'
import { STRANGERS } from './act-evidence.ts'

/** Points for one and the same day; a longer interval tells less, and one of SPAN_DAYS nothing. */
const SAME_DAY = 300
const SPAN_DAYS = 45
/** Points by days between two intervals: reports of one night differ by a day. More days are two events. */
const BY_GAP = [0, 0, -300] as const
/** Points by days between the publications, where a time is not told: news is told on the day and the next. */
const BY_PUBLICATION = [230, 230, -100, -130, -150, -150, -150, -150] as const
const LONG_AFTER = -320
/** Points by days from the event to the publication of the other report, where only one time is told. */
const BY_AGE = [200, 200, 0, -100, -100] as const
const BEFORE_EVENT = -200

/** What the times of two claims, and the days their reports were published, say for their telling of one event. */
export function timeEvidence(
  claims: ClaimTable,
  i: number,
  j: number,
  published: number,
  otherPublished: number,
): number {
  const [first, other] = [claims.firstDays.at(i), claims.firstDays.at(j)]
  if (first !== UNTOLD && other !== UNTOLD)
    return intervalEvidence(first, claims.lastDays.at(i), other, claims.lastDays.at(j))
  if (first !== UNTOLD && otherPublished !== UNTOLD) return datedAgainstPublished(claims.lastDays.at(i), otherPublished)
  if (other !== UNTOLD && published !== UNTOLD) return datedAgainstPublished(claims.lastDays.at(j), published)
  if (published === UNTOLD || otherPublished === UNTOLD) return 0
  return BY_PUBLICATION[Math.abs(published - otherPublished)] ?? LONG_AFTER
}

function intervalEvidence(first: number, last: number, otherFirst: number, otherLast: number): number {
  const gap = Math.max(0, otherFirst - last, first - otherLast)
  if (gap > 0) return BY_GAP[gap] ?? STRANGERS
  const span = Math.max(last - first, otherLast - otherFirst) + 1
  return Math.max(0, Math.round(SAME_DAY * (1 - Math.log(span) / Math.log(SPAN_DAYS))))
}

function datedAgainstPublished(day: number, published: number): number {
  const age = published - day
  // What is announced for tomorrow may be told today.
  if (age < 0) return age === -1 ? 0 : BEFORE_EVENT
  return BY_AGE[age] ?? LONG_AFTER
}
