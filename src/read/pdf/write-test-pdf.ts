/** A line of a test PDF: its text (printable ASCII), and its lower left corner in points. */
export interface PrintedLine {
  readonly text: string
  readonly left: number
  readonly bottom: number
}

/** Writes a small PDF 1.4 with one font, 10 points, a content stream a page. For tests alone. */
export function writeTestPdf(pages: readonly (readonly PrintedLine[])[], trailer = ''): Uint8Array {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((lines, i) => [pageObject(5 + 2 * i), streamObject(lines)]),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const offset = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const start = file.length
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(file)
}

function pageObject(content: number): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`
}

function streamObject(lines: readonly PrintedLine[]): string {
  const shown = lines.map(({ text, left, bottom }) => {
    const escaped = text.replaceAll(/[\\()]/g, String.raw`\$&`)
    return `BT /F1 10 Tf ${left} ${bottom} Td (${escaped}) Tj ET`
  })
  const stream = shown.join('\n')
  return `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`
}
