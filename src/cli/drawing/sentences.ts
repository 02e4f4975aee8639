import { contains, trimmedSpan, type Interval, type Span } from '../../base/span.ts'
import type { Claim, Reading } from '../../model/index.ts'

/** A sentence of the body with the claims made in it. */
export interface Sentence {
  readonly span: Span
  /** Claims with their numbers, counted from 1 through the reading. */
  readonly claims: readonly NumberedClaim[]
  /** Whether somebody is quoted or reported in it. */
  readonly isAttributed: boolean
  readonly beginsParagraph: boolean
}

export interface NumberedClaim {
  readonly number: number
  readonly claim: Claim
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' })
/** A paragraph longer than this is shown unsegmented: it is no prose. */
const MAX_SEGMENTED_CHARACTERS = 20_000

/** The body's sentences in order; no sentence ends inside a claim's quote. Claims are numbered in the order of the text. */
export function sentencesOf({ report, statements, claims }: Reading): Sentence[] {
  const ordered = [...claims].sort((a, b) => a.quote.start - b.quote.start || a.quote.end - b.quote.end)
  const numbered = ordered.map((claim, i) => ({ claim, number: i + 1 }))
  const pieces = statements.flatMap(({ speaker, content }) => (speaker ? content : []))
  return report.body.flatMap((paragraph) => {
    const inside = numbered.filter(({ claim }) => contains(paragraph, claim.quote))
    const spoken = pieces.filter((piece) => contains(paragraph, piece))
    return cutParagraph(report.text, paragraph, inside).map((span, i) => ({
      span,
      claims: inside.filter(({ claim }) => contains(span, claim.quote)),
      isAttributed: spoken.some((piece) => piece.start < span.end && span.start < piece.end),
      beginsParagraph: i === 0,
    }))
  })
}

function cutParagraph(text: string, paragraph: Interval, claims: readonly NumberedClaim[]): Span[] {
  const { start, end } = paragraph
  if (end - start > MAX_SEGMENTED_CHARACTERS) return [trimmedSpan(text, start, end)]
  const cuts = [...SEGMENTER.segment(text.slice(start, end))]
    .map(({ index }) => start + index)
    .filter((cut) => !claims.some(({ claim }) => claim.quote.start < cut && cut < claim.quote.end))
  return cuts.map((cut, i) => trimmedSpan(text, cut, cuts[i + 1] ?? end)).filter((span) => span.text !== '')
}
