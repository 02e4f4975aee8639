import { UNTOLD, type ClaimTable } from '../claims/claim-table.ts'
import { STRANGERS } from './act-evidence.ts'

/** Points for one and the same day; a longer interval tells less, and one of SPAN_DAYS nothing. */
const SAME_DAY = 300
const SPAN_DAYS = 45
/** Points by days between two intervals: reports of one night differ by a day. More days are two events. */
const BY_GAP = [0, 0, -300] as const
/** Points by days between the publications, where a time is not told. */
const BY_PUBLICATION = [100, 100, 30, -30, -60, -150, -150, -200, -200, -250, -250] as const
const LONG_AFTER = -400
/** News is told within this many days. */
const NEWS_DAYS = 4

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
  if (age < -1) return age < -NEWS_DAYS ? LONG_AFTER : -100
  return age <= NEWS_DAYS ? 50 : (BY_PUBLICATION[Math.min(age, 10)] ?? LONG_AFTER)
}
