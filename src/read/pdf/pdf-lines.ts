import type { PDFDocumentProxy } from 'unpdf/pdfjs'

/** One line of print. Lengths are points (1/72 inch), measured from the page's lower left corner. */
export interface PdfLine {
  readonly text: string
  readonly page: number
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly height: number
}

/** A piece of text as pdf.js gives it; marked content has no `str`. */
interface PdfPiece {
  readonly str?: string
  readonly transform?: readonly number[]
  readonly width?: number
  readonly height?: number
  readonly hasEOL?: boolean
}

/** The lines of one page (from 1), in the order of the file. */
export async function linesOfPage(document: PDFDocumentProxy, page: number): Promise<readonly PdfLine[]> {
  const content = await (await document.getPage(page)).getTextContent()
  const lines: PdfLine[] = []
  let open: PdfLine | null = null
  for (const piece of content.items as readonly PdfPiece[]) {
    const next = lineOf(piece, page)
    if (next && next.text !== '') {
      if (open && isSameLine(open, next)) open = append(open, next)
      else {
        if (open) lines.push(open)
        open = next
      }
    }
    if (piece.hasEOL && open) {
      lines.push(open)
      open = null
    }
  }
  if (open) lines.push(open)
  return lines.map(cleaned).filter(({ text }) => text !== '')
}

function lineOf({ str, transform, width = 0, height = 0 }: PdfPiece, page: number): PdfLine | null {
  if (str === undefined) return null
  const [left, bottom] = [transform?.[4] ?? 0, transform?.[5] ?? 0]
  return { text: str, page, left, right: left + width, bottom, height: height || Math.abs(transform?.[3] ?? 0) }
}

function isSameLine(open: PdfLine, next: PdfLine): boolean {
  return Math.abs(open.bottom - next.bottom) < Math.max(2, open.height * 0.5)
}

/** Pieces set apart by more than a fifth of their height have a space between them, written or not. */
function append(open: PdfLine, next: PdfLine): PdfLine {
  const gap = next.left - open.right > open.height * 0.2 && !open.text.endsWith(' ') && !next.text.startsWith(' ')
  return {
    ...open,
    text: `${open.text}${gap ? ' ' : ''}${next.text}`,
    right: Math.max(open.right, next.right),
    height: Math.max(open.height, next.height),
  }
}

function cleaned(line: PdfLine): PdfLine {
  return { ...line, text: line.text.replaceAll(/\s+/gu, ' ').trim() }
}
