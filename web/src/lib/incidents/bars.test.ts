import { describe, expect, it } from 'vitest'
import { barsOf } from './bars.ts'

describe('bars of a timeline', () => {
  it('give days without any incident their bar, so that a gap is seen', () => {
    const { bars } = barsOf([
      { day: '2020-02-28', count: 2 },
      { day: '2020-03-02', count: 1 },
    ])
    expect(bars.map(({ from, count }) => [from, count])).toEqual([
      ['2020-02-28', 2],
      ['2020-02-29', 0],
      ['2020-03-01', 0],
      ['2020-03-02', 1],
    ])
  })

  it('put several days into a bar where there are many, and lose none', () => {
    const days = Array.from({ length: 366 }, (_, i) => ({
      day: new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10),
      count: 1,
    }))
    const { bars, daysABar } = barsOf(days)
    expect(daysABar).toBe(4)
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(366)
    expect(bars.at(-1)?.to).toBe('2020-12-31')
  })

  it('is empty without days', () => {
    expect(barsOf([]).bars).toEqual([])
  })
})
