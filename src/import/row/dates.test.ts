import { formatDay } from '../../base/calendar.ts'
import { expect, test } from 'vitest'
import type { DateFormat } from '../mapping/mapping.ts'
import { periodAround, readClock, readDay } from './dates.ts'

const dayOf = (text: string, format: DateFormat): string | null => {
  const day = readDay(text, format)
  return day === null ? null : formatDay(day)
}

test.each<[DateFormat, string]>([
  ['YYYY-MM-DD', '2032-02-29'],
  ['YYYY-MM-DD', '2032-02-29T11:00:00Z'],
  ['YYYYMMDD', '20320229'],
  ['YYYYMMDDhhmmss', '20320229235959'],
  ['DD/MM/YYYY', '29/2/2032'],
  ['MM/DD/YYYY', '02/29/2032'],
  ['D Month YYYY', '29 February 2032'],
  ['D Month YYYY', '29-Feb-2032'],
])('reads a day written as %s', (format, text) => {
  expect(dayOf(text, format)).toBe('2032-02-29')
})

test.each<[DateFormat, string]>([
  ['YYYY-MM-DD', '2031-02-29'],
  ['YYYYMMDD', '20320200'],
  ['DD/MM/YYYY', '02/29/2032'],
  ['D Month YYYY', '29 Brumaire 2032'],
  ['YYYYMMDD', '2032-02-29'],
])('finds no day of the form %s in %s', (format, text) => {
  expect(dayOf(text, format)).toBeNull()
})

test('spans the week from Monday, the month and the year around a day', () => {
  const day = readDay('2032-02-29', 'YYYY-MM-DD') ?? 0
  expect(periodAround(day, 'week').map(formatDay)).toEqual(['2032-02-23', '2032-02-29'])
  expect(periodAround(day, 'month').map(formatDay)).toEqual(['2032-02-01', '2032-02-29'])
  expect(periodAround(day, 'year').map(formatDay)).toEqual(['2032-01-01', '2032-12-31'])
})

test('reads a time of day, and no other', () => {
  expect(['6:05', '23:59:30', '24:00', 'noon'].map(readClock)).toEqual(['06:05', '23:59', null, null])
})
