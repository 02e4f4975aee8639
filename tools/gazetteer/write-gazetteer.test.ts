import { describe, expect, it } from 'vitest'
import { HOW, KIND } from '../../src/attribute/places/gazetteer-format.ts'
import { parseGazetteer, placeOf, referencesFrom } from '../../src/attribute/places/gazetteer.ts'
import { keyOfTokens, nameTokens } from '../../src/attribute/places/name-key.ts'
import type { PlaceRow } from './place-row.ts'
import { writeGazetteer } from './write-gazetteer.ts'

const row = (name: string, more: Partial<PlaceRow> = {}): PlaceRow => ({
  geonames: 1,
  name,
  names: [{ text: name, how: HOW.name }],
  lat: 10,
  lon: 20,
  population: 100,
  kind: KIND.town,
  country: 'XX',
  admin1: 'XX.1',
  admin2: '',
  radiusKm: 0,
  ...more,
})

function placesNamed(rows: readonly PlaceRow[], name: string): readonly string[] {
  const gazetteer = parseGazetteer(writeGazetteer(rows))
  const key = keyOfTokens(nameTokens(name))
  if (!key) return []
  const found = [...referencesFrom(gazetteer, gazetteer.find(key.index, key.check))]
  return found.map((reference) => `${gazetteer.nameOf(placeOf(reference))} ${gazetteer.geonames[placeOf(reference)]}`)
}

describe('a gazetteer written and read', () => {
  it('finds namesakes, the most populous first, whatever their order', () => {
    const rows = [row('Tarn', { geonames: 1, population: 5 }), row('Tarn', { geonames: 2, population: 5_000 })]
    expect(placesNamed(rows, 'Tarn')).toEqual(['Tarn 2', 'Tarn 1'])
    expect(placesNamed(rows.toReversed(), 'Tarn')).toEqual(['Tarn 2', 'Tarn 1'])
  })

  it('puts a place of the name before a larger one that has it as another name', () => {
    const big = row('Great Tarn', { geonames: 9, population: 900, names: [{ text: 'Tarn', how: HOW.alternate }] })
    expect(placesNamed([big, row('Tarn')], 'Tarn')).toEqual(['Tarn 1', 'Great Tarn 9'])
  })

  it('finds a name without its diacritics and apostrophes, and its first word long and short', () => {
    expect(placesNamed([row("Ma'arrāt")], 'Maarrat')).toHaveLength(1)
    expect(placesNamed([row('St. Ives')], 'Saint Ives')).toHaveLength(1)
    expect(placesNamed([row('Mount Orr')], 'Mt. Orr')).toHaveLength(1)
  })

  it('finds nothing under a name that it does not have', () => {
    expect(placesNamed([row('Tarn')], 'Torn')).toEqual([])
  })

  it('keeps the columns of each place', () => {
    const gazetteer = parseGazetteer(
      writeGazetteer([row('Å', { names: [] }), row('Tarn', { lat: -33.5, lon: 151.25, radiusKm: 3 })]),
    )
    expect(gazetteer.places).toBe(2)
    expect([gazetteer.lat[1], gazetteer.lon[1], gazetteer.radiusKm[1], gazetteer.kind[1]]).toEqual([
      -33.5,
      151.25,
      3,
      KIND.town,
    ])
    expect(gazetteer.nameOf(0)).toBe('Å')
    expect(gazetteer.admin1[0]).toBe(gazetteer.admin1[1])
  })

  it('gives the same bytes for the same rows', () => {
    expect(writeGazetteer([row('Tarn')])).toEqual(writeGazetteer([row('Tarn')]))
  })
})
