import type { PdfLine } from './pdf-lines.ts'

/** A paragraph of print, its lines joined; `running` where it is a running head, foot or page number. */
export interface PdfParagraph {
  readonly text: string
  readonly running: boolean
}

/** A gap of more than this many usual line steps opens a paragraph. */
const PARAGRAPH_STEP = 1.35
/** A line that ends this short of the page's right edge, in shares of its width, may be a paragraph's last. */
const SHORT_LINE = 0.85
/** Letters so much larger or smaller than the line before belong to something else: a heading, a note. */
const SIZE_CHANGE = 0.15

/** Joins lines into paragraphs: words parted at a line's end become whole, paragraphs go on over the page's edge. */
export function joinLines(lines: readonly PdfLine[], running: ReadonlySet<PdfLine>): readonly PdfParagraph[] {
  const paragraphs: PdfParagraph[] = [...running].map(({ text }) => ({ text, running: true }))
  const printed = lines.filter((line) => !running.has(line))
  const step = usualStep(printed)
  const right = printed.reduce((widest, line) => Math.max(widest, line.right), 0)
  let text = ''
  for (const [i, line] of printed.entries()) {
    const above = printed[i - 1]
    if (above && opensParagraph(above, line, step, right)) {
      paragraphs.push({ text, running: false })
      text = line.text
    } else text = joinWords(text, line.text)
  }
  return text === '' ? paragraphs : [...paragraphs, { text, running: false }]
}

function usualStep(lines: readonly PdfLine[]): number {
  const steps = lines.flatMap((line, i) => {
    const above = lines[i - 1]
    return above && above.page === line.page && above.bottom > line.bottom ? [above.bottom - line.bottom] : []
  })
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 4)] ?? 0
}

function opensParagraph(above: PdfLine, line: PdfLine, step: number, right: number): boolean {
  const stopped = /[.!?…:]["'”’»)\]]?$/u.test(above.text)
  if (Math.abs(above.height - line.height) > SIZE_CHANGE * above.height) return true
  if (above.page !== line.page) return stopped || !/^\p{Ll}/u.test(line.text)
  if (above.bottom - line.bottom > PARAGRAPH_STEP * step) return true
  return stopped && (above.right < SHORT_LINE * right || line.left > above.left + line.height)
}

function joinWords(text: string, line: string): string {
  if (text === '') return line
  if (/\p{L}\u00ad$/u.test(text)) return text.slice(0, -1) + line
  const isParted = /\p{Ll}[-‐]$/u.test(text) && /^\p{Ll}/u.test(line)
  return isParted ? text.slice(0, -1) + line : `${text} ${line}`
}
