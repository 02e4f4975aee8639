import type { TokenRange } from '../../base/words/index.ts'

/** Labels of tokens: outside, begin and go on with the one who acts, begin and go on with the one it is done to. */
export const LABEL = { out: 0, actorFirst: 1, actorNext: 2, targetFirst: 3, targetNext: 4 } as const
/** How many labels there are. */
export const LABELS = 5

/** Learned scores of labels. */
export interface TagWeights {
  /** By feature number times LABELS plus label, in units of `unit`. */
  readonly emissions: Int8Array | Float32Array
  readonly unit: number
  /** By label before times LABELS plus label; the row LABELS is the sentence's start. */
  readonly steps: Float32Array
}

/** Spans of a sentence by label, tokens counted from its first. */
export interface TaggedRoles {
  readonly actors: readonly TokenRange[]
  readonly targets: readonly TokenRange[]
}

/** Whether one label may follow another: only what has begun can go on. `LABELS` as the label before is the sentence's start. */
export function mayFollow(before: number, label: number): boolean {
  if (label === LABEL.actorNext) return before === LABEL.actorFirst || before === LABEL.actorNext
  if (label === LABEL.targetNext) return before === LABEL.targetFirst || before === LABEL.targetNext
  return true
}

/** The scores of every label of every token, token by token. */
export function scoreLabels(weights: TagWeights, tokens: readonly Uint16Array[]): Float64Array {
  const scores = new Float64Array(tokens.length * LABELS)
  for (const [i, features] of tokens.entries()) {
    for (const feature of features) {
      for (let label = 0; label < LABELS; label++) {
        scores[i * LABELS + label] =
          scores[i * LABELS + label]! + weights.emissions[feature * LABELS + label]! * weights.unit
      }
    }
  }
  return scores
}

/** The best sequence of labels (Viterbi 1967). */
export function bestLabels(weights: TagWeights, tokens: readonly Uint16Array[]): Uint8Array {
  const scores = scoreLabels(weights, tokens)
  const back = new Uint8Array(tokens.length * LABELS)
  for (let i = 0; i < tokens.length; i++) {
    for (let label = 0; label < LABELS; label++) {
      let best = -Infinity
      for (let before = i === 0 ? LABELS : 0; before < (i === 0 ? LABELS + 1 : LABELS); before++) {
        if (!mayFollow(before, label)) continue
        const sum = (i === 0 ? 0 : scores[(i - 1) * LABELS + before]!) + weights.steps[before * LABELS + label]!
        if (sum <= best) continue
        best = sum
        back[i * LABELS + label] = before
      }
      scores[i * LABELS + label] = scores[i * LABELS + label]! + best
    }
  }
  return traceBack(scores, back, tokens.length)
}

function traceBack(scores: Float64Array, back: Uint8Array, count: number): Uint8Array {
  const labels = new Uint8Array(count)
  let label = 0
  const end = (count - 1) * LABELS
  for (let other = 1; other < LABELS; other++) if (scores[end + other]! > scores[end + label]!) label = other
  for (let i = count - 1; i >= 0; i--) {
    labels[i] = label
    label = back[i * LABELS + label]!
  }
  return labels
}

/** The spans that a sequence of labels marks. */
export function rolesOfLabels(labels: Uint8Array): TaggedRoles {
  const spansFrom = (begin: number): TokenRange[] => {
    const spans: TokenRange[] = []
    for (let i = 0; i < labels.length; i++) {
      if (labels[i] !== begin) continue
      let last = i + 1
      while (labels[last] === begin + 1) last++
      spans.push({ first: i, last })
    }
    return spans
  }
  return { actors: spansFrom(LABEL.actorFirst), targets: spansFrom(LABEL.targetFirst) }
}
