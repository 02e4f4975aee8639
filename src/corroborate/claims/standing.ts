import { parseDay } from '../../base/calendar.ts'
import type { Claim, Reading } from '../../model/index.ts'
import { wordKeys } from './content-words.ts'
import { bodyOf } from './story.ts'

/** Points for a claim all of whose words the title has. */
const IN_TITLE = 150
/** Points taken from a claim at the very end of the report: background stands there. */
const AT_END = 100

/**
 * How much a claim is the news of its report, in hundredths of a nat: what the title tells and what stands first is news, what stands last and
 * in no title is mostly background. About −100 to 150.
 */
export function standingOf(reading: Reading): (claim: Claim) => number {
  const title = new Set(wordKeys(reading.report.title ?? ''))
  const [start, length] = [reading.report.body[0]?.start ?? 0, Math.max(1, bodyOf(reading.report).length)]
  return (claim) => {
    const words = new Set(wordKeys(claim.quote.text))
    const shared = [...words].filter((word) => title.has(word)).length
    const share = words.size === 0 ? 0 : shared / Math.max(3, Math.min(words.size, title.size))
    const depth = Math.min(1, Math.max(0, (claim.quote.start - start) / length))
    return Math.round(IN_TITLE * Math.min(1, share) - AT_END * depth)
  }
}

/** What lies farther back than this is no news. */
const NEWS_DAYS = 4

/**
 * Whether a claim looks back: it is dated more than NEWS_DAYS before the report was published (or, where that is not known, before its newest
 * claim), and is not what the report begins with. The first of March recalled in May is no second witness of it.
 */
export function recallOf(reading: Reading): (claim: Claim) => boolean {
  const published = parseDay(reading.report.published ?? '') ?? newestDay(reading)
  return (claim) => {
    const day = lastDayOf(claim)
    return day !== null && published !== null && published - day > NEWS_DAYS && claim !== reading.claims[0]
  }
}

/** The newest day on which a report says that something happened: about when it was written; null if it dates nothing. */
export function newestDay(reading: Reading): number | null {
  const days = reading.claims.flatMap((claim) => (claim.modality === 'asserted' ? (lastDayOf(claim) ?? []) : []))
  return days.length > 0 ? Math.max(...days) : null
}

function lastDayOf(claim: Claim): number | null {
  return claim.time?.to ? parseDay(claim.time.to) : null
}
