import { classChances, CLASSES, type ClassWeights } from '../../../src/attribute/briefs/classifier.ts'
import { CLASS_FEATURE_BITS } from '../../../src/attribute/briefs/class-features.ts'
import type { BriefExample } from './corpus.ts'

/** How the classifier is trained. */
export interface ClassSettings {
  readonly epochs: number
  readonly rate: number
  readonly shrink: number
}

/** Multinomial logistic regression by AdaGrad. */
export function fitClasses(
  examples: readonly BriefExample[],
  settings: ClassSettings,
  shuffle: <T>(list: T[]) => T[],
): ClassWeights {
  const values = new Float32Array(CLASSES << CLASS_FEATURE_BITS)
  const squares = new Float32Array(values.length).fill(0.1)
  const weights: ClassWeights = { values, unit: 1 }
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const { features, eventClass } of shuffle([...examples])) {
      const chances = classChances(weights, features)
      for (const feature of features) {
        for (let c = 0; c < CLASSES; c++) {
          const at = feature * CLASSES + c
          const slope = chances[c]! - (c === eventClass ? 1 : 0) + settings.shrink * values[at]!
          squares[at] = squares[at]! + slope * slope
          values[at] = values[at]! - (settings.rate * slope) / Math.sqrt(squares[at])
        }
      }
    }
  }
  return weights
}
