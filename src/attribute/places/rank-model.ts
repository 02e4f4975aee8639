import { describeContext } from './rank-context.ts'
import { CONTEXT_FROM, RANK_FEATURES, type RankScene } from './rank-features.ts'

/** Weights of a candidate's features: first without context, then with it. */
export interface RankModel {
  readonly alone: Float32Array
  readonly inContext: Float32Array
}

/** Times that the readings are weighed in the light of each other; more changes next to nothing. */
const ROUNDS = 2

/**
 * How likely each reading of each name is, row by row as in the scene: first from the candidates alone, then each time from
 * what the other names most likely mean.
 */
export function weighReadings(model: RankModel, scene: RankScene): Float64Array {
  let chances = softmaxByName(scene, model.alone, CONTEXT_FROM)
  for (let round = 0; round < ROUNDS; round++) {
    describeContext(scene, chances)
    chances = softmaxByName(scene, model.inContext, RANK_FEATURES)
  }
  return chances
}

/** Softmax over each name's candidates of their first `used` features' weighted sum. */
export function softmaxByName(scene: RankScene, weights: ArrayLike<number>, used: number): Float64Array {
  const { offset, features } = scene
  const chances = new Float64Array(offset[scene.names.length]!)
  for (let name = 0; name < scene.names.length; name++) {
    const from = offset[name]!
    const to = offset[name + 1]!
    let most = -Infinity
    for (let row = from; row < to; row++) {
      let sum = 0
      for (let f = 0; f < used; f++) sum += features[row * RANK_FEATURES + f]! * weights[f]!
      chances[row] = sum
      most = Math.max(most, sum)
    }
    let total = 0
    for (let row = from; row < to; row++) total += chances[row] = Math.exp(chances[row]! - most)
    for (let row = from; row < to; row++) chances[row]! /= total
  }
  return chances
}
