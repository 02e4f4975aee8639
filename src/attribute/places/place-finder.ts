import { sliceSpan } from '../../base/span.ts'
import type { Words } from '../../base/words/index.ts'
import type { PlaceMention, PlaceReference } from '../../model/index.ts'
import { createLikeness, matchAlike } from './alike.ts'
import { createAtlas } from './atlas.ts'
import { indexCasePlaces } from './case-index.ts'
import type { CasePlace } from './case-places.ts'
import { liesElsewhere } from './containment.ts'
import { placeOf, type Gazetteer } from './gazetteer.ts'
import type { GivenNames } from './given-names.ts'
import type { PlaceModel } from './model-file.ts'
import { createRankContext } from './likely-readings.ts'
import { groupNames } from './names.ts'
import { surveyNeighbourhood } from './neighbourhood.ts'
import { createRankScene, type RankScene } from './rank-features.ts'
import { weighReadings } from './rank-model.ts'
import { referenceTo } from './reference.ts'
import { createSegments, findSegments, type Segments } from './segments.ts'
import { chooseSegments, createChoiceRoom } from './span-model.ts'
import { createSurroundings } from './surroundings.ts'

/** What else a text says about where it speaks of. */
export interface PlaceContext {
  readonly title: string | null
  readonly outlet: string | null
}

/** Finds the places that a text names, in its order, disjoint; fields are null where a name leads nowhere known. */
export type PlaceFinder = (words: Words, context: PlaceContext) => readonly PlaceMention[]

/** The data that a finder works with. */
export interface PlaceData {
  readonly gazetteer: Gazetteer
  readonly casePlaces: readonly CasePlace[]
  readonly givenNames: GivenNames
  readonly model: PlaceModel
}

const ARABIC_MARKS = new Set([0x060c, 0x061b, 0x061f])

const NOWHERE: { readonly [K in keyof PlaceReference]: null } = {
  name: null,
  lat: null,
  lon: null,
  radiusMetres: null,
  source: null,
}

/**
 * A finder over the world's places and a case's. Which words are a place's name is decided by a learned score of every span of
 * capitalised words; which place a name means by weighing its readings in the light of all others in the text, its title and its outlet.
 */
export function createPlaceFinder({ gazetteer, casePlaces, givenNames, model }: PlaceData): PlaceFinder {
  const atlas = createAtlas(gazetteer, indexCasePlaces(casePlaces, gazetteer))
  const likenessOf = createLikeness(atlas)
  const surroundings = createSurroundings(atlas)
  let memory = createSegments()
  let scores = new Float64Array(memory.first.length)
  let room = createChoiceRoom(0)
  const context = createRankContext()
  return (words, { title, outlet }) => {
    const segments = (memory = findSegments(words, atlas, memory))
    if (segments.count === 0) return []
    if (scores.length < segments.first.length) scores = new Float64Array(segments.first.length)
    matchAlike(words, segments, atlas, likenessOf)
    const around = surveyNeighbourhood(words, segments, atlas, givenNames)
    const scene = { words, segments, atlas, given: givenNames, around }
    if (room.choice.length <= words.count) room = createChoiceRoom(2 * words.count)
    const chosen = chooseSegments(model.spans, scene, scores, room)
    if (chosen.length === 0) return []
    const names = [
      ...groupNames(words, segments, atlas, chosen),
      ...[title, outlet].flatMap((line) => (line === null ? [] : surroundings(line))),
    ]
    const references = resolveNames(createRankScene(words, segments, atlas, names, context), model)
    return chosen.map((segment) => mentionOf(words, segments, segment, references.get(segment) ?? null))
  }
}

/** The likeliest reading of each name, for each of its segments. */
function resolveNames(scene: RankScene, model: PlaceModel): ReadonlyMap<number, PlaceReference> {
  const { atlas, names } = scene
  const chances = weighReadings(model.ranks, scene)
  const references = new Map<number, PlaceReference>()
  for (const [number, name] of names.entries()) {
    const [from, to] = [scene.offset[number]!, scene.offset[number + 1]!]
    let best = from
    for (let row = from + 1; row < to; row++) if (chances[row]! > chances[best]!) best = row
    const place = placeOf(name.references[best - from]!)
    if (liesElsewhere(scene, chances, number, place)) continue
    const reference = referenceTo(atlas, place, name.partly)
    for (const segment of name.mentions) references.set(segment, reference)
  }
  return references
}

function mentionOf(words: Words, segments: Segments, segment: number, reference: PlaceReference | null): PlaceMention {
  const start = words.start[segments.first[segment]!]!
  let end = words.end[segments.last[segment]! - 1]!
  // The word reader leaves Arabic commas, semicolons and question marks on their words.
  while (end > start + 1 && ARABIC_MARKS.has(words.text.charCodeAt(end - 1))) end--
  const span = sliceSpan(words.text, start, end)
  return { ...span, ...(reference ?? NOWHERE) }
}
