import { SHAPE, type Words } from '../../base/words/index.ts'

/** One outermost quotation, in tokens: `first` is its opening mark, `last` its closing mark (or its last word where the mark is missing). */
export interface Quotation {
  readonly first: number
  readonly last: number
  /** False where the closing mark is missing or the quotation was mended. */
  readonly whole: boolean
}

/** The quotations of a report and, for each token, the number of the quotation that holds it, -1 for none. */
export interface Quotations {
  readonly list: readonly Quotation[]
  readonly at: Int32Array
}

/** A mark family; a quotation is closed by a mark of the family that opened it. */
const FAMILY = { none: 0, curly: 1, straight: 2, angle: 3, curlySingle: 4, straightSingle: 5 } as const

interface Open {
  readonly first: number
  readonly family: number
  readonly paragraph: number
  depth: number
  lastClose: number
}

/**
 * Finds the outermost quotations of a report in one pass. Nested marks stay inside. A closing mark without an opening one
 * stretches the quotation before it in the same paragraph (a mark was doubled or lost on the way); a quotation still open at
 * the paragraph's end runs on where the next paragraph repeats the opening mark, and else ends with the paragraph.
 */
export function findQuotations(words: Words): Quotations {
  const list: Quotation[] = []
  let open: Open | null = null
  for (let i = 0; i < words.count; i++) {
    const form = words.form[i]
    if (open && words.paragraph[i] !== open.paragraph) open = crossParagraph(words, list, open, i)
    if (!form || !(form.shape & SHAPE.quote)) continue
    const mark = readMark(words, i)
    if (open === null) {
      if (mark.opens)
        open = { first: i, family: mark.family, paragraph: words.paragraph[i] ?? 0, depth: 1, lastClose: -1 }
      else if (mark.closes) stretchLast(words, list, i, mark.family)
    } else if (mark.family === open.family) {
      if (mark.opens && !(mark.closes && open.depth > 0)) open.depth++
      else if (mark.closes) {
        open.depth--
        open.lastClose = i
        if (open.depth === 0) {
          list.push({ first: open.first, last: i, whole: true })
          open = null
        }
      }
    }
  }
  if (open) list.push(endOpen(words, open, words.count))
  return { list, at: numberTokens(words.count, list) }
}

interface Mark {
  readonly family: number
  readonly opens: boolean
  readonly closes: boolean
}

function readMark(words: Words, i: number): Mark {
  const surface = words.form[i]?.surface ?? ''
  switch (surface) {
    case '“':
    case '„':
      return { family: FAMILY.curly, opens: true, closes: false }
    case '”':
      return { family: FAMILY.curly, opens: false, closes: true }
    case '«':
      return { family: FAMILY.angle, opens: true, closes: false }
    case '»':
      return { family: FAMILY.angle, opens: false, closes: true }
    case '‘':
    case '’':
      return singleMark(words, i, FAMILY.curlySingle, surface === '‘')
    case "'":
      return singleMark(words, i, FAMILY.straightSingle, true)
    default:
      return spacedMark(words, i, FAMILY.straight)
  }
}

/** A mark that looks the same at both ends: it opens before a word after a gap, and closes after a word. */
function spacedMark(words: Words, i: number, family: number): Mark {
  const before = gapBefore(words, i)
  const after = gapBefore(words, i + 1)
  if (before && !after) return { family, opens: true, closes: false }
  if (!before && after) return { family, opens: false, closes: true }
  return { family, opens: true, closes: true }
}

/** Single marks are apostrophes too: only one with a gap on the outer side counts. */
function singleMark(words: Words, i: number, family: number, mayOpen: boolean): Mark {
  const before = gapBefore(words, i)
  const after = gapBefore(words, i + 1) || isPunctuation(words, i + 1)
  return { family, opens: mayOpen && before && !after, closes: !before && after }
}

function isPunctuation(words: Words, i: number): boolean {
  return ((words.form[i]?.shape ?? 0) & SHAPE.mark) !== 0
}

function gapBefore(words: Words, i: number): boolean {
  if (i <= 0 || i >= words.count) return true
  return words.paragraph[i] !== words.paragraph[i - 1] || (words.start[i] ?? 0) > (words.end[i - 1] ?? 0)
}

function stretchLast(words: Words, list: Quotation[], close: number, family: number): void {
  const last = list.at(-1)
  const mendable = family === FAMILY.curly || family === FAMILY.angle
  if (!mendable || !last || words.paragraph[last.first] !== words.paragraph[close]) return
  list[list.length - 1] = { first: last.first, last: close, whole: false }
}

function crossParagraph(words: Words, list: Quotation[], open: Open, i: number): Open | null {
  const form = words.form[i]
  if (form && form.shape & SHAPE.quote && open.depth === 1) {
    const mark = readMark(words, i)
    if (mark.opens && mark.family === open.family)
      return { first: open.first, family: open.family, paragraph: words.paragraph[i] ?? 0, depth: 0, lastClose: -1 }
  }
  list.push(endOpen(words, open, i))
  return null
}

/** Single marks left open were apostrophes; other quotations end at their last closing mark or with the paragraph. */
function endOpen(words: Words, open: Open, end: number): Quotation {
  const single = open.family === FAMILY.curlySingle || open.family === FAMILY.straightSingle
  if (single) return { first: open.first, last: open.first, whole: false }
  const last = open.lastClose > open.first ? open.lastClose : end - 1
  return { first: open.first, last: Math.min(last, words.count - 1), whole: false }
}

function numberTokens(count: number, list: readonly Quotation[]): Int32Array {
  const at = new Int32Array(count).fill(-1)
  for (const [number, quotation] of list.entries()) {
    if (quotation.last > quotation.first) at.fill(number, quotation.first, quotation.last + 1)
  }
  return at
}
