import { parseDay } from './calendar.ts'

/** A moment in UTC, `YYYY-MM-DDThh:mm:ssZ`, with up to nine decimals of a second. */
export type Instant = string

const FORM = /^\d{4}-\d{2}-\d{2}T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?Z$/

/** Whether a text is an instant that the calendar has. Leap seconds are not taken. */
export function isInstant(text: string): text is Instant {
  const match = FORM.exec(text)
  if (!match || parseDay(text) === null) return false
  return Number(match[1]) < 24 && Number(match[2]) < 60 && Number(match[3]) < 60
}
