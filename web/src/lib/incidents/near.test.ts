import { describe, expect, it } from 'vitest'
import { incidentIn, nearQuery } from './near.ts'

const PLACE = { name: 'Saraqib', lat: 35.86, lon: 36.8, radiusMetres: 4000, source: 'case:saraqib' }

describe('incidents near another one', () => {
  it('are looked for some days around it, farther where its place is vague', () => {
    const time = { from: '2020-02-28', to: '2020-03-01T10:00', precision: 'day' as const }
    expect(String(nearQuery({ act: 'shelling', place: PLACE, time }))).toBe(
      'limit=25&near=35.86%2C36.8&km=29&from=2020-02-25&to=2020-03-04',
    )
  })

  it('are those of the same act where it tells neither day nor place', () => {
    expect(String(nearQuery({ act: 'shelling', place: null, time: null }))).toBe('limit=25&act=shelling')
  })

  it('are named by id or address', () => {
    expect(incidentIn(' 0123456789abcdef ')).toBe('0123456789abcdef')
    expect(incidentIn('https://x.example/incidents/0123456789abcdef?a=1')).toBe('0123456789abcdef')
    expect(incidentIn('the one of Monday')).toBe('')
  })
})
