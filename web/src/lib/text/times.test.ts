import { describe, expect, it } from 'vitest'
import { sayDays, sayInstant, sayTold, sayUtc } from './times.ts'

describe('times in words', () => {
  it('tells an instant in the zone of the case, over midnight and in summer', () => {
    expect(sayInstant('2020-03-15T22:30:00Z', 'Asia/Damascus')).toBe('16 March 2020, 00:30')
    expect(sayInstant('2020-07-01T09:00:00.000Z', 'Asia/Damascus')).toBe('1 July 2020, 12:00')
    expect(sayUtc('2020-03-15T22:30:00Z')).toBe('15 March 2020, 22:30 UTC')
  })

  it.each([
    [{ from: '2020-03-15', to: '2020-03-15', precision: 'day' }, '15 March 2020'],
    [{ from: '2020-03-15T09:10', to: '2020-03-15T09:10', precision: 'minute' }, '15 March 2020, 09:10'],
    [{ from: '2020-03-15T06:00', to: '2020-03-15T11:59', precision: 'hour' }, '15 March 2020, 06:00–11:59'],
    [{ from: '2020-03-09', to: '2020-03-15', precision: 'week' }, '9–15 March 2020'],
    [{ from: '2020-03-01', to: '2020-03-31', precision: 'month' }, 'March 2020'],
    [{ from: '2019-01-01', to: '2019-12-31', precision: 'year' }, '2019'],
  ])('tells %j as finely as it was told', (time, words) => {
    expect(sayTold(time)).toBe(words)
  })

  it('tells spans of days once', () => {
    expect(sayDays('2020-03-28', '2020-04-02')).toBe('28 March – 2 April 2020')
    expect(sayDays('2019-12-31', '2020-01-01')).toBe('31 December 2019 – 1 January 2020')
  })
})
