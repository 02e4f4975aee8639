import type { PlainDate } from '../base/calendar.ts'

/** What was watched, or could not be, and when. */
export interface Coverage {
  /** First and last day, inclusive. */
  readonly from: PlainDate
  readonly to: PlainDate
  /** Id of a zone or of a stretch of a road; `*`: the whole area of the agreement. */
  readonly what: string
  readonly how: 'patrol' | 'camera' | 'drone' | 'observatory' | 'press' | 'side' | 'other'
  readonly source: string
  /** True: it was NOT watched, although one might think so. */
  readonly gap: boolean
}
