import {
  createPlaceFinder,
  parsePlaceModel,
  type Gazetteer,
  type GivenNames,
} from '../../../src/attribute/places/index.ts'
import { writePlaceModel } from '../../../src/attribute/places/model-file.ts'
import type { PlaceMention } from '../../../src/model/index.ts'
import type { GoldPlace, TrainingText } from './corpus.ts'
import { kmBetween } from './km.ts'
import type { PreparedText } from './prepare.ts'
import { RANK_TRAINING, SPAN_BIAS, SPAN_TRAINING } from './settings.ts'
import { trainRanks, withPriors } from './train-ranks.ts'
import { trainSpans } from './train-spans.ts'

/** How near a place must be said to count as right: the field's customary hundred miles. */
const RIGHT_KM = 161

/** What was counted over the texts of one corpus. */
export interface PlaceScore {
  gold: number
  said: number
  exact: number
  withPoint: number
  near: number
}

/** A text with what is trained on it. */
export interface FoldText {
  readonly text: TrainingText
  readonly prepared: PreparedText
}

/**
 * Trains on all folds but one and scores that one, for each: exact spans, and of the gold places with a point those found by an
 * exactly equal span within 161 km, by corpus (the id up to its slash). A place found by another span counts as missed, so the second
 * figure is a little lower than a scorer's that lets spans overlap.
 */
export function crossValidate(
  texts: readonly FoldText[],
  folds: number,
  data: { readonly gazetteer: Gazetteer; readonly givenNames: GivenNames },
): ReadonlyMap<string, PlaceScore> {
  const scores = new Map<string, PlaceScore>()
  for (let fold = 0; fold < folds; fold++) {
    const rest = texts.filter((_, i) => i % folds !== fold).map(({ prepared }) => prepared)
    const find = createPlaceFinder({ ...data, casePlaces: [], model: trainModel(rest) })
    for (const { text } of texts.filter((_, i) => i % folds === fold)) {
      const corpus = text.id.split('/')[0] ?? ''
      const score = scores.get(corpus) ?? { gold: 0, said: 0, exact: 0, withPoint: 0, near: 0 }
      scores.set(corpus, score)
      count(score, text.places, find(text.words, { title: text.title, outlet: null }))
    }
  }
  return scores
}

/** Trains both parts, as the shipped model is trained. */
export function trainModel(texts: readonly PreparedText[]): ReturnType<typeof parsePlaceModel> {
  return parsePlaceModel(trainModelBytes(texts))
}

/** The same as the bytes of the model's file. */
export function trainModelBytes(texts: readonly PreparedText[]): Uint8Array {
  const spans = trainSpans(
    texts.map((text) => text.span),
    SPAN_TRAINING,
  )
  const ranks = trainRanks(
    texts.map((text) => text.rank),
    RANK_TRAINING,
  )
  return writePlaceModel(spans, SPAN_BIAS, withPriors(ranks))
}

function count(score: PlaceScore, golds: readonly GoldPlace[], said: readonly PlaceMention[]): void {
  const bySpan = new Map<string, PlaceMention>(said.map((place) => [`${place.start}-${place.end}`, place]))
  score.gold += golds.length
  score.said += said.length
  for (const { start, end, lat, lon } of golds) {
    const place = bySpan.get(`${start}-${end}`)
    if (place) score.exact++
    if (lat === null || lon === null) continue
    score.withPoint++
    if (place && place.lat !== null && kmBetween({ lat, lon }, place) < RIGHT_KM) score.near++
  }
}
