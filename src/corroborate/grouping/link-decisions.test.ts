import { describe, expect, it } from 'vitest'
import { corroborate } from '../index.ts'
import { BETRIN, MINISTRY, shellingOfDolmir, writeReading } from '../testing/write-reading.ts'

describe('a decision on a link', () => {
  const two = [
    writeReading({ id: 'a', claims: [shellingOfDolmir({ speaker: MINISTRY })] }),
    writeReading({ id: 'b', claims: [shellingOfDolmir({ speaker: 'Mara Ilsen' })] }),
  ]
  const far = writeReading({
    id: 'c',
    claims: [{ act: 'aid-delivered', quote: 'flour came', date: '2027-09-01', at: BETRIN }],
  })
  const a = { report: 'a', claim: 0 }
  const b = { report: 'b', claim: 0 }
  const c = { report: 'c', claim: 0 }

  it('parts what the machine joins', () => {
    expect(corroborate(two)).toHaveLength(1)
    expect(corroborate(two, { linkDecisions: [{ decision: 'different', claims: [a, b] }] })).toHaveLength(2)
    expect(corroborate(two, { linkDecisions: [{ decision: 'unsure', claims: [a, b] }] })).toHaveLength(2)
  })

  it('joins what the machine parts', () => {
    expect(corroborate([...two, far])).toHaveLength(2)
    expect(corroborate([...two, far], { linkDecisions: [{ decision: 'same', claims: [a, c] }] })).toHaveLength(1)
  })

  it('gives way to a later one', () => {
    const linkDecisions = [
      { decision: 'different', claims: [a, b] },
      { decision: 'same', claims: [a, b] },
    ] as const
    expect(corroborate(two, { linkDecisions })).toHaveLength(1)
  })

  it('waits for a report that is not in yet', () => {
    expect(
      corroborate(two, { linkDecisions: [{ decision: 'same', claims: [a, { report: 'unheard', claim: 3 }] }] }),
    ).toHaveLength(1)
  })
})
