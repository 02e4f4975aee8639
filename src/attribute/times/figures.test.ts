import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { readFigures } from './figures.ts'
import { KINDS } from './kinds.ts'

test.each([
  ['15', 'integer', 15],
  ['45', 'figure', 45],
  ['1,500', 'figure', 1500],
  ['1998', 'year', 1998],
  ['0800', 'fourDigits', 800],
  ['15th', 'ordinal', 15],
  ['17:42', 'clock', 1062],
  ['12:05am', 'clock', 5],
  ['10pm', 'clock', 1320],
  ['1990s', 'decade', 1990],
  ["'80s", 'decade', 1980],
  ['15.04.2020', 'date', 20_200_415],
  ['2020-04-15', 'date', 20_200_415],
  ['04/15/2020', 'date', 20_200_415],
  ['3/6/2020', 'date', -20_200_603],
  ['12-21', 'days', 1221],
  ['mid-1996', 'earlyYear', 1996],
  ['45.13.2020', 'none', 0],
  ['17:72', 'none', 0],
  ['mk-19', 'none', 0],
])('reads %s as %s', (word, kind, value) => {
  const read = readFigures(word)
  expect([KINDS[read.kind], read.value]).toEqual([kind, value])
})

it('reads any word, with a value that fits a column of 32 bits', () => {
  const word = fc.string({ unit: fc.constantFrom(..."0123456789.,:/-thsamp'"), maxLength: 40 })
  fc.assert(
    fc.property(word, (text) => {
      const { value } = readFigures(text)
      expect(value | 0).toBe(value)
    }),
    { numRuns: 1000 },
  )
})
