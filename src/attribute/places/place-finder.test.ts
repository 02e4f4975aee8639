import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVocabulary, createWordReader } from '../../base/words/index.ts'
import { taggerModel } from '../../base/words/model.fixture.ts'
import type { PlaceMention } from '../../model/index.ts'
import { createPlaceFinder, parseCasePlaces, parseGazetteer, parseGivenNames, parsePlaceModel } from './index.ts'

const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url))
const world = {
  gazetteer: parseGazetteer(file('data/gazetteer/places.bin')),
  givenNames: parseGivenNames(file('data/gazetteer/given-names.txt').toString()),
  model: parsePlaceModel(file('data/models/places.bin')),
}
const casePlaces = parseCasePlaces(JSON.parse(file('cases/idlib-2020/places.geojson').toString()))
const findInCase = createPlaceFinder({ ...world, casePlaces })
const findInWorld = createPlaceFinder({ ...world, casePlaces: [] })
const read = createWordReader(taggerModel, createVocabulary())

function placesOf(text: string, { title = null as string | null, find = findInCase } = {}): readonly PlaceMention[] {
  return find(read(text, [{ start: 0, end: text.length }]), { title, outlet: null })
}
const sourceOf = (text: string, name: string) => placesOf(text).find((place) => place.text === name)?.source

describe('namesakes in the case', () => {
  it('takes the Ain al-Hawr on the road where Latakia and Kinsabba stand beside it', () => {
    const text = 'The patrol drove from Trumba to Ain al-Hawr in Latakia province, near Kinsabba.'
    expect(sourceOf(text, 'Ain al-Hawr')).toBe('case:ain-al-hawr-latakia')
  })

  it('takes the Ain al-Hawr off the road where Jisr al-Shughur and Darkush stand beside it', () => {
    const text = 'Rebels in Ain al-Hawr near Jisr al-Shughur, west of Darkush in Idlib, shelled the village.'
    expect(sourceOf(text, 'Ain al-Hawr')).toBe('case:ayn-al-hawr-idlib')
  })

  it('takes the Nayrab by Saraqib and that by Khan al-Asal apart', () => {
    expect(sourceOf('Protesters blocked the M4 in Nayrab, near Saraqib in Idlib.', 'Nayrab')).toBe('case:nayrab-idlib')
    expect(sourceOf('He lives in the Neirab camp near Aleppo and Khan al-Asal.', 'Neirab')).toBe('case:nayrab-aleppo')
  })
})

describe('spellings', () => {
  it.each(['Saraqib', 'Saraqeb', 'Sarāqib', 'Serakib'])('finds %s', (name) => {
    expect(sourceOf(`Shells fell on ${name}, east of Idlib.`, name)).toBe('case:saraqib')
  })

  it('finds a spelling that nobody listed in a text that names a place of the case', () => {
    expect(sourceOf('Shells fell on Serakeeb in Idlib near Ariha.', 'Serakeeb')).toBe('case:saraqib')
  })

  it('leaves a likeness alone in a text of elsewhere', () => {
    expect(sourceOf('Shells fell on Serakeeb, a moon of Saturn.', 'Serakeeb')).not.toBe('case:saraqib')
  })

  it('finds the road under its names', () => {
    expect(sourceOf('Turkish troops drove along the M4 highway.', 'M4')).toBe('case:m4')
    expect(sourceOf('Turkish troops drove along the M-4 in Syria.', 'M-4')).toBe('case:m4')
  })

  it('finds names in Arabic letters', () => {
    expect(sourceOf('قصف على سراقب، أمس', 'سراقب')).toBe('case:saraqib')
  })
})

describe('names of the world', () => {
  it('lets a state decide between towns', () => {
    const [paris] = placesOf('The fire broke out in Paris, Texas, on Sunday.', { find: findInWorld })
    expect(paris).toMatchObject({ text: 'Paris', name: 'Paris', source: 'geonames:4717560' })
    const [capital] = placesOf('The fire broke out in Paris on Sunday, police in France said.', { find: findInWorld })
    expect(capital).toMatchObject({ source: 'geonames:2988507' })
  })

  it('takes the halves of a compound for two countries', () => {
    const places = placesOf('The Russian-Turkish patrol turned back.').map((place) => `${place.text} ${place.source}`)
    expect(places).toEqual(['Russian iso3166:RU', 'Turkish iso3166:TR'])
  })

  it('finds the province of "Syria\'s Idlib province"', () => {
    expect(placesOf("Shelling killed two in Syria's Idlib province.").map((place) => place.name)).toEqual([
      'Syria',
      'Idlib',
    ])
  })

  it('takes no person for a place', () => {
    expect(placesOf('Actress Paris Hilton met Senator Chris Jordan on Tuesday, and Jordan smiled.')).toEqual([])
  })

  it('names a village that no list has, without a place', () => {
    const [village] = placesOf('Shells fell near Qerbanit overnight, and people fled from Qerbanit in the morning.')
    expect(village).toMatchObject({ text: 'Qerbanit', lat: null, lon: null, source: null })
  })

  it('leaves a town without a place where the text puts it in a country that has none of the name', () => {
    const [town] = placesOf('Clashes were reported in Harpenden, Syria.', { find: findInWorld })
    expect(town).toMatchObject({ text: 'Harpenden', source: null })
  })

  it('lets the title tell the country', () => {
    const text = 'Police in London said that two men were held.'
    const [told] = placesOf(text, { title: 'Two held after fire in Ontario, Canada', find: findInWorld })
    expect(told).toMatchObject({ source: 'geonames:6058560' })
  })
})

describe('any text', () => {
  const holds = (text: string): void => {
    let last = 0
    for (const place of placesOf(text)) {
      expect(text.slice(place.start, place.end)).toBe(place.text)
      expect(place.start).toBeGreaterThanOrEqual(last)
      expect(place.end).toBeGreaterThan(place.start)
      last = place.end
    }
  }

  it('gives exact, disjoint spans in order and never throws', () => {
    const pieces = fc.constantFrom(
      'Idlib',
      'Ain al-',
      'Hawr',
      '-',
      ',',
      'in',
      'U.S.',
      'Š',
      'إدلب،',
      '\ud800',
      '’s',
      'M4',
      '\n',
      'of',
      '“',
    )
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), holds))
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 60 }), (parts) =>
        holds(parts.join(' ')),
      ),
    )
    fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => holds(parts.join(''))))
  })

  it('bounds what a page of names alone can ask', () => {
    holds('Springfield '.repeat(20_000))
    holds(Array.from({ length: 5_000 }, (_, i) => `Alexandria-${i} Washington`).join(', '))
  })
})
