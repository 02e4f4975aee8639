import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayNumber, formatDay } from '../../base/calendar.ts'
import {
  addMonths,
  monthsReference,
  nightReference,
  weekendReference,
  weekReference,
  yearsReference,
} from './references.ts'

const day = fc.integer({ min: dayNumber(1000, 1, 1), max: dayNumber(3000, 1, 1) })

it('makes a week of seven days that holds its day', () => {
  fc.assert(
    fc.property(day, (number) => {
      const { from, to } = weekReference(number)
      expect(from <= formatDay(number) && formatDay(number) <= to).toBe(true)
      expect(weekReference(number + 7).from > to).toBe(true)
    }),
  )
})

it('ends a week with its weekend', () => {
  fc.assert(fc.property(day, (number) => weekendReference(number).to === weekReference(number).to))
})

it('counts months across years', () => {
  expect(monthsReference(2020, -1, 3)).toEqual({ from: '2019-11-01', to: '2020-01-31', precision: 'month' })
  expect(formatDay(addMonths(dayNumber(2020, 3, 31), -1))).toBe('2020-02-29')
})

it('gives a night to two days', () => {
  expect(nightReference(dayNumber(2020, 3, 5))).toEqual({
    from: '2020-03-05T18:00',
    to: '2020-03-06T05:59',
    precision: 'hour',
  })
})

it('makes a decade of ten years', () => {
  expect(yearsReference(1990, 10)).toMatchObject({ from: '1990-01-01', to: '1999-12-31' })
})
