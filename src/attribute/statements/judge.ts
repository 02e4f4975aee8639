import { opensQuote } from './content-candidates.ts'
import type { Layout } from './layout.ts'

/** What the three models say of one cue. */
export interface Evidence {
  /** Log-odds of the cue. */
  readonly odds: number
  readonly content: readonly number[]
  readonly contentShare: number
  readonly source: readonly [number, number]
  readonly sourceShare: number
}

/** How many numbers `judgeFeatures` gives. */
export const JUDGE_FEATURES = 12

/** The evidence as the numbers that the judge weighs; the first is the constant 1. */
export function judgeFeatures(layout: Layout, i: number, e: Evidence): readonly number[] {
  const [ls = -1, le = -1, rs = -1, re = -1, cs = -1] = e.content
  const length = Math.max(0, le - ls) + Math.max(0, re - rs)
  const quoted = (ls >= 0 && opensQuote(layout, ls)) || (rs >= 0 && opensQuote(layout, rs))
  const none = (e.source[0] ?? -1) < 0
  return [
    1,
    Math.max(-6, Math.min(6, e.odds)),
    logit(e.contentShare),
    logit(e.sourceShare),
    quoted ? 1 : 0,
    none ? 1 : 0,
    Math.log1p(length),
    ls >= 0 ? 1 : 0,
    cs >= 0 ? 1 : 0,
    (layout.quotations.at[i] ?? -1) >= 0 ? 1 : 0,
    (layout.kind[i] ?? 0) > 0 ? 1 : 0,
    none ? logit(e.sourceShare) : 0,
  ]
}

function logit(share: number): number {
  const p = Math.min(0.999, Math.max(0.001, share))
  return Math.log(p / (1 - p))
}

/** Log-odds that an attribution is right as a whole. */
export function judgeAttribution(weights: Float32Array, layout: Layout, i: number, e: Evidence): number {
  const features = judgeFeatures(layout, i, e)
  let sum = 0
  for (let k = 0; k < JUDGE_FEATURES; k++) sum += (features[k] ?? 0) * (weights[k] ?? 0)
  return sum
}
