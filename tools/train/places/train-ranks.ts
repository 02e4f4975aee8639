import { placeOf } from '../../../src/attribute/places/gazetteer.ts'
import {
  CASE_FEATURE,
  CONTEXT_FROM,
  RANK_FEATURES,
  RARE_FEATURE,
  type RankScene,
} from '../../../src/attribute/places/rank-features.ts'
import { describeContext } from '../../../src/attribute/places/rank-context.ts'
import { softmaxByName, type RankModel } from '../../../src/attribute/places/rank-model.ts'
import { kmBetween } from './km.ts'

/** One text's names, and for each row how much of the truth lies on it (0 for names without a known answer). */
export interface RankExample {
  readonly scene: RankScene
  readonly truth: Float64Array
  /** Mentions with a known answer, by name. */
  readonly weight: Float64Array
}

/** A candidate this near the annotators' point is right; nearer ones more so. */
const RIGHT_KM = 161
const CLOSE_KM = 25

/** Puts the annotators' points on the candidates: `pointOf` answers for a segment, null where they give none. */
export function rankExample(
  scene: RankScene,
  pointOf: (segment: number) => { readonly lat: number; readonly lon: number } | null,
): RankExample {
  const truth = new Float64Array(scene.offset[scene.names.length]!)
  const weight = new Float64Array(scene.names.length)
  for (const [number, name] of scene.names.entries()) {
    const points = name.mentions.flatMap((segment) => pointOf(segment) ?? [])
    const from = scene.offset[number]!
    for (const [i, reference] of name.references.entries()) {
      const place = placeOf(reference)
      const at = { lat: scene.atlas.lat[place]!, lon: scene.atlas.lon[place]! }
      for (const point of points) {
        const km = kmBetween(at, point)
        if (km < RIGHT_KM) truth[from + i]! += Math.exp(-km / CLOSE_KM)
      }
    }
    const total = truth.subarray(from, scene.offset[number + 1]).reduce((sum, share) => sum + share, 0)
    if (total === 0) continue
    for (let row = from; row < scene.offset[number + 1]!; row++) truth[row]! /= total
    weight[number] = Math.sqrt(points.length)
  }
  return { scene, truth, weight }
}

/** How to train. */
export interface RankTraining {
  readonly epochs: number
  readonly step: number
  readonly decay: number
}

/**
 * Trains both sets of weights by gradient descent on the cross entropy of the softmax; the context that the second set sees is
 * what the first set, and in a second turn the second set itself, makes of the other names.
 */
export function trainRanks(examples: readonly RankExample[], training: RankTraining): RankModel {
  const alone = descend(examples, new Float64Array(RANK_FEATURES), CONTEXT_FROM, training)
  for (const { scene } of examples) describeContext(scene, softmaxByName(scene, alone, CONTEXT_FROM))
  let inContext = descend(examples, Float64Array.from(alone), RANK_FEATURES, training)
  for (const { scene } of examples) describeContext(scene, softmaxByName(scene, inContext, RANK_FEATURES))
  inContext = descend(examples, inContext, RANK_FEATURES, training)
  return { alone: Float32Array.from(alone), inContext: Float32Array.from(inContext) }
}

function descend(
  examples: readonly RankExample[],
  start: Float64Array,
  used: number,
  { epochs, step, decay }: RankTraining,
): Float64Array {
  const weights = start
  const squares = new Float64Array(RANK_FEATURES).fill(1e-6)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const example of examples) {
      const gradient = gradientOf(example, weights, used)
      for (let f = 0; f < used; f++) {
        const slope = gradient[f]! - decay * weights[f]!
        squares[f]! += slope * slope
        weights[f]! += (step * slope) / Math.sqrt(squares[f]!)
      }
    }
  }
  return weights
}

function gradientOf({ scene, truth, weight }: RankExample, weights: Float64Array, used: number): Float64Array {
  const gradient = new Float64Array(RANK_FEATURES)
  const chances = softmaxByName(scene, weights, used)
  for (let name = 0; name < scene.names.length; name++) {
    if (weight[name] === 0) continue
    for (let row = scene.offset[name]!; row < scene.offset[name + 1]!; row++) {
      const pull = weight[name]! * (truth[row]! - chances[row]!)
      for (let f = 0; f < used; f++) gradient[f]! += pull * scene.features[row * RANK_FEATURES + f]!
    }
  }
  return gradient
}

/** Log odds for a name's rare meaning: a town that names its state brings it back. */
const RARE_PRIOR = -2
/** Log odds for a place of the case against a namesake elsewhere: set, since no training text comes with a case. */
const CASE_PRIOR = { alone: 1, inContext: 1.5 }

/** The weights with the preferences put in that are set, not learned. */
export function withPriors({ alone, inContext }: RankModel): RankModel {
  const ranks = { alone: alone.slice(), inContext: inContext.slice() }
  ranks.alone[CASE_FEATURE] = CASE_PRIOR.alone
  ranks.inContext[CASE_FEATURE] = CASE_PRIOR.inContext
  ranks.alone[RARE_FEATURE] = RARE_PRIOR
  ranks.inContext[RARE_FEATURE] = RARE_PRIOR
  return ranks
}
