import { HOW, KIND } from '../../src/attribute/places/gazetteer-format.ts'
import type { PlaceRow, RowName } from './place-row.ts'

/** Below this number of people, other names are mostly noise and are left out… */
const MIN_POPULATION_FOR_ALTERNATES = 5_000
/** …except where spellings vary most and reports of conflict need every one. */
const ALL_ALTERNATES = new Set(['SY', 'LB', 'IQ', 'JO', 'PS', 'IL', 'YE', 'LY', 'SD', 'SS', 'UA', 'AF', 'ET'])
/** Names in Arabic letters are kept where reports quote them. */
const ARABIC_COUNTRIES = new Set(['SY', 'LB', 'IQ', 'JO', 'PS', 'YE', 'LY', 'SD', 'TR'])

const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M}' .’-]+$/u
const CODE = /^[A-Z]{1,4}$/
const ARABIC = /^[\p{Script=Arabic} ]+$/u

/** Reads GeoNames' cities500 dump: populated places of 500 people and more, and seats of administration. */
export function readCities(dump: string): readonly PlaceRow[] {
  return dump.split('\n').flatMap((line) => {
    const row = readCity(line.split('\t'))
    return row ? [row] : []
  })
}

function readCity(field: readonly string[]): PlaceRow | null {
  const [id, name, ascii, others, lat, lon, , code, country] = field
  if (!id || !name || !lat || !lon || !country) return null
  const population = Number(field[14]) || 0
  const admin1 = field[10] ? `${country}.${field[10]}` : ''
  const admin2 = admin1 && field[11] ? `${admin1}.${field[11]}` : ''
  return {
    geonames: Number(id),
    name,
    names: [
      { text: name, how: HOW.name },
      { text: ascii ?? '', how: HOW.name },
      ...alternatesOf(others ?? '', country, population),
    ],
    lat: Number(lat),
    lon: Number(lon),
    population,
    kind: kindOf(code ?? ''),
    country,
    admin1,
    admin2,
    radiusKm: 0,
  }
}

function kindOf(code: string): number {
  if (code === 'PPLC') return KIND.capital
  if (code === 'PPLA' || code === 'PPLA2') return KIND.seat
  return code === 'PPLX' ? KIND.quarter : KIND.town
}

function alternatesOf(others: string, country: string, population: number): readonly RowName[] {
  const latin = population >= MIN_POPULATION_FOR_ALTERNATES || ALL_ALTERNATES.has(country)
  const arabic = ARABIC_COUNTRIES.has(country)
  if (!latin && !arabic) return []
  return others
    .split(',')
    .filter((text) => (latin && LATIN.test(text) && !CODE.test(text)) || (arabic && ARABIC.test(text)))
    .map((text) => ({ text, how: HOW.alternate }))
}
