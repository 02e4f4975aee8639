import { HOW, KIND } from '../../src/attribute/places/gazetteer-format.ts'
import { readList, readTable, type PlaceRow } from './place-row.ts'
import { demonymsOf } from './read-countries.ts'

const KINDS: Readonly<Record<string, number>> = {
  continent: KIND.continent,
  region: KIND.region,
  water: KIND.water,
  land: KIND.land,
}
/** Stands in for a population where there is none to count: what is on a list of the world's regions is widely known. */
const KNOWN_BY = 3_000_000

/** Continents, regions, waters and landmarks of `data/gazetteer/regions.tsv`. */
export function readRegions(table: string): readonly PlaceRow[] {
  return readTable(table).map(([kind = '', name = '', others, demonyms, lat, lon, radius]) => {
    const code = KINDS[kind]
    if (code === undefined) throw new TypeError(`regions.tsv: ${name}: no kind ${kind}`)
    return {
      geonames: 0,
      name,
      names: [
        { text: name, how: HOW.name },
        ...readList(others).map((text) => ({ text, how: /^[A-Z.]+$/u.test(text) ? HOW.abbreviation : HOW.name })),
        ...demonymsOf(readList(demonyms)),
      ],
      lat: Number(lat),
      lon: Number(lon),
      population: KNOWN_BY,
      kind: code,
      country: '',
      admin1: '',
      admin2: '',
      radiusKm: Number(radius),
    }
  })
}

/** Puts our own points, abbreviations and demonyms of the United States' states over the areas computed from their cities. */
export function withStates(areas: readonly PlaceRow[], table: string): readonly PlaceRow[] {
  const states = new Map<string, readonly string[]>(readTable(table).map((fields) => [`US.${fields[0]}`, fields]))
  return areas.map((area) => {
    const state = states.get(area.admin1)
    if (!state) return area
    const [code = '', name = '', abbreviations, demonyms, lat, lon, rarely] = state
    return {
      ...area,
      name,
      lat: Number(lat),
      lon: Number(lon),
      names: [
        { text: name, how: HOW.name },
        ...readList(rarely).map((text) => ({ text, how: HOW.rare })),
        ...[code, ...readList(abbreviations)].map((text) => ({ text, how: HOW.abbreviation })),
        ...demonymsOf(readList(demonyms)),
      ],
    }
  })
}

/** Puts our own points over areas, from rows of code, lat, lon and optional further names. */
export function withPoints(areas: readonly PlaceRow[], table: string): readonly PlaceRow[] {
  const points = new Map(readTable(table).map((fields) => [fields[0] ?? '', fields] as const))
  return areas.map((area) => {
    const point = points.get(area.admin1)
    if (!point) return area
    const [, , lat, lon, others, abbreviations, demonyms] = point
    return {
      ...area,
      lat: Number(lat),
      lon: Number(lon),
      names: [
        ...area.names,
        ...readList(others).map((text) => ({ text, how: HOW.name })),
        ...readList(abbreviations).map((text) => ({ text, how: HOW.abbreviation })),
        ...demonymsOf(readList(demonyms)),
      ],
    }
  })
}
