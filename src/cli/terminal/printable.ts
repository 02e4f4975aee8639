/**
 * C0 and C1 controls but line feed, and the marks that override the direction of writing: with them a page could move the cursor,
 * recolour or retitle the terminal, or show words in another order than they stand.
 */
// oxlint-disable-next-line no-control-regex -- controls are what it looks for
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** Text of a page as a terminal may show it, offsets kept: controls become spaces, broken surrogates the replacement sign. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, ' ').toWellFormed()
}

/** One line of printable text, white space collapsed. */
export function printableLine(text: string): string {
  return isolated(printable(text).replace(/\s+/gu, ' ').trim())
}

/** Text with right-to-left letters as a unit of its own, so that what stands around it keeps its place. */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text
}
