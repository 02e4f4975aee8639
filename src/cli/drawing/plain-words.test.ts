import { describe, expect, it } from 'vitest'
import { plainDate, plainHarm, plainModality, plainTime, plural } from './plain-words.ts'

describe('plain words', () => {
  it('write days and clocks as people do', () => {
    expect(plainDate('2020-03-16')).toBe('16 March 2020')
    expect(plainDate('2020-07-14T08:50')).toBe('14 July 2020, 08:50')
    expect(plainDate('spring')).toBe('spring')
  })

  it('write intervals no longer than they need be', () => {
    expect(plainTime({ from: '2020-03-16', to: '2020-03-16', precision: 'day' })).toBe('16 March 2020')
    expect(plainTime({ from: '2020-03-01', to: '2020-03-31', precision: 'month' })).toBe('March 2020')
    expect(plainTime({ from: '2020-01-01', to: '2020-12-31', precision: 'year' })).toBe('2020')
    expect(plainTime({ from: '2020-03-09', to: '2020-03-15', precision: 'week' })).toBe('9 March 2020 to 15 March 2020')
    expect(plainTime({ from: '2020-04-07T18:00', to: '2020-04-07T23:59', precision: 'hour' })).toBe(
      '7 April 2020, 18:00 to 23:59',
    )
  })

  it('keep lower bounds of harm', () => {
    const harm = { killed: { min: 2, max: 2 }, injured: { min: 5, max: null } }
    expect(plainHarm(harm)).toBe('2 killed, at least 5 injured')
    expect(plainHarm({ killed: { min: 3, max: 4 }, injured: null })).toBe('3 to 4 killed')
    expect(plainHarm(null)).toBe('')
  })

  it('say nothing of what is simply asserted', () => {
    expect([plainModality('asserted'), plainModality('hypothetical'), plainModality('denied')]).toEqual([
      '',
      'supposed',
      'denied',
    ])
  })

  it('count things', () => {
    expect([plural(1, 'claim'), plural(1_300, 'claim')]).toEqual(['1 claim', '1,300 claims'])
  })
})
