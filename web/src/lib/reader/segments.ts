/** A stretch of a text. Offsets are UTF-16 code units, as everywhere in the record. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A piece of a page that is shown one way: which claims quote it, and why it was left out of the report. */
export interface Piece extends Stretch {
  readonly text: string
  /** Indices of the claims whose quotation covers the piece, ascending. */
  readonly claims: readonly number[]
  /** Claims whose quotation begins here. */
  readonly begins: readonly number[]
  readonly dropped: string | null
}

/** A line of the page, cut into pieces. */
export interface Line extends Stretch {
  readonly pieces: readonly Piece[]
}

/**
 * Cuts a page's text into lines and pieces, so that claims can be marked in place however they overlap. All lines joined by `\n` are the
 * text again; empty lines are kept out. Takes time in proportion to the text and, per line, to the claims that touch it.
 *
 * @param text the page as received
 * @param quotes where each claim's quotation stands, by index of the claim
 * @param dropped passages that are no part of the report
 */
export function cutText(
  text: string,
  quotes: readonly Stretch[],
  dropped: readonly (Stretch & { readonly why: string })[],
): readonly Line[] {
  return linesOf(text).map((line) => {
    const marks = quotes.flatMap((quote, index) => (touches(quote, line) ? [{ ...quote, index }] : []))
    const gone = dropped.filter((passage) => touches(passage, line))
    const cuts = cutsOf(line, [...marks, ...gone])
    const pieces = cuts.slice(0, -1).flatMap((start, i): Piece[] => {
      const piece = { start, end: cuts[i + 1] ?? line.end }
      const over = marks.filter((mark) => covers(mark, piece))
      return [
        {
          ...piece,
          text: text.slice(piece.start, piece.end),
          claims: over.map(({ index }) => index),
          begins: over.filter((mark) => Math.max(mark.start, line.start) === start).map(({ index }) => index),
          dropped: gone.find((passage) => covers(passage, piece))?.why ?? null,
        },
      ]
    })
    return { ...line, pieces }
  })
}

function linesOf(text: string): readonly Stretch[] {
  const lines: Stretch[] = []
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (text.slice(start, end).trim() !== '') lines.push({ start, end })
    start = end + 1
  }
  return lines
}

function cutsOf(line: Stretch, marks: readonly Stretch[]): readonly number[] {
  const within = marks.flatMap(({ start, end }) => [start, end]).filter((at) => at > line.start && at < line.end)
  return [...new Set([line.start, ...within, line.end])].toSorted((a, b) => a - b)
}

function touches(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && a.end > b.start
}

function covers(outer: Stretch, inner: Stretch): boolean {
  return outer.start <= inner.start && outer.end >= inner.end
}
