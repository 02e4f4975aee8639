import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Road } from '../../model/index.ts'
import { nearestRoad, parseRoads, pointAtKm, projectToRoad } from '../index.ts'

const CASE = join(import.meta.dirname, '../../../cases/idlib-2020')
const read = (name: string): unknown => JSON.parse(readFileSync(join(CASE, name), 'utf8'))
const roads = parseRoads(read('roads.geojson'))
const road = (id: string): Road => roads.find((one) => one.id === id) ?? expect.fail(`no road ${id}`)
const m4 = road('m4')

const TRUMBA = { lat: 35.85979, lon: 36.76833 }
const AIN_AL_HAWR = { lat: 35.77754, lon: 36.16424 }

describe('the roads of the Idlib case', () => {
  it('measures the M4 from Latakia to Saraqib at 116 km', () => {
    const junction = m4.junctions.find(({ id }) => id === 'm4-m5')
    expect(Math.abs((junction?.km ?? 0) - 116)).toBeLessThanOrEqual(1)
  })

  it.each([
    ['Trumba', TRUMBA, 110.9, 'south'],
    ['Ain al-Hawr', AIN_AL_HAWR, 41.7, 'north'],
  ])('finds %s at its kilometre', (_, point, km, side) => {
    const position = projectToRoad(m4, point)
    expect(Math.abs(position.km - km)).toBeLessThanOrEqual(0.3)
    expect(position.side).toBe(side)
  })

  it('names the sides of the M5 east and west', () => {
    const m5 = road('m5')
    expect(projectToRoad(m5, { lat: 35.74, lon: 36.65 }).side).toBe('west')
    expect(projectToRoad(m5, { lat: 35.74, lon: 36.85 }).side).toBe('east')
  })

  it('says which road is nearest, and that none is near', () => {
    expect(nearestRoad(roads, { lat: 35.6, lon: 36.66 }, 2000)?.road).toBe('m5')
    expect(nearestRoad(roads, { lat: 35.95, lon: 36.4 }, 5000)).toBeNull()
  })

  it('has places to turn in the order of their kilometres', () => {
    const kms = m4.turningPlaces.map(({ km }) => km)
    expect(kms).toEqual(kms.toSorted((a, b) => a - b))
    expect(kms.length).toBeGreaterThan(10)
  })
})

describe('projecting to a road', () => {
  it('finds any point of the road at its own kilometre', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 178, noNaN: true }), (km) => {
        const position = projectToRoad(m4, pointAtKm(m4, km))
        expect(position.offsetMetres).toBeLessThan(1)
        expect(position.km).toBeCloseTo(km, 2)
        expect(position.side).toBe('on')
      }),
    )
  })

  it('tells the side at corners by the road on both of their arms', () => {
    const corner = { id: 'x', name: 'X', source: 'test', turningPlaces: [], junctions: [] }
    const points = [
      { lat: 0, lon: 0, km: 0 },
      { lat: 0.1, lon: 0.1, km: 15.7 },
      { lat: 0, lon: 0.2, km: 31.4 },
    ]
    expect(projectToRoad({ ...corner, points }, { lat: 0.2, lon: 0.1 })).toMatchObject({ km: 15.7, side: 'north' })
  })
})

describe('a malformed roads.geojson', () => {
  const at = { type: 'Point', coordinates: [36.1, 35.7] }
  const place = { kind: 'junction', id: 'x', road: 'm9', name: 'X', source: 'test' }
  it.each([
    ['no features', { type: 'FeatureCollection' }, /features/],
    [
      'a place of no road',
      { type: 'FeatureCollection', features: [{ geometry: at, properties: place }] },
      /found road m9/,
    ],
  ])('is refused for %s', (_, geojson, message) => {
    expect(() => parseRoads(geojson)).toThrow(message)
  })
})
