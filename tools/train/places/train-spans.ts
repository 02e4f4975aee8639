import {
  describeSegment,
  FEATURE_BITS,
  MAX_FEATURES,
  type SpanScene,
} from '../../../src/attribute/places/span-features.ts'

/** One text ready for training: its segments' features, and which segments are right. */
export interface SpanExample {
  readonly tokens: number
  readonly first: Int32Array
  readonly last: Int32Array
  /** Features of segment i are `features[at[i] … at[i + 1])`. */
  readonly at: Int32Array
  readonly features: Uint16Array
  readonly gold: Uint8Array
}

/** Describes all segments of a text; a segment is right if its characters are exactly a gold place's. */
export function spanExample(scene: SpanScene, golds: ReadonlySet<string>): SpanExample {
  const { segments, words } = scene
  const out = new Uint16Array(MAX_FEATURES)
  const features: number[] = []
  const at = new Int32Array(segments.count + 1)
  const gold = new Uint8Array(segments.count)
  for (let i = 0; i < segments.count; i++) {
    const count = describeSegment(scene, i, out)
    for (let f = 0; f < count; f++) features.push(out[f]!)
    at[i + 1] = features.length
    gold[i] = golds.has(`${words.start[segments.first[i]!]}-${words.end[segments.last[i]! - 1]}`) ? 1 : 0
  }
  return {
    tokens: words.count,
    first: segments.first.slice(0, segments.count),
    last: segments.last.slice(0, segments.count),
    at,
    features: Uint16Array.from(features),
    gold,
  }
}

/** How to train; the figures were chosen by cross-validation over texts. */
export interface SpanTraining {
  /** Passes over the texts. */
  readonly epochs: number
  /** First step of AdaGrad. */
  readonly step: number
  /** Weight decay a pass, toward 0. */
  readonly decay: number
}

/**
 * Trains a semi-Markov conditional random field (Sarawagi and Cohen 2004) without transitions: the probability of a set of disjoint
 * segments is proportional to the exponential of their scores' sum. Steps by AdaGrad, texts in the given order.
 */
export function trainSpans(examples: readonly SpanExample[], training: SpanTraining): Float64Array {
  const weights = new Float64Array(1 << FEATURE_BITS)
  const squares = new Float64Array(1 << FEATURE_BITS).fill(1e-8)
  for (let epoch = 0; epoch < training.epochs; epoch++) {
    for (const example of examples) stepOn(example, weights, squares, training.step)
    for (let i = 0; i < weights.length; i++) weights[i]! *= 1 - training.decay
  }
  return weights
}

function stepOn(example: SpanExample, weights: Float64Array, squares: Float64Array, step: number): void {
  const chance = marginals(example, weights)
  for (let i = 0; i < chance.length; i++) {
    const gradient = example.gold[i]! - chance[i]!
    if (Math.abs(gradient) < 1e-4) continue
    for (let f = example.at[i]!; f < example.at[i + 1]!; f++) {
      const feature = example.features[f]!
      squares[feature]! += gradient * gradient
      weights[feature]! += (step * gradient) / Math.sqrt(squares[feature]!)
    }
  }
}

/** The probability of each segment, by the forward and backward sums over all sets of disjoint segments. */
export function marginals(example: SpanExample, weights: Float64Array): Float64Array {
  const { tokens, first, last } = example
  const count = first.length
  const scores = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    for (let f = example.at[i]!; f < example.at[i + 1]!; f++) scores[i]! += weights[example.features[f]!]!
  }
  const backward = new Float64Array(tokens + 1)
  for (let token = tokens - 1, i = count - 1; token >= 0; token--) {
    backward[token] = backward[token + 1]!
    for (; i >= 0 && first[i] === token; i--)
      backward[token] = addLogs(backward[token]!, scores[i]! + backward[last[i]!]!)
  }
  const forward = new Float64Array(tokens + 1).fill(-Infinity)
  forward[0] = 0
  for (let token = 0, i = 0; token < tokens; token++) {
    for (; i < count && first[i] === token; i++) {
      forward[last[i]!] = addLogs(forward[last[i]!]!, forward[token]! + scores[i]!)
    }
    forward[token + 1] = addLogs(forward[token + 1]!, forward[token]!)
  }
  const whole = backward[0]!
  return scores.map((score, i) => Math.exp(forward[first[i]!]! + score + backward[last[i]!]! - whole))
}

function addLogs(a: number, b: number): number {
  const high = Math.max(a, b)
  return high === -Infinity ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high))
}
