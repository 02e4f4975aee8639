import { describe, expect, it } from 'vitest'
import { writeReading } from '../testing/write-reading.ts'
import { agreeOnNumbers, besideMark, countSharedDays, marksOf, namesDayBeside } from './marks.ts'

function marks(body: string, title = '') {
  const reading = writeReading({ id: body, claims: [] })
  return marksOf({ ...reading, report: { ...reading.report, title } }, body)
}

describe('marks of a report', () => {
  it('counts what is counted in a row, whatever words stand between', () => {
    expect(agreeOnNumbers(marks('The 4th joint land patrol was held.'), marks('A fourth patrol ran.'))).toBe(1)
    expect(agreeOnNumbers(marks('The 4th joint land patrol was held.'), marks('A fifth patrol ran.'))).toBe(-1)
    expect(agreeOnNumbers(marks('The 4th patrol was held.'), marks('The second village was shelled.'))).toBe(0)
  })

  it('knows days of the title without their year', () => {
    const [one, other] = [marks('', 'Shells on Dolmir, 11 April'), marks('', 'April 11: what fell on Dolmir')]
    expect(countSharedDays(one, other)).toBe(1)
  })

  it('knows the days beside a day across the ends of months and years', () => {
    const eve = [...marks('', '31 December').days]
    const day = [...marks('', '1 January').days]
    expect(eve.map((mark) => besideMark(mark, 1))).toEqual(day)
    expect(day.map((mark) => besideMark(mark, -1))).toEqual(eve)
    expect(namesDayBeside(marks('', '31 December'), day)).toBe(true)
    expect(namesDayBeside(marks('', '3 December'), day)).toBe(false)
  })
})
