import { describe, expect, it } from 'vitest'
import { endOfDay, filterOf, nearOf } from './incident-filter.ts'

const wrongUsage = (message: string): never => {
  throw new Error(message)
}
const filter = (options: object) => filterOf({ format: 'text', ...options }, wrongUsage)

describe('the filter of incidents', () => {
  it('takes a stretch of road told either way, whole where no ends are told', () => {
    expect(filter({ road: 'M4', fromKm: '45', toKm: '10' })).toEqual({ stretch: { road: 'm4', fromKm: 10, toKm: 45 } })
    expect(filter({ road: 'm4', toKm: '10', km: '2' })).toEqual({
      stretch: { road: 'm4', fromKm: 0, toKm: 10, offsetKm: 2 },
    })
    expect(filter({ road: 'm4' }).stretch?.toKm).toBeGreaterThan(10_000)
  })

  it('refuses ends without a road, days that the calendar has not, acts and numbers that are none', () => {
    expect(() => filter({ fromKm: '3' })).toThrow('expected --road ROAD too')
    expect(() => filter({ from: '2020-02-30' })).toThrow('--from: found 2020-02-30, expected a day')
    expect(() => filter({ act: ['shelling', 'dance'] })).toThrow('--act: found dance')
    expect(() => filter({ origins: '' })).toThrow('--origins: found , expected a number')
    expect(() => endOfDay('yesterday', wrongUsage)).toThrow('--as-of: found yesterday')
  })

  it('takes a point with its circle, and leaves a name to be looked up', () => {
    expect(nearOf('35.86, 36.8', '3', wrongUsage)).toEqual({ lat: 35.86, lon: 36.8, km: 3 })
    expect(nearOf('Saraqib', undefined, wrongUsage)).toEqual({ km: 5 })
    expect(() => nearOf('135.86,36.8', undefined, wrongUsage)).toThrow('a latitude to 90')
  })

  it('counts a day as known when it is over', () => {
    expect(endOfDay('2020-02-28', wrongUsage)).toBe('2020-02-29T00:00:00Z')
  })
})
