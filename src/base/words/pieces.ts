import type { Interval } from '../span.ts'

/** A stretch of one paragraph that is tagged in one go. */
export interface Piece extends Interval {
  /** Index into the body's intervals. */
  readonly paragraph: number
}

/** Longest piece of one paragraph, in UTF-16 units; bounds what one unbroken paragraph can cost. */
const MAX_PIECE = 6_000
/** Pieces are handed to the tagger together up to this many units. */
const MAX_GROUP = 12_000

/** Cuts paragraphs into pieces and gathers the pieces into groups that the tagger can take at once, in order. */
export function* groupPieces(text: string, body: readonly Interval[]): Generator<readonly Piece[]> {
  let group: Piece[] = []
  let size = 0
  for (const piece of piecesOf(text, body)) {
    const length = piece.end - piece.start
    if (group.length > 0 && size + length > MAX_GROUP) {
      yield group
      group = []
      size = 0
    }
    group.push(piece)
    size += length
  }
  if (group.length > 0) yield group
}

/** Cuts at sentence ends or white space where a paragraph is too long. */
function* piecesOf(text: string, body: readonly Interval[]): Generator<Piece> {
  for (const [paragraph, { start, end }] of body.entries()) {
    let from = start
    while (from < end) {
      const to = from + MAX_PIECE < end ? cutBefore(text, from, from + MAX_PIECE) : end
      yield { start: from, end: to, paragraph }
      from = to
    }
  }
}

function cutBefore(text: string, from: number, to: number): number {
  const window = text.slice(from, to)
  const sentenceEnd = Math.max(window.lastIndexOf('. '), window.lastIndexOf('\n'))
  if (sentenceEnd > MAX_PIECE / 2) return from + sentenceEnd + 1
  const space = window.lastIndexOf(' ')
  if (space > 0) return from + space + 1
  const unit = text.charCodeAt(to - 1)
  return unit >= 0xd800 && unit <= 0xdbff ? to - 1 : to
}
