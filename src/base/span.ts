/** Half-open interval of UTF-16 code units in a text: `start` included, `end` not. */
export interface Interval {
  readonly start: number
  readonly end: number
}

/** A passage of a text: `text` is always the exact slice `[start, end)` of the text it was cut from. */
export interface Span extends Interval {
  readonly text: string
}

/** Cuts the passage `[start, end)` out of a text. */
export function sliceSpan(text: string, start: number, end: number): Span {
  return { text: text.slice(start, end), start, end }
}

/** How many code units two intervals share. */
export function sharedLength(a: Interval, b: Interval): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** Whether `outer` holds the whole of `inner`. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The passage without the white space at either end; empty at `start` if there is nothing else. */
export function trimmedSpan(text: string, start: number, end: number): Span {
  let from = start
  let to = end
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return sliceSpan(text, from, to)
}

function isSpace(unit: number): boolean {
  return unit <= 32 || unit === 0xa0 || unit === 0xfeff || (unit >= 0x2000 && unit <= 0x200b) || unit === 0x3000
}
