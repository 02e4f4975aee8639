import { likelyReadings, type RankContext } from './likely-readings.ts'
import { containedIn } from './containment.ts'
import { placeOf } from './gazetteer.ts'
import { KIND } from './gazetteer-format.ts'
import { CONTEXT_FROM, RANK_FEATURES, type RankScene } from './rank-features.ts'

const NEAR_KM = 60
const REGION_KM = 250
const KM_A_DEGREE = 111.2

/** Fills the features that look at the other names, given how likely each of their readings is (`chances`, row by row). */
export function describeContext(scene: RankScene, chances: Float64Array): void {
  const context = likelyReadings(scene, chances)
  for (const [name, { references }] of scene.names.entries()) {
    if (references.length < 2) continue
    for (let i = 0; i < references.length; i++) describeInContext(scene, context, chances, name, i)
  }
}

function describeInContext(
  scene: RankScene,
  context: RankContext,
  chances: Float64Array,
  name: number,
  candidate: number,
): void {
  const { atlas, features, offset } = scene
  const place = placeOf(scene.names[name]!.references[candidate]!)
  const country = atlas.country[place]!
  const admin1 = atlas.admin1[place]!
  const admin2 = atlas.admin2[place]!
  const lat = atlas.lat[place]!
  const lon = atlas.lon[place]!
  const narrowing = Math.cos((lat * Math.PI) / 180)
  let all = 0
  let sameCountry = 0
  let sameArea = 0
  let sameCounty = 0
  let countryNamed = 0
  let areaNamed = 0
  let countyNamed = 0
  let near = 0
  let region = 0
  let nearest = 0
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
