import type { Words } from '../../base/words/index.ts'
import { howOf, type Atlas } from './atlas.ts'
import { placeOf } from './gazetteer.ts'
import { KIND } from './gazetteer-format.ts'
import { gatherLinks, type Link } from './links.ts'
import type { NameInText } from './names.ts'
import { createRankContext, type RankContext } from './likely-readings.ts'
import type { Segments } from './segments.ts'

/** How many features a candidate has. */
export const RANK_FEATURES = 43
/** Features before this one look at the candidate alone, the rest at what the text says around it. */
export const CONTEXT_FROM = 27

/** A name that alone mostly means another place (HOW.rare); set, since which one is meant hangs on what a record is about. */
export const RARE_FEATURE = 5
/** A place of the case; no training text has a case, so its weight is set, not learned. */
export const CASE_FEATURE = 22

/** The names of a text with everything that ranking their readings needs. */
export interface RankScene {
  readonly atlas: Atlas
  readonly names: readonly NameInText[]
  /** Which names stand beside which, as "X, Y". */
  readonly links: readonly (readonly Link[])[]
  /** Features of all candidates, name by name: row `offset[name] + candidate`. */
  readonly features: Float32Array
  readonly offset: Int32Array
  /** Memory for what the names mean to each other. */
  readonly context: RankContext
}

/**
 * Sets out the candidates of all names with the features that need no context.
 * @param context memory that one scene at a time can use (Default: memory of its own)
 */
export function createRankScene(
  words: Words,
  segments: Segments,
  atlas: Atlas,
  names: readonly NameInText[],
  context = createRankContext(),
): RankScene {
  const offset = new Int32Array(names.length + 1)
  for (const [i, name] of names.entries()) offset[i + 1] = offset[i]! + name.references.length
  const features = new Float32Array(offset[names.length]! * RANK_FEATURES)
  const scene = {
    atlas,
    names,
    links: gatherLinks(words, segments, names),
    features,
    offset,
    context,
  }
  for (let name = 0; name < names.length; name++) describeAlone(scene, name)
  return scene
}

function describeAlone(scene: RankScene, name: number): void {
  const { atlas, features, offset } = scene
  const { references, partly } = scene.names[name]!
  let most = 0
  for (const reference of references) most = Math.max(most, atlas.population[placeOf(reference)]!)
  for (const [i, reference] of references.entries()) {
    const row = (offset[name]! + i) * RANK_FEATURES
    const place = placeOf(reference)
    const population = atlas.population[place]! / 128
    const kind = atlas.kind[place]!
    features[row + howOf(reference)] = 1
    features[row + 5 + Math.min(13, kind)] = 1
    features[row + 19] = population
    features[row + 20] = population - most / 128
    features[row + 21] = i === 0 ? 1 : 0
    features[row + CASE_FEATURE] = place >= atlas.world.places ? 1 : 0
    features[row + 23] = partly && kind === KIND.town ? 1 : 0
    features[row + 24] = kind >= KIND.capital && kind <= KIND.quarter ? population : 0
    features[row + 26] = hasNamesake(atlas, references, place) ? 1 : 0
    features[row + 25] = howOf(reference) === 1 ? population : 0
  }
}

/** Whether a reading is a province that has a town of its own name, which is then mostly meant: Aleppo, Donetsk. */
function hasNamesake(atlas: Atlas, references: Uint32Array, place: number): boolean {
  if (atlas.kind[place] !== KIND.admin1) return false
  return references.some((reference) => {
    const other = placeOf(reference)
    return (
      atlas.kind[other]! >= KIND.capital &&
      atlas.admin1[other] === atlas.admin1[place]! &&
      atlas.country[other] === atlas.country[place]!
    )
  })
}
