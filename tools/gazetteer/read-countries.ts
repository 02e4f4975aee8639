import { HOW, KIND } from '../../src/attribute/places/gazetteer-format.ts'
import { readList, readTable, type PlaceRow, type RowName } from './place-row.ts'

/** The fields used of a country of `world-countries`. */
export interface WorldCountry {
  readonly cca2: string
  readonly name: {
    readonly common: string
    readonly official: string
    readonly native?: Readonly<Record<string, { readonly common: string }>>
  }
  readonly latlng: readonly number[]
  readonly area: number
  readonly demonyms?: { readonly eng?: { readonly m: string; readonly f: string } }
  readonly translations: Readonly<Record<string, { readonly common: string }>>
}

/** Rows for countries: `world-countries`, with our own points, names, abbreviations and demonyms put over it. */
export function readCountries(
  countries: readonly WorldCountry[],
  ownTable: string,
  cities: readonly PlaceRow[],
): readonly PlaceRow[] {
  const own = new Map(readTable(ownTable).map((fields) => [fields[0] ?? '', fields] as const))
  const people = new Map<string, number>()
  for (const city of cities) people.set(city.country, (people.get(city.country) ?? 0) + city.population)
  return countries.map((country) => {
    const [, lat, lon, more, abbreviations, demonyms] = own.get(country.cca2) ?? []
    return {
      geonames: 0,
      name: country.name.common,
      names: [
        ...namesOf(country),
        ...readList(more).map((text) => ({ text, how: HOW.name })),
        ...readList(abbreviations).map((text) => ({ text, how: HOW.abbreviation })),
        ...demonymsOf([...readList(demonyms), country.demonyms?.eng?.m ?? '']),
      ],
      lat: Number(lat || country.latlng[0]),
      lon: Number(lon || country.latlng[1]),
      population: people.get(country.cca2) ?? 0,
      kind: KIND.country,
      country: country.cca2,
      admin1: '',
      admin2: '',
      radiusKm: Math.max(5, Math.sqrt(Math.max(0, country.area) / Math.PI)),
    }
  })
}

/** Demonyms and their plurals. */
export function demonymsOf(words: readonly string[]): readonly RowName[] {
  return words
    .filter((word) => word !== '')
    .flatMap((word) => (/(?:[sxz]|sh|ch|ese)$/u.test(word) ? [word] : [word, `${word}s`]))
    .map((text) => ({ text, how: HOW.demonym }))
}

function namesOf(country: WorldCountry): readonly RowName[] {
  const arabic = country.translations['ara']?.common
  const native = Object.values(country.name.native ?? {}).map((name) => name.common)
  return [
    { text: country.name.common, how: HOW.name },
    { text: country.name.official, how: HOW.name },
    ...native.filter((text) => /^\p{Script=Latin}+$/u.test(text)).map((text) => ({ text, how: HOW.alternate })),
    ...(arabic ? [{ text: arabic, how: HOW.alternate }] : []),
  ]
}
