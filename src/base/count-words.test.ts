import { describe, expect, it } from 'vitest'
import { countInWords, rangeInWords } from './count-words.ts'

describe('words for numbers', () => {
  it('count things', () => {
    expect([countInWords(1, 'claim'), countInWords(1_300, 'claim')]).toEqual(['1 claim', '1,300 claims'])
    expect(countInWords(2, 'act of force', 'acts of force')).toBe('2 acts of force')
  })

  it('keep bounds', () => {
    expect([
      rangeInWords({ min: 2, max: 2 }),
      rangeInWords({ min: 2, max: 4 }),
      rangeInWords({ min: 2, max: null }),
    ]).toEqual(['2', '2 to 4', 'at least 2'])
  })
})
