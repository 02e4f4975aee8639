import { familyOf } from '../../model/index.ts'
import { isolated, printable, wrapText } from '../terminal/index.ts'
import { TONE_OF, type Look } from './look.ts'
import type { NumberedClaim, Sentence } from './sentences.ts'

/** Draws a sentence as it stands, each claim's quote in its colour; one that claims nothing is dim. */
export function drawSentence({ span, claims }: Sentence, { columns, style }: Look): string[] {
  const text = printable(span.text)
  if (claims.length === 0) return wrapText(text, columns).map((line) => style.dim(isolated(line)))
  return wrapText(text, columns, (piece, at) =>
    partsOf(piece, span.start + at, claims)
      .map(({ text: part, claim }) => (claim ? style.tone(TONE_OF[familyOf(claim.act)], part) : part))
      .join(''),
  ).map(isolated)
}

interface Part {
  readonly text: string
  readonly claim: NumberedClaim['claim'] | null
}

/** Cuts a word where quotes begin or end in it; where quotes overlap, the one that begins last shows. */
function partsOf(piece: string, start: number, claims: readonly NumberedClaim[]): Part[] {
  const end = start + piece.length
  const edges = claims.flatMap(({ claim }) => [claim.quote.start, claim.quote.end])
  const cuts = [start, ...edges.filter((edge) => start < edge && edge < end), end].sort((a, b) => a - b)
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] ?? start
    const over = claims.findLast(({ claim }) => claim.quote.start <= from && to <= claim.quote.end)
    return { text: piece.slice(from - start, to - start), claim: over?.claim ?? null }
  })
}
