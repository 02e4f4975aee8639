import { parseDay } from '../../base/calendar.ts'
import type { Claim, Reading } from '../../model/index.ts'
import { wordKeys } from './content-words.ts'
import { bodyOf } from './story.ts'

/** Points for a claim all of whose words the title has. */
const IN_TITLE = 150
/** Points taken from a claim at the very end of the report: background stands there. */
const AT_END = 100
/** Characters below which a report has no room for background. */
const LONG_REPORT = 1200
/** What lies farther back than this is no news. */
const NEWS_DAYS = 4
/** Share of its words in the title that makes a claim news whatever its date. */
const NEWS_SHARE = 0.5

/** How much of a report's news a claim is. */
export interface Standing {
  /** In hundredths of a nat, −100 to 150: what the title tells and what stands first is news, what stands last and in no title mostly background. */
  readonly points: number
  /** It looks back: dated more than NEWS_DAYS before the report was written, and nothing that its title tells. */
  readonly isRecall: boolean
  /** It stands highest of all claims of its report that do not look back. */
  readonly isLead: boolean
}

/** Tells the standing of each claim of a reading, in their order. The first of March recalled in May is no second witness of it. */
export function standingsOf(reading: Reading): readonly Standing[] {
  const title = new Set(wordKeys(reading.report.title ?? ''))
  const [start, length] = [reading.report.body[0]?.start ?? 0, Math.max(1, bodyOf(reading.report).length)]
  const written = parseDay(reading.report.published ?? '') ?? newestDay(reading)
  const standings = reading.claims.map((claim) => {
    const share = shareInTitle(claim, title)
    const depth = Math.min(1, Math.max(0, claim.quote.start - start) / Math.max(length, LONG_REPORT))
    const isOld = written !== null && written - (lastDayOf(claim) ?? written) > NEWS_DAYS
    return { points: Math.round(IN_TITLE * share - AT_END * depth), isRecall: isOld && share < NEWS_SHARE }
  })
  const most = Math.max(...standings.map(({ points, isRecall }) => (isRecall ? -Infinity : points)))
  return standings.map(({ points, isRecall }) => ({ points, isRecall, isLead: !isRecall && points === most }))
}

function shareInTitle(claim: Claim, title: ReadonlySet<number>): number {
  const words = new Set(wordKeys(claim.quote.text))
  const shared = [...words].filter((word) => title.has(word)).length
  return words.size === 0 ? 0 : Math.min(1, shared / Math.max(3, Math.min(words.size, title.size)))
}

/** The newest day on which a report says that something happened: about when it was written; null if it dates nothing. */
export function newestDay(reading: Reading): number | null {
  const days = reading.claims.flatMap((claim) => (claim.modality === 'asserted' ? (lastDayOf(claim) ?? []) : []))
  return days.length > 0 ? Math.max(...days) : null
}

function lastDayOf(claim: Claim): number | null {
  return claim.time?.to ? parseDay(claim.time.to) : null
}
