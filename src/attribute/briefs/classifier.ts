import type { EventClass } from './brief-lexicon.ts'

/** How many classes of event there are. */
export const CLASSES = 5

/** Learned scores of classes, by feature number times CLASSES plus class, in units of `unit`. */
export interface ClassWeights {
  readonly values: Int8Array | Float32Array
  readonly unit: number
}

/** The chance of each class, adding up to 1. */
export function classChances(weights: ClassWeights, features: Uint16Array): Float64Array {
  const scores = new Float64Array(CLASSES)
  for (const feature of features) {
    for (let c = 0; c < CLASSES; c++) scores[c] = scores[c]! + weights.values[feature * CLASSES + c]! * weights.unit
  }
  const top = Math.max(...scores)
  let sum = 0
  for (let c = 0; c < CLASSES; c++) {
    scores[c] = Math.exp(scores[c]! - top)
    sum += scores[c]!
  }
  return scores.map((value) => value / sum)
}

/** The likeliest class. */
export function likeliestClass(chances: Float64Array): EventClass {
  let best: EventClass = 0
  for (const c of [1, 2, 3, 4] as const) if (chances[c]! > chances[best]!) best = c
  return best
}
