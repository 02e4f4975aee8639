import stringWidth from 'string-width'

const NARROWEST_COLUMNS = 40
const USUAL_COLUMNS = 96
/** Longer lines are hard to read. */
const WIDEST_COLUMNS = 110
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Columns to draw in: the terminal's, or COLUMNS, or 96 where there is no terminal; at least 40, at most 110. */
export function widthOf(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv = process.env): number {
  const told = stream.isTTY ? stream.columns - 1 : Number(env['COLUMNS'])
  const columns = Number.isFinite(told) && told > 0 ? told : USUAL_COLUMNS
  return Math.min(WIDEST_COLUMNS, Math.max(NARROWEST_COLUMNS, columns))
}

interface Piece {
  readonly text: string
  /** Offset in the whole text. */
  readonly at: number
  readonly width: number
}

/** Styles a piece of a text without spaces that begins at offset `at`; must not change its width. */
export type Paint = (piece: string, at: number) => string

/**
 * Breaks plain text into lines of at most `columns` terminal columns, at white space; a word longer than a line is cut between
 * graphemes. (Default paint: as it stands)
 */
export function wrapText(text: string, columns: number, paint: Paint = (piece) => piece): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const { text: word, at, width } of piecesOf(text, columns)) {
    if (used > 0 && used + 1 + width > columns) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += (used > 0 ? ' ' : '') + paint(word, at)
    used += (used > 0 ? 1 : 0) + width
  }
  return used > 0 ? [...lines, line] : lines
}

function piecesOf(text: string, columns: number): Piece[] {
  return [...text.matchAll(/\S+/gu)].flatMap(({ 0: word, index }) => {
    const width = word.length > columns * 8 ? Infinity : stringWidth(word)
    return width <= columns ? [{ text: word, at: index, width }] : cutWord(word, index, columns)
  })
}

function cutWord(word: string, at: number, columns: number): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  let used = 0
  for (const { segment, index } of GRAPHEMES.segment(word)) {
    const width = stringWidth(segment)
    if (used > 0 && used + width > columns) {
      pieces.push({ text: word.slice(from, index), at: at + from, width: used })
      from = index
      used = 0
    }
    used += width
  }
  return [...pieces, { text: word.slice(from), at: at + from, width: used }]
}

/** Fits a line of plain text into columns: what does not fit is left out of its middle. */
export function fitMiddle(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text
  const head = wrapText(text, Math.floor((columns - 3) / 2))[0] ?? ''
  const room = columns - 3 - stringWidth(head)
  const words = text.slice(head.length).split(' ')
  let tail = ''
  for (let word = words.pop(); word !== undefined && stringWidth(tail) + stringWidth(word) < room; word = words.pop()) {
    tail = tail === '' ? word : `${word} ${tail}`
  }
  return `${head} … ${tail}`.trimEnd()
}
