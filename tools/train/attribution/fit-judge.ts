import { mayCue, scoreCue, weighCue } from '../../../src/attribute/statements/attributions.ts'
import { JUDGE_FEATURES, judgeFeatures } from '../../../src/attribute/statements/judge.ts'
import type { AttributionModel } from '../../../src/attribute/statements/model.ts'
import { createSlate } from '../../../src/attribute/statements/slate.ts'
import type { TrainingDocument } from './corpus.ts'
import { contentWorth, sourceWorth } from './worth.ts'

/** One attribution that the models made of an article they were not trained on: what the judge sees, and whether it is right. */
export interface JudgeItem {
  readonly features: readonly number[]
  readonly right: boolean
}

/** Has models read articles and notes how each attribution fares against the annotation. */
export function collectJudgeItems(documents: readonly TrainingDocument[], model: AttributionModel): JudgeItem[] {
  const slate = createSlate()
  const items: JudgeItem[] = []
  for (const { layout, golds } of documents) {
    for (let i = 0; i < layout.count; i++) {
      if (!mayCue(layout, model, i)) continue
      const odds = scoreCue(layout, model, slate, i)
      const evidence = odds < model.cueFloor ? null : weighCue(layout, model, slate, i, odds)
      if (!evidence) continue
      const [first, last] = evidence.source
      const right = golds.some(
        (gold) =>
          contentWorth(layout, evidence.content, gold) >= 0.5 && sourceWorth(layout, first ?? -1, last ?? -1, gold) > 0,
      )
      items.push({ features: judgeFeatures(layout, i, evidence), right })
    }
  }
  return items
}

const STEPS = 3000
const RATE = 0.3
const SHRINK = 0.5

/** Fits the judge's weights by logistic regression, plain gradient descent. */
export function fitJudge(items: readonly JudgeItem[]): Float32Array {
  const weights = new Float64Array(JUDGE_FEATURES)
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(JUDGE_FEATURES)
    for (const { features, right } of items) {
      const excess = 1 / (1 + Math.exp(-dot(features, weights))) - (right ? 1 : 0)
      for (let k = 0; k < JUDGE_FEATURES; k++) gradient[k] = (gradient[k] ?? 0) + excess * (features[k] ?? 0)
    }
    for (let k = 0; k < JUDGE_FEATURES; k++) {
      const pull = (gradient[k] ?? 0) + SHRINK * (weights[k] ?? 0)
      weights[k] = (weights[k] ?? 0) - (RATE * pull) / items.length
    }
  }
  return Float32Array.from(weights)
}

/** The log-odds from which on keeping attributions gives the best F1 against `gold` annotated ones. */
export function chooseFloor(items: readonly JudgeItem[], weights: Float32Array, gold: number) {
  const scored = items.map(({ features, right }) => ({ odds: dot(features, weights), right }))
  scored.sort((a, b) => b.odds - a.odds)
  let hits = 0
  let best = { floor: 0, f1: 0 }
  for (const [n, { odds, right }] of scored.entries()) {
    if (right) hits++
    const f1 = (2 * hits) / (n + 1 + gold)
    if (f1 > best.f1) best = { floor: odds, f1 }
  }
  return best
}

function dot(a: readonly number[], b: ArrayLike<number>): number {
  return a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0)
}
