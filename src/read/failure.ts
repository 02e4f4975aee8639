/** Why a page cannot become a report. */
export type ReadFailureCode =
  | 'too-large'
  | 'too-deep'
  | 'too-slow'
  | 'unreadable-encoding'
  | 'unknown-language'
  | 'not-a-page'
  | 'encrypted-pdf'
  | 'unreadable-date'
  | 'empty'

/** A coded refusal of one page, as data: the other pages of a batch go on. */
export interface ReadFailure {
  readonly code: ReadFailureCode
  /** Place, what was found and what was expected, in one sentence. */
  readonly message: string
  /** The page's id, with the field that was wrong if it is one: `r1`, `r1.published`. */
  readonly place: string
  readonly found: string
  readonly expected: string
}

/** Longest piece of the page that a message repeats: pages are hostile, logs are read by people. */
const MAX_FOUND = 80

/** Makes a refusal; its message is put together from the parts. */
export function refusal(code: ReadFailureCode, place: string, found: string, expected: string): ReadFailure {
  const shown = found.length > MAX_FOUND ? `${found.slice(0, MAX_FOUND)}…` : found
  return { code, place, found: shown, expected, message: `${place}: found ${shown}, expected ${expected}` }
}
