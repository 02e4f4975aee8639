import { elementAt } from '../base/element-at.ts'
import type { Interval } from '../base/span.ts'
import { classOf, CLOSER, FOREIGN, LETTER, SPACE, STOP, UPPER } from './letter-class.ts'

/** Share of a page's line breaks inside sentences from which on the page counts as hard-wrapped. */
const WRAPPED_SHARE = 0.3

/**
 * The passages of a page in order: its lines; or, where a page is hard-wrapped, blocks of lines that belong together.
 * Each is trimmed and none is empty.
 */
export function splitPassages(text: string): readonly Interval[] {
  const lines = splitLines(text)
  const inside = lines.filter((line, i) => continues(text, elementAt(lines, i - 1), line)).length
  return inside === 0 || inside < WRAPPED_SHARE * (lines.length - 1) ? lines : joinBlocks(text, lines)
}

function splitLines(text: string): readonly Interval[] {
  const lines: Interval[] = []
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isLineEnd(text.charCodeAt(at))) continue
    const line = trim(text, from, at)
    if (line.end > line.start) lines.push(line)
    from = at + 1
  }
  return lines
}

function isLineEnd(unit: number): boolean {
  return (unit >= 10 && unit <= 13) || unit === 0x2028 || unit === 0x2029
}

function trim(text: string, from: number, to: number): Interval {
  let [start, end] = [from, to]
  while (start < end && classOf(text.charCodeAt(start)) & SPACE) start++
  while (end > start && classOf(text.charCodeAt(end - 1)) & SPACE) end--
  return { start, end }
}

/** Whether a line goes on with the sentence of the line right above it: no stop there, a small letter here. */
export function continues(text: string, above: Interval | undefined, line: Interval): boolean {
  if (!above || isBlankBetween(text, above, line)) return false
  const first = classOf(text.charCodeAt(line.start))
  return (first & (LETTER | UPPER | FOREIGN)) === LETTER && !(classOf(text.charCodeAt(above.end - 1)) & (STOP | CLOSER))
}

function isBlankBetween(text: string, above: Interval, line: Interval): boolean {
  let breaks = 0
  for (let at = above.end; at < line.start; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) breaks++
  }
  return breaks > 1
}

/** Shortest line of a wrapped block; a shorter one is the last of its block, or stands alone. */
const MIN_WRAPPED_LENGTH = 40

function joinBlocks(text: string, lines: readonly Interval[]): readonly Interval[] {
  const blocks: Interval[] = []
  for (const [i, line] of lines.entries()) {
    const above = elementAt(lines, i - 1)
    const block = blocks.at(-1)
    const long =
      above !== undefined && above.end - above.start >= MIN_WRAPPED_LENGTH && !isBlankBetween(text, above, line)
    if (block && (long || continues(text, above, line)))
      blocks[blocks.length - 1] = { start: block.start, end: line.end }
    else blocks.push(line)
  }
  return blocks
}
