import { describe, expect, it } from 'vitest'
import { corroborate } from '../index.ts'
import { writeReading } from '../testing/write-reading.ts'

describe('brief reports', () => {
  const told = (id: string, title: string, quote: string, act: 'talks' | 'patrol-held' = 'patrol-held') =>
    writeReading({ id, title, published: null, claims: [{ act, quote }] })

  it('are one event where their words are, though their claims were read as other acts', () => {
    const incidents = corroborate([
      told('a', 'Fourth joint patrol of League and army on the Ombra road', 'fourth patrol went along the Ombra road'),
      told(
        'b',
        'League, army: fourth joint patrol on Ombra road',
        'statement on the fourth patrol of the Ombra road',
        'talks',
      ),
    ])
    expect(incidents).toHaveLength(1)
  })

  it('are two where the same thing has another number, however alike they are', () => {
    const incidents = corroborate([
      told('a', 'Fourth joint patrol of League and army on the Ombra road', 'fourth patrol went along the Ombra road'),
      told('b', 'Fifth joint patrol of League and army on the Ombra road', 'fifth patrol went along the Ombra road'),
    ])
    expect(incidents).toHaveLength(2)
  })
})
