import { expect } from 'vitest'
import type { Span } from '../src/base/span.ts'
import type { Reading } from '../src/model/index.ts'

/** Every span of a reading, wherever it stands. */
export function spansOf({ report, statements, places, times, claims }: Reading): Span[] {
  const ofStatements = statements.flatMap(({ content, speaker, cue, via }) => [...content, speaker, cue, via])
  const ofClaims = claims.flatMap((c) => [c.quote, c.speaker, c.via, c.actor, c.target, c.place, c.time])
  return [...report.dropped, ...ofStatements, ...places, ...times, ...ofClaims].filter((span) => span !== null)
}

/** Holds that every span is the exact slice of the report's text. */
export function expectExactSpans(reading: Reading): void {
  const { text } = reading.report
  const wrong = spansOf(reading).filter(
    (span) => !(span.start >= 0 && span.start <= span.end && text.slice(span.start, span.end) === span.text),
  )
  expect(wrong).toEqual([])
}
