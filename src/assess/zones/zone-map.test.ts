import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceMetres } from '../../base/geometry/distance.ts'
import type { PlaceReference, Road, Zone, ZoneShape } from '../../model/index.ts'
import { ZoneMap } from './zone-map.ts'

/** A road due east along 35.8° N, from 36.0° to 36.8° E. */
const ROAD: Road = {
  id: 'm4',
  name: 'M4',
  points: [0, 1, 2, 3, 4].map((i) => ({ lat: 35.8, lon: 36 + i / 5, km: i * 18.04 })),
  turningPlaces: [],
  junctions: [],
  source: 'made up',
}
const SOURCES = {
  roads: new Map([[ROAD.id, ROAD]]),
  places: new Map([
    ['west-end', { lat: 35.81, lon: 36.2 }],
    ['east-end', { lat: 35.79, lon: 36.6 }],
  ]),
}
const zone = (id: string, shape: ZoneShape, uncertaintyMetres = 0): Zone => ({
  id,
  name: id,
  shape,
  uncertaintyMetres,
  places: [],
  from: null,
  to: null,
  source: 'made up',
  confidence: 'high',
})
const CORRIDOR = zone('corridor', {
  kind: 'road-corridor',
  road: 'm4',
  metres: 6000,
  between: ['east-end', 'west-end'],
})
const place = (lat: number, lon: number, radiusMetres = 10): PlaceReference => ({
  name: 'p',
  lat,
  lon,
  radiusMetres,
  source: 'case:p',
})
const asked = (zones: readonly Zone[], id: string, at: PlaceReference) =>
  new ZoneMap(zones, SOURCES).around(at).membership(id)

describe('a corridor along a road', () => {
  it('holds what lies within its metres of the stretch between its ends', () => {
    expect(asked([CORRIDOR], 'corridor', place(35.85, 36.4))).toBe('inside')
    expect(asked([CORRIDOR], 'corridor', place(35.86, 36.4))).toBe('outside')
    expect(asked([CORRIDOR], 'corridor', place(35.8, 36.75))).toBe('outside')
  })

  it('cannot tell of a place that may reach across its edge, or whose edge is not so well known', () => {
    expect(asked([CORRIDOR], 'corridor', place(35.85, 36.4, 1500))).toBe('cannot-tell')
    expect(asked([{ ...CORRIDOR, uncertaintyMetres: 1000 }], 'corridor', place(35.85, 36.4))).toBe('cannot-tell')
  })

  it('takes a place that the file names for inside, whatever its radius', () => {
    expect(asked([{ ...CORRIDOR, places: ['case:p'] }], 'corridor', place(35.8, 36.4, 65_000))).toBe('inside')
  })

  it('is nowhere to be told where its road is missing', () => {
    const missing = zone('corridor', { kind: 'road-corridor', road: 'm9', metres: 6000, between: [null, null] })
    expect(asked([missing], 'corridor', place(35.8, 36.4))).toBe('cannot-tell')
  })

  it('has two sides', () => {
    const north = zone('north', { kind: 'side-of-road', road: 'm4', side: 'north', zone: 'corridor' })
    const south = zone('south', { kind: 'side-of-road', road: 'm4', side: 'south', zone: 'corridor' })
    const of = (lat: number) => ['north', 'south'].map((id) => asked([CORRIDOR, north, south], id, place(lat, 36.4)))
    expect([of(35.83), of(35.77)]).toEqual([
      ['inside', 'outside'],
      ['outside', 'inside'],
    ])
  })
})

describe('a drawn polygon', () => {
  const ring = [
    [36, 35],
    [37, 35],
    [37, 36],
    [36, 36],
    [36, 35],
  ] as const
  const hole = [
    [36.4, 35.4],
    [36.6, 35.4],
    [36.6, 35.6],
    [36.4, 35.6],
    [36.4, 35.4],
  ] as const
  const square = zone('square', { kind: 'polygon', rings: [ring, hole] })

  it('holds what its outline surrounds and no hole does', () => {
    expect(asked([square], 'square', place(35.2, 36.2))).toBe('inside')
    expect(asked([square], 'square', place(35.5, 36.5))).toBe('outside')
    expect(asked([square], 'square', place(36.2, 36.5))).toBe('outside')
  })
})

describe('the flat map around a place', () => {
  it('measures as the sphere does, to 1 % within 100 km', () => {
    const anyPoint = fc.record({
      lat: fc.double({ min: 35.1, max: 36.5, noNaN: true }),
      lon: fc.double({ min: 36, max: 36.8, noNaN: true }),
    })
    fc.assert(
      fc.property(anyPoint, ({ lat, lon }) => {
        const metres = distanceMetres({ lat, lon }, { lat: 35.8, lon })
        fc.pre(metres > 100 && metres < 100_000)
        const near = zone('z', { kind: 'road-corridor', road: 'm4', metres: metres * 1.011, between: [null, null] })
        const far = zone('z', { kind: 'road-corridor', road: 'm4', metres: metres * 0.989, between: [null, null] })
        expect(asked([near], 'z', place(lat, lon, 0.1))).toBe('inside')
        expect(asked([far], 'z', place(lat, lon, 0.1))).toBe('outside')
      }),
    )
  })
})
