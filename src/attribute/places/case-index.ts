import type { CasePlace } from './case-places.ts'
import type { Gazetteer } from './gazetteer.ts'
import { HOW, KIND, packPopulation, REF_HOW_SHIFT } from './gazetteer-format.ts'
import { keyOfTokens, nameTokens, type NameKey } from './name-key.ts'
import { placeOf, referencesFrom } from './gazetteer.ts'
import { skeletonOf } from './skeleton.ts'

/** A case's places in the columns of the gazetteer, found by the same keys. */
export interface CaseIndex {
  readonly places: readonly CasePlace[]
  readonly lat: Float64Array
  readonly lon: Float64Array
  readonly kind: Uint8Array
  readonly population: Uint8Array
  readonly country: Uint8Array
  readonly admin1: Uint16Array
  readonly admin2: Uint16Array
  /** References (place and HOW) of a key; null if no case place has the name. */
  readonly find: (index: number, check: number) => readonly number[] | null
  /** Places whose spelling has these consonants. */
  readonly alike: (skeleton: string) => readonly number[] | null
  /** The key of each place's own name. */
  readonly keys: readonly (NameKey | null)[]
  /** The place that a world's entry is, by its GeoNames id; -1 if none. */
  readonly sameAs: (geonames: number) => number
}

const KINDS: Readonly<Record<string, number>> = {
  country: KIND.country,
  province: KIND.admin1,
  district: KIND.admin2,
  city: KIND.seat,
  road: KIND.road,
  zone: KIND.zone,
  line: KIND.zone,
  landmark: KIND.land,
  river: KIND.water,
}
/** A place of the case is as well known to its reports as a town of this size is to the world's. */
const KNOWN_BY = 50_000
/** Most names of a text are none of the case's: a table of 64 KiB says so without a look into the map. */
const PRESENT_SHIFT = 16
const WIDELY_KNOWN_BY = 1_000_000
const WIDELY_KNOWN = new Set(['country', 'province', 'city', 'road', 'zone', 'line'])
/** Past this, the nearest town of the world says nothing of the area that a case place lies in. */
const MAX_DEGREES = 0.5

/** Indexes a case's places by name; each takes country and areas from the nearest populated place of the world. */
export function indexCasePlaces(places: readonly CasePlace[], world: Gazetteer): CaseIndex {
  const byKey = new Map<number, { readonly check: number; readonly references: number[] }>()
  const bySkeleton = new Map<string, number[]>()
  for (const [number, place] of places.entries()) {
    for (const name of [place.name, ...place.names]) addName(byKey, bySkeleton, name, number, name === place.name)
  }
  const present = new Uint8Array(1 << (32 - PRESENT_SHIFT))
  for (const index of byKey.keys()) present[index >>> PRESENT_SHIFT] = 1
  const near = nearestTowns(places, world)
  const byGeonames = new Map<number, number>()
  for (const [number, { geonames }] of places.entries()) if (geonames !== null) byGeonames.set(geonames, number)
  return {
    places,
    lat: Float64Array.from(places, (place) => place.lat),
    lon: Float64Array.from(places, (place) => place.lon),
    kind: Uint8Array.from(places, (place) => KINDS[place.kind] ?? KIND.town),
    population: Uint8Array.from(places, ({ kind, prominent }) =>
      packPopulation(prominent || WIDELY_KNOWN.has(kind) ? WIDELY_KNOWN_BY : KNOWN_BY),
    ),
    country: Uint8Array.from(near, (town) => world.country[town] ?? 0),
    admin1: Uint16Array.from(near, (town, i) => areaNumber(places[i]?.within ?? null, town, world)),
    admin2: Uint16Array.from(near, (town) => world.admin2[town] ?? 0),
    find: (index, check) => {
      if (present[index >>> PRESENT_SHIFT] === 0) return null
      const entry = byKey.get(index)
      return entry?.check === check ? entry.references : null
    },
    alike: (skeleton) => bySkeleton.get(skeleton) ?? null,
    keys: places.map((place) => keyOfTokens(nameTokens(place.name))),
    sameAs: (geonames) => byGeonames.get(geonames) ?? -1,
  }
}

function addName(
  byKey: Map<number, { readonly check: number; readonly references: number[] }>,
  bySkeleton: Map<string, number[]>,
  name: string,
  number: number,
  own: boolean,
): void {
  const reference = number | ((own ? HOW.name : HOW.alternate) << REF_HOW_SHIFT)
  for (const tokens of tokenings(name)) {
    const key = keyOfTokens(tokens)
    if (!key) continue
    const entry = byKey.get(key.index) ?? { check: key.check, references: [] }
    byKey.set(key.index, entry)
    if (!entry.references.some((known) => placeOf(known) === number)) entry.references.push(reference)
  }
  const skeleton = skeletonOf(nameTokens(name))
  if (!skeleton) return
  const alike = bySkeleton.get(skeleton) ?? []
  if (!alike.includes(number)) alike.push(number)
  bySkeleton.set(skeleton, alike)
}

/** A name's tokens; where a digit stands at a hyphen ("M-4"), which the word reader does not split, also unsplit. */
function tokenings(name: string): readonly (readonly string[])[] {
  const split = nameTokens(name)
  return /[-–]\d/u.test(name) ? [split, name.toLowerCase().split(/\s+/u)] : [split]
}

/** The nearest populated place of the world for each case place, -1 if none is near. */
function nearestTowns(places: readonly CasePlace[], world: Gazetteer): readonly number[] {
  const [south, north] = reach(places.map((place) => place.lat))
  const [west, east] = reach(places.map((place) => place.lon))
  const around: number[] = []
  for (let town = 0; town < world.places; town++) {
    const lat = world.lat[town] ?? 0
    const lon = world.lon[town] ?? 0
    if (lat < south || lat > north || lon < west || lon > east) continue
    const kind = world.kind[town] ?? 0
    if (kind >= KIND.capital && kind <= KIND.town) around.push(town)
  }
  return places.map((place) => nearestOf(place, around, world))
}

function reach(degrees: readonly number[]): readonly [number, number] {
  return [Math.min(...degrees) - MAX_DEGREES, Math.max(...degrees) + MAX_DEGREES]
}

function nearestOf(place: CasePlace, around: readonly number[], world: Gazetteer): number {
  let best = -1
  let least = MAX_DEGREES ** 2
  for (const town of around) {
    const distance = ((world.lat[town] ?? 0) - place.lat) ** 2 + ((world.lon[town] ?? 0) - place.lon) ** 2
    if (distance >= least) continue
    least = distance
    best = town
  }
  return best
}

/** The first-order area named `within` in the country of a town; the town's own area where none is named or known. */
function areaNumber(within: string | null, town: number, world: Gazetteer): number {
  const key = within === null ? null : keyOfTokens(nameTokens(within))
  if (key) {
    for (const reference of referencesFrom(world, world.find(key.index, key.check))) {
      const area = placeOf(reference)
      if (world.kind[area] === KIND.admin1 && world.country[area] === world.country[town])
        return world.admin1[area] ?? 0
    }
  }
  return world.admin1[town] ?? 0
}
