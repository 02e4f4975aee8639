import { describe, expect, it } from 'vitest'
import { readableDate } from './page-date.ts'
import { testRules } from './testing.ts'

const { lexicon } = testRules

describe('readableDate', () => {
  it('leaves ISO dates and date-times as they are', () => {
    expect(readableDate('2020-03-16', lexicon)).toBe('2020-03-16')
    expect(readableDate(' 2020-03-16T10:05:00+03:00 ', lexicon)).toBe('2020-03-16T10:05:00+03:00')
  })

  it('reads month names of many languages', () => {
    for (const date of [
      '16 March 2020',
      'Mar 16th, 2020',
      '16 martie 2020',
      '16. března 2020',
      '16 Mart 2020',
      '16 марта 2020',
      '16 مارس 2020',
    ]) {
      expect(readableDate(date, lexicon), date).toBe('2020-03-16')
    }
  })

  it('reads clock times of 12 and 24 hours', () => {
    expect(readableDate('16 March 2020, 12:05 a.m.', lexicon)).toBe('2020-03-16T00:05')
    expect(readableDate('16.03.2020 23:59', lexicon)).toBe('2020-03-16T23:59')
    expect(readableDate('16.03.2020 27:10', lexicon)).toBe('2020-03-16')
  })

  it('answers null to days that no calendar has and to swapped ones', () => {
    for (const date of ['2020-02-30', '31.04.2020', '03/04/2020', 'yesterday', '', null]) {
      expect(readableDate(date, lexicon), String(date)).toBeNull()
    }
    expect(readableDate('16/03/2020', lexicon)).toBe('2020-03-16')
    expect(readableDate('03/16/2020', lexicon)).toBe('2020-03-16')
  })
})
