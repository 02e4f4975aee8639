import { hashText } from '../../../src/base/hash.ts'
import type { Atlas } from '../../../src/attribute/places/atlas.ts'
import type { GivenNames } from '../../../src/attribute/places/given-names.ts'
import { groupNames } from '../../../src/attribute/places/names.ts'
import { surveyNeighbourhood } from '../../../src/attribute/places/neighbourhood.ts'
import { createRankScene } from '../../../src/attribute/places/rank-features.ts'
import { createSegments, findSegments } from '../../../src/attribute/places/segments.ts'
import type { GoldPlace, TrainingText } from './corpus.ts'
import { rankExample, type RankExample } from './train-ranks.ts'
import { spanExample, type SpanExample } from './train-spans.ts'

/** A text set out for both trainings. */
export interface PreparedText {
  /** A number by which to order texts that has nothing to do with where they come from. */
  readonly order: number
  readonly span: SpanExample
  readonly rank: RankExample
}

/** Finds a text's spans and sets the annotators' answers beside them; ranks are learned on the annotated spans. */
export function prepareText(text: TrainingText, atlas: Atlas, given: GivenNames): PreparedText {
  const { words } = text
  const segments = findSegments(words, atlas, createSegments())
  const scene = { words, segments, atlas, given, around: surveyNeighbourhood(words, segments, atlas, given) }
  const golds = new Map<string, GoldPlace>(text.places.map((place) => [`${place.start}-${place.end}`, place]))
  const span = spanExample(scene, new Set(golds.keys()))
  const chosen = [...span.gold.keys()].filter((segment) => span.gold[segment] === 1)
  const names = groupNames(words, segments, atlas, chosen)
  const rank = rankExample(createRankScene(words, segments, atlas, names), (segment) => {
    const place = golds.get(`${words.start[segments.first[segment]!]}-${words.end[segments.last[segment]! - 1]}`)
    return place && place.lat !== null && place.lon !== null ? { lat: place.lat, lon: place.lon } : null
  })
  return { order: hashText(text.id), span, rank }
}
