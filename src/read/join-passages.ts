import type { Interval } from '../base/span.ts'

/** Puts a page's passages together as its text, one a line, and tells where each stands. None may be empty or hold a line end. */
export function joinPassages(passages: readonly { readonly text: string }[]): {
  readonly text: string
  readonly intervals: readonly Interval[]
} {
  const intervals: Interval[] = []
  let start = 0
  for (const { text } of passages) {
    intervals.push({ start, end: start + text.length })
    start += text.length + 1
  }
  return { text: passages.map(({ text }) => text).join('\n'), intervals }
}
