import type { Interval, Span } from '../base/span.ts'

/** Why a passage of a page is no part of the report. */
export type DropReason =
  | 'donation'
  | 'navigation'
  | 'doubled-title'
  | 'title'
  | 'byline'
  | 'caption'
  | 'appeal'
  | 'share'
  | 'cookie'
  | 'related'
  | 'advertisement'
  | 'subscription'
  | 'comments'
  | 'masthead'
  | 'disclaimer'
  | 'metadata'
  /** A section's heading or label inside the page. */
  | 'heading'
  /** Words in a language other than the report's: a local menu, a translated notice. */
  | 'foreign-language'
  /** How to reach the outlet: addresses, letters to the editor. */
  | 'contact'

/** A passage left out of the body, kept with its reason: nothing received is lost. */
export interface DroppedPassage extends Span {
  readonly why: DropReason
}

/** One document as received and cleaned. All offsets, here and in everything derived, are UTF-16 code units into `text`. */
export interface Report {
  readonly id: string
  /** The page as scraped, boilerplate and all; for HTML and PDF the text of the page. */
  readonly text: string
  readonly title: string | null
  readonly outlet: string | null
  /** Address it was received from. */
  readonly url: string | null
  /** ISO date or date-time of publication; null if neither the metadata nor the page states one. */
  readonly published: string | null
  /** ISO 639-1 code. */
  readonly language: string
  readonly dropped: readonly DroppedPassage[]
  /** The paragraphs that make up the body, in order, disjoint, free of dropped passages. */
  readonly body: readonly Interval[]
  /** Only for a row of a table that has one row an event: the table's name. No two rows of one such table tell of one event. */
  readonly eventTable?: string
}
