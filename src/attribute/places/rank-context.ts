import type { Atlas } from './atlas.ts'
import { containedIn } from './containment.ts'
import { placeOf } from './gazetteer.ts'
import { KIND } from './gazetteer-format.ts'
import { CONTEXT_FROM, RANK_FEATURES, type RankScene } from './rank-features.ts'

/** Readings of other names that count as context, for each name. */
const CONTEXT_READINGS = 2
/** Names that count as context. */
const CONTEXT_NAMES = 24
const NEAR_KM = 60
const REGION_KM = 250
const KM_A_DEGREE = 111.2

interface Context {
  readonly name: Int32Array
  readonly kind: Uint8Array
  readonly country: Uint8Array
  readonly admin1: Uint16Array
  readonly admin2: Uint16Array
  readonly lat: Float64Array
  readonly lon: Float64Array
  readonly weight: Float64Array
  count: number
}

function createContext(): Context {
  const room = CONTEXT_NAMES * CONTEXT_READINGS
  return {
    name: new Int32Array(room),
    kind: new Uint8Array(room),
    country: new Uint8Array(room),
    admin1: new Uint16Array(room),
    admin2: new Uint16Array(room),
    lat: new Float64Array(room),
    lon: new Float64Array(room),
    weight: new Float64Array(room),
    count: 0,
  }
}

function addReading(context: Context, atlas: Atlas, name: number, place: number, weight: number): void {
  const at = context.count++
  context.name[at] = name
  context.kind[at] = atlas.kind[place]!
  context.country[at] = atlas.country[place]!
  context.admin1[at] = atlas.admin1[place]!
  context.admin2[at] = atlas.admin2[place]!
  context.lat[at] = atlas.lat[place]!
  context.lon[at] = atlas.lon[place]!
  context.weight[at] = weight
}

/** Fills the features that look at the other names, given how likely each of their readings is (`chances`, row by row). */
export function describeContext(scene: RankScene, chances: Float64Array): void {
  const context = likelyReadings(scene, chances)
  for (const [name, { references }] of scene.names.entries()) {
    if (references.length < 2) continue
    for (let i = 0; i < references.length; i++) describeInContext(scene, context, chances, name, i)
  }
}

/** The likeliest readings of the text's first names, weighed by how often the name stands there. */
function likelyReadings(scene: RankScene, chances: Float64Array): Context {
  const context = createContext()
  const names = Math.min(scene.names.length, CONTEXT_NAMES)
  for (let name = 0; name < names; name++) {
    const { references, mentions } = scene.names[name]!
    const from = scene.offset[name]!
    let barred = -1
    for (let reading = 0; reading < CONTEXT_READINGS; reading++) {
      let best = -1
      for (let i = 0; i < references.length; i++) {
        if (i !== barred && (best < 0 || chances[from + i]! > chances[from + best]!)) best = i
      }
      if (best < 0 || chances[from + best]! < 0.1) break
      const weight = chances[from + best]! * Math.min(2, Math.sqrt(Math.max(1, mentions.length)))
      addReading(context, scene.atlas, name, placeOf(references[best]!), weight)
      barred = best
    }
  }
  return context
}

function describeInContext(
  scene: RankScene,
  context: Context,
  chances: Float64Array,
  name: number,
  candidate: number,
): void {
  const { atlas, features, offset } = scene
  const place = placeOf(scene.names[name]!.references[candidate]!)
  const [country, admin1, admin2] = [atlas.country[place]!, atlas.admin1[place]!, atlas.admin2[place]!]
  const [lat, lon] = [atlas.lat[place]!, atlas.lon[place]!]
  const narrowing = Math.cos((lat * Math.PI) / 180)
  let [all, sameCountry, sameArea, sameCounty, countryNamed, areaNamed, countyNamed, near, region, nearest] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]
  for (let i = 0; i < context.count; i++) {
    if (context.name[i] === name) continue
    const weight = context.weight[i]!
    const kind = context.kind[i]!
    all += weight
    if (country !== 0 && context.country[i] === country) {
      sameCountry += weight
      if (kind === KIND.country) countryNamed = Math.max(countryNamed, weight)
      if (admin1 !== 0 && context.admin1[i] === admin1) {
        sameArea += weight
        if (kind === KIND.admin1) areaNamed = Math.max(areaNamed, weight)
        if (admin2 !== 0 && context.admin2[i] === admin2) {
          sameCounty += weight
          if (kind === KIND.admin2) countyNamed = Math.max(countyNamed, weight)
        }
      }
    }
    if (kind <= KIND.admin1) continue
    const km = KM_A_DEGREE * Math.hypot(context.lat[i]! - lat, (context.lon[i]! - lon) * narrowing)
    if (km > 4 * REGION_KM) continue
    near += weight * Math.exp(-km / NEAR_KM)
    region += weight * Math.exp(-km / REGION_KM)
    nearest = Math.max(nearest, Math.min(1, weight) * Math.exp(-km / NEAR_KM))
  }
  const row = (offset[name]! + candidate) * RANK_FEATURES + CONTEXT_FROM
  const share = 1 / Math.max(1, all)
  features[row] = sameCountry * share
  features[row + 1] = Math.log1p(sameCountry)
  features[row + 2] = sameArea * share
  features[row + 3] = Math.log1p(sameArea)
  features[row + 4] = Math.log1p(sameCounty)
  features[row + 5] = Math.min(1, countryNamed)
  features[row + 6] = Math.min(1, areaNamed)
  features[row + 7] = Math.min(1, countyNamed)
  features[row + 8] = Math.log1p(near)
  features[row + 9] = Math.log1p(region)
  features[row + 10] = nearest
  features[row + 11] = containedIn(scene, chances, name, place, 'after')
  features[row + 12] = containedIn(scene, chances, name, place, 'before')
  features[row + 13] = containedIn(scene, chances, name, place, 'loose')
  features[row + 14] = atlas.kind[place] === KIND.capital ? sameCountry * share : 0
  features[row + 15] = atlas.kind[place] === KIND.capital ? Math.min(1, countryNamed) : 0
}
