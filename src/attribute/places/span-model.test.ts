import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVocabulary, createWordReader } from '../../base/words/index.ts'
import { taggerModel } from '../../base/words/model.fixture.ts'
import { createSegments } from './segments.ts'
import { bestSegments } from './span-model.ts'

const TOKENS = 8
const text = 'a '.repeat(TOKENS)
const words = createWordReader(taggerModel, createVocabulary())(text, [{ start: 0, end: text.length }])

interface Scored {
  readonly first: number
  readonly last: number
  readonly score: number
}

function choose(spans: readonly Scored[]): readonly Scored[] {
  const segments = createSegments()
  for (const { first, last } of spans) {
    segments.first[segments.count] = first
    segments.last[segments.count++] = last
  }
  return bestSegments(
    words,
    segments,
    Float64Array.from(spans, (span) => span.score),
  ).map((at) => spans[at]!)
}

/** The best sum over all disjoint sets, by trying them all. */
function bestSum(spans: readonly Scored[], from = 0): number {
  let best = 0
  for (const span of spans) {
    if (span.first >= from) best = Math.max(best, span.score + bestSum(spans, span.last))
  }
  return best
}

describe('the best spans', () => {
  it('are disjoint, in order, and no other set scores more', () => {
    const span = fc
      .record({
        first: fc.nat(TOKENS - 1),
        length: fc.integer({ min: 1, max: 4 }),
        score: fc.integer({ min: -5, max: 5 }),
      })
      .map(({ first, length, score }) => ({ first, last: Math.min(TOKENS, first + length), score }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 10 }), (spans) => {
        const sorted = spans.toSorted((a, b) => a.first - b.first || a.last - b.last)
        const chosen = choose(sorted)
        for (const [i, one] of chosen.entries()) expect(one.first).toBeGreaterThanOrEqual(chosen[i - 1]?.last ?? 0)
        expect(chosen.reduce((sum, one) => sum + one.score, 0)).toBe(bestSum(sorted))
      }),
    )
  })

  it('leave out what scores nothing', () => {
    expect(choose([{ first: 0, last: 2, score: 0 }])).toEqual([])
  })
})
