import { describe, expect, it } from 'vitest'
import { accountOf, type Account } from './account.ts'
import { findContradictions } from './contradictions.ts'

const SILENT: Account = accountOf([])
const at = (lat: number, radiusMetres: number) => ({ name: `${lat}`, lat, lon: 36, radiusMetres, source: 'case:test' })
const day = (from: string, to = from) => ({ from, to, precision: 'day' as const })
const fieldsOf = (a: Partial<Account>, b: Partial<Account>): readonly string[] =>
  findContradictions([
    { ...SILENT, ...a },
    { ...SILENT, ...b },
  ]).map(({ field }) => field)

describe('findContradictions', () => {
  it('takes nobody’s silence for a contradiction', () => {
    expect(fieldsOf({ place: at(35, 100), acts: ['shelling'], time: day('2027-04-11') }, {})).toEqual([])
  })

  it('names tolls that cannot both be true, not bounds that can', () => {
    const killed = (min: number, max: number | null) => ({ harm: { killed: { min, max }, injured: null } })
    expect(fieldsOf(killed(3, 3), killed(5, 5))).toEqual(['harm'])
    expect(fieldsOf(killed(3, null), killed(5, 5))).toEqual([])
    expect(fieldsOf(killed(2, 4), killed(4, 6))).toEqual([])
  })

  it('names places and days that do not touch', () => {
    expect(fieldsOf({ place: at(35, 2000) }, { place: at(35.2, 2000) })).toEqual(['place'])
    expect(fieldsOf({ place: at(35, 2000) }, { place: at(35.2, 60_000) })).toEqual([])
    expect(fieldsOf({ time: day('2027-04-11') }, { time: day('2027-04-12') })).toEqual(['time'])
    expect(fieldsOf({ time: day('2027-04-11') }, { time: day('2027-04-11T08:50') })).toEqual([])
  })

  it('names a denial of what another asserts, with the version of each', () => {
    const [found] = findContradictions([
      { ...SILENT, modalities: ['denied'] },
      { ...SILENT, modalities: ['asserted'] },
    ])
    expect(found).toEqual({ field: 'modality', between: [0, 1], values: ['denied', 'asserted'] })
    expect(fieldsOf({ modalities: ['planned'] }, { modalities: ['asserted'] })).toEqual([])
  })
})
