import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseGazetteer, placeOf, referencesFrom } from './gazetteer.ts'
import { keyOfTokens, nameTokens } from './name-key.ts'

const bytes = readFileSync(new URL('../../../data/gazetteer/places.bin', import.meta.url))
const gazetteer = parseGazetteer(bytes)

function find(name: string) {
  const key = keyOfTokens(nameTokens(name))
  if (!key) return []
  return [...referencesFrom(gazetteer, gazetteer.find(key.index, key.check))].map((reference) => {
    const place = placeOf(reference)
    return { name: gazetteer.nameOf(place), lat: gazetteer.lat[place] ?? 0, lon: gazetteer.lon[place] ?? 0 }
  })
}

describe('the gazetteer', () => {
  it('knows a town by its spellings, with diacritics and without', () => {
    expect(find('Sarāqib')[0]).toEqual(find('Saraqib')[0])
  })

  it('knows names in Arabic letters', () => {
    expect(find('إدلب')[0]).toMatchObject({ name: 'Idlib' })
  })

  it('knows demonyms, their plurals and abbreviations', () => {
    expect(find('Omani')[0]).toMatchObject({ name: 'Oman', lat: 21, lon: 57 })
    expect(find('Mexicans')[0]).toMatchObject({ name: 'Mexico' })
    expect(find('Minn.')[0]).toMatchObject({ name: 'Minnesota' })
  })

  it('gives all namesakes, the best known first', () => {
    const all = find('Alexandria')
    expect(all.length).toBeGreaterThan(5)
    expect(all[0]?.lat).toBeCloseTo(31.2, 0)
  })

  it('answers nothing to a name of no place', () => {
    expect(find('Qwxzish')).toEqual([])
  })

  it('refuses other bytes and a file cut short', () => {
    expect(() => parseGazetteer(new Uint8Array(64))).toThrow('gazetteer: expected version')
    expect(() => parseGazetteer(bytes.subarray(0, 1_000_000))).toThrow('cut short')
  })

  it('reads bytes that begin at an odd position', () => {
    const shifted = new Uint8Array(bytes.length + 1)
    shifted.set(bytes, 1)
    expect(parseGazetteer(shifted.subarray(1)).places).toBe(gazetteer.places)
  })
})
