import { LABELS, mayFollow, scoreLabels, type TagWeights } from '../../../src/attribute/briefs/tagger.ts'
import { TOKEN_FEATURE_BITS } from '../../../src/attribute/briefs/token-features.ts'
import type { BriefExample } from './corpus.ts'

/** How the tagger is trained. */
export interface TaggerSettings {
  readonly epochs: number
  /** The mean of the weights after this round and each later one is what is learned. */
  readonly averageFrom: number
  readonly rate: number
  /** Pull of every weight towards zero. */
  readonly shrink: number
  /** Features seen in fewer sentences get no weight. */
  readonly leastSeen: number
}

/** A conditional random field of first order (Lafferty, McCallum and Pereira 2001) by AdaGrad; `shuffle` orders each round. */
export function fitTagger(
  examples: readonly BriefExample[],
  settings: TaggerSettings,
  shuffle: <T>(list: T[]) => T[],
): TagWeights {
  const size = LABELS << TOKEN_FEATURE_BITS
  const emissions = new Float32Array(size)
  const squares = new Float32Array(size).fill(0.1)
  const steps = new Float32Array((LABELS + 1) * LABELS)
  const stepSquares = new Float32Array(steps.length).fill(0.1)
  const meanEmissions = new Float32Array(size)
  const meanSteps = new Float32Array(steps.length)
  const share = 1 / (settings.epochs - settings.averageFrom)
  const seen = sentencesOf(examples)
  const weights: TagWeights = { emissions, unit: 1, steps }
  const move = (values: Float32Array, sums: Float32Array, at: number, slope: number): void => {
    const full = slope + settings.shrink * values[at]!
    sums[at] = sums[at]! + full * full
    values[at] = values[at]! - (settings.rate * full) / Math.sqrt(sums[at])
  }
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const { tokens, labels } of shuffle([...examples])) {
      const { nodes, edges } = excessOf(weights, tokens, labels)
      for (const [i, features] of tokens.entries()) {
        for (const feature of features) {
          if (seen[feature]! < settings.leastSeen) continue
          for (let l = 0; l < LABELS; l++) move(emissions, squares, feature * LABELS + l, nodes[i * LABELS + l]!)
        }
      }
      for (let e = 0; e < edges.length; e++) move(steps, stepSquares, e, edges[e]!)
    }
    if (epoch >= settings.averageFrom) {
      addTo(meanEmissions, emissions, share)
      addTo(meanSteps, steps, share)
    }
  }
  return { emissions: meanEmissions, unit: 1, steps: meanSteps }
}

function addTo(sum: Float32Array, values: Float32Array, share: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + share * values[i]!
}

function sentencesOf(examples: readonly BriefExample[]): Uint16Array {
  const seen = new Uint16Array(1 << TOKEN_FEATURE_BITS)
  for (const { tokens } of examples) {
    for (const feature of new Set(tokens.flatMap((t) => [...t]))) seen[feature] = seen[feature]! + 1
  }
  return seen
}

/** Expected counts less those of the gold: what the log loss's slope is, by token and label and by step of labels. */
function excessOf(
  weights: TagWeights,
  tokens: readonly Uint16Array[],
  gold: Uint8Array,
): { nodes: Float64Array; edges: Float64Array } {
  const n = tokens.length
  const scores = scoreLabels(weights, tokens)
  const step = (before: number, label: number): number =>
    mayFollow(before, label) ? weights.steps[before * LABELS + label]! : -Infinity
  const forward = new Float64Array(n * LABELS)
  const backward = new Float64Array(n * LABELS)
  const all = Array.from({ length: LABELS }, (_, l) => l)
  for (let i = 0; i < n; i++) {
    for (const l of all) {
      const into = i === 0 ? step(LABELS, l) : logSum(all.map((b) => forward[(i - 1) * LABELS + b]! + step(b, l)))
      forward[i * LABELS + l] = into + scores[i * LABELS + l]!
    }
  }
  for (let i = n - 2; i >= 0; i--) {
    for (const l of all) {
      backward[i * LABELS + l] = logSum(
        all.map((next) => step(l, next) + scores[(i + 1) * LABELS + next]! + backward[(i + 1) * LABELS + next]!),
      )
    }
  }
  const whole = logSum(all.map((l) => forward[(n - 1) * LABELS + l]!))
  const nodes = new Float64Array(n * LABELS)
  const edges = new Float64Array((LABELS + 1) * LABELS)
  for (let i = 0; i < n; i++) {
    for (const l of all) {
      const share = Math.exp(forward[i * LABELS + l]! + backward[i * LABELS + l]! - whole)
      nodes[i * LABELS + l] = share - (gold[i] === l ? 1 : 0)
      if (i === 0) edges[LABELS * LABELS + l] = nodes[l]!
      else {
        for (const b of all) {
          const joint = Math.exp(
            forward[(i - 1) * LABELS + b]! + step(b, l) + scores[i * LABELS + l]! + backward[i * LABELS + l]! - whole,
          )
          edges[b * LABELS + l] = edges[b * LABELS + l]! + joint - (gold[i - 1] === b && gold[i] === l ? 1 : 0)
        }
      }
    }
  }
  return { nodes, edges }
}

function logSum(values: readonly number[]): number {
  const top = Math.max(...values)
  if (top === -Infinity) return top
  let sum = 0
  for (const value of values) sum += Math.exp(value - top)
  return top + Math.log(sum)
}
