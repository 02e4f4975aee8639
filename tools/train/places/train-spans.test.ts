import { describe, expect, it } from 'vitest'
import { marginals, trainSpans, type SpanExample } from './train-spans.ts'

/** Three spans over two tokens: the first, the second, both. Span i has the feature i. */
const example: SpanExample = {
  tokens: 2,
  first: Int32Array.of(0, 0, 1),
  last: Int32Array.of(1, 2, 2),
  at: Int32Array.of(0, 1, 2, 3),
  features: Uint16Array.of(0, 1, 2),
  gold: Uint8Array.of(0, 1, 0),
}

describe('the chances of spans', () => {
  it('are those of all sets of disjoint spans, counted out', () => {
    // Nothing, first, second, first and second, both: five sets, all alike at weight 0.
    const [first, both, second] = marginals(example, new Float64Array(3))
    expect(first).toBeCloseTo(2 / 5)
    expect(second).toBeCloseTo(2 / 5)
    expect(both).toBeCloseTo(1 / 5)
  })

  it('go to the right span with training', () => {
    const weights = trainSpans([example], { epochs: 30, step: 0.5, decay: 0 })
    const [first, both] = marginals(example, weights)
    expect(both).toBeGreaterThan(0.9)
    expect(first).toBeLessThan(0.1)
  })
})
