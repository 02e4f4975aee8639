import type { Span } from '../base/span.ts'

/** How fine a time is told. */
export type TimePrecision = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

/** An interval of the calendar. `from` and `to` are inclusive, `YYYY-MM-DD` or `YYYY-MM-DDThh:mm`, in the report's own local time. */
export interface TimeReference {
  readonly from: string
  readonly to: string
  readonly precision: TimePrecision
}

/** A time expression of a report; the reference's fields are null where the text fixes no interval ("recently", "for three years"). */
export type TimeMention = Span & (TimeReference | { readonly [K in keyof TimeReference]: null })
