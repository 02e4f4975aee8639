import { describe, expect, it } from 'vitest'
import { parseCasePlaces } from './case-places.ts'

const feature = (properties: object, coordinates: unknown = [36.8, 35.8]) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties: { id: 'a', name: 'A', radiusMetres: 10, kind: 'village', source: 's', ...properties },
})
const collection = (...features: readonly object[]) => ({ type: 'FeatureCollection', features })

describe("a case's places", () => {
  it('are read with their longitude first', () => {
    const [place] = parseCasePlaces(collection(feature({ names: ['Á'], geonames: 7 })))
    expect(place).toMatchObject({ lon: 36.8, lat: 35.8, names: ['Á'], geonames: 7, within: null, prominent: false })
  })

  it.each([
    ['no collection', {}, 'no FeatureCollection'],
    [
      'a text for a radius',
      collection(feature({ radiusMetres: '10' })),
      'feature 0: expected a number above 0 in radiusMetres',
    ],
    ['no name', collection(feature({ name: '' })), 'feature 0: expected text in name'],
    ['a point off the globe', collection(feature({}, [200, 0])), 'feature 0: expected a Point'],
    ['an id twice', collection(feature({}), feature({})), 'an id stands twice'],
  ])('are refused with %s', (_, geojson, message) => {
    expect(() => parseCasePlaces(geojson)).toThrow(message)
  })
})
