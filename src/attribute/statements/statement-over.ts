import { contains, type Interval } from '../../base/span.ts'
import type { CueKind } from './cue-lexicon.ts'
import type { FoundStatement } from './finder.ts'

/** Kinds of cue whose content somebody is made to say; the others tell of stances and deeds ("backs", "agreed"). */
const UTTERING: ReadonlySet<CueKind> = new Set([
  'say',
  'deny',
  'demand',
  'threaten',
  'plan',
  'accuse',
  'suppose',
  'ask',
])

/** Whether a statement puts words into a told speaker's mouth, so that an act inside it is that speaker's claim. */
export function isUtterance(statement: FoundStatement): boolean {
  return statement.speaker !== null && UTTERING.has(statement.cueKind)
}

/**
 * The number of the innermost utterance that holds most of a passage: of those with three fifths of it inside one or all of
 * their pieces, the shortest; -1 where the outlet itself speaks.
 */
export function statementOver(statements: readonly FoundStatement[], passage: Interval): number {
  let best = -1
  let shortest = Infinity
  for (const [n, statement] of statements.entries()) {
    if (!isUtterance(statement)) continue
    const length = statement.content.reduce((sum, piece) => sum + piece.end - piece.start, 0)
    if (length < shortest && holdsMost(statement, passage)) [best, shortest] = [n, length]
  }
  return best
}

function holdsMost({ content }: FoundStatement, passage: Interval): boolean {
  if (content.some((piece) => contains(piece, passage))) return true
  let held = 0
  for (const { start, end } of content) {
    held += Math.max(0, Math.min(end, passage.end) - Math.max(start, passage.start))
  }
  return held * 5 >= (passage.end - passage.start) * 3
}
