import { describe, expect, it } from 'vitest'
import { dayInWords, intervalInWords, momentInWords } from './day-words.ts'

describe('words for days', () => {
  it('write days and clocks as people do', () => {
    expect(momentInWords('2020-03-16')).toBe('16 March 2020')
    expect(momentInWords('2020-07-14T08:50')).toBe('14 July 2020, 08:50')
    expect(momentInWords('spring')).toBe('spring')
    expect(dayInWords('2020-07-14T08:50')).toBe('14 July 2020')
  })

  it('write intervals no longer than they need be', () => {
    expect(intervalInWords({ from: '2020-03-16', to: '2020-03-16', precision: 'day' })).toBe('16 March 2020')
    expect(intervalInWords({ from: '2020-03-01', to: '2020-03-31', precision: 'month' })).toBe('March 2020')
    expect(intervalInWords({ from: '2020-01-01', to: '2020-12-31', precision: 'year' })).toBe('2020')
    expect(intervalInWords({ from: '2020-03-09', to: '2020-03-15', precision: 'week' })).toBe(
      '9 March 2020 to 15 March 2020',
    )
    expect(intervalInWords({ from: '2020-04-07T18:00', to: '2020-04-07T23:59', precision: 'hour' })).toBe(
      '7 April 2020, 18:00 to 23:59',
    )
  })
})
