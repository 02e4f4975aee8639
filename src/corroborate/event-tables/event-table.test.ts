import { describe, expect, it } from 'vitest'
import { readEventTable } from './event-table.ts'

const HEADER = 'dataset,event,date,enddate,latitude,longitude,actor_tax\n'

describe('readEventTable', () => {
  it('reads days, points and taxonomies by name', () => {
    const table = readEventTable(`\uFEFF${HEADER}A,7,2020-03-15,2020-03-16,35.86,36.79,"League, north"\n`)
    expect(table.ok && table.value.ids).toEqual(['7'])
    expect(table.ok && table.value.lastDays[0]).toBe(18_337)
    expect(table.ok && table.value.categories.get('actor')).toEqual(['League, north'])
  })

  it('takes a missing point for a value', () => {
    const table = readEventTable(`${HEADER}A,7,2020-03-15,,,,x\n`)
    expect(table.ok && table.value.latitudes[0]).toBeNaN()
  })

  it('names line and reason of what it refuses', () => {
    const refused = (row: string): unknown => {
      const table = readEventTable(`${HEADER}A,1,2020-03-15,,1,1,x\n${row}\n`)
      return table.ok ? null : [table.failure.code, table.failure.line]
    }
    expect(refused('A,2,15.3.2020,,1,1,x')).toEqual(['date-unreadable', 3])
    expect(refused('A,2,2020-03-15,2020-03-14,1,1,x')).toEqual(['date-unreadable', 3])
    expect(refused('A,2,2020-03-15,,91,1,x')).toEqual(['coordinate-unreadable', 3])
    expect(refused('A,2,2020-03-15,,here,1,x')).toEqual(['coordinate-unreadable', 3])
    expect(refused('A,2,"')).toEqual(['csv-unreadable', 3])
    const headless = readEventTable('event,date\n')
    expect(headless.ok ? null : headless.failure.code).toBe('column-missing')
  })
})
