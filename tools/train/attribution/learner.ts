import { BLOCKS_A_CHOICE, type Slate, type Weights } from '../../../src/attribute/statements/slate.ts'

/** Weights under training, stepped by AdaGrad (Duchi, Hazan and Singer 2011) with a light pull towards zero. */
export interface Learner {
  readonly weights: Weights
  /** Moves the weights of the features [from, to) of a slate against a gradient. */
  readonly step: (features: Int32Array, from: number, to: number, gradient: number, rate: number) => void
}

const SHRINK = 1e-5
const FIRST_SQUARE = 0.05

/** A learner of 2^bits weights, all zero. */
export function createLearner(bits: number): Learner {
  const values = new Float32Array(1 << bits)
  const squares = new Float32Array(1 << bits).fill(FIRST_SQUARE)
  const mask = values.length - 1
  return {
    weights: { values, scale: 1 },
    step: (features, from, to, gradient, rate) => {
      for (let k = from; k < to; k++) {
        const i = (features[k] ?? 0) & mask
        const slope = gradient + SHRINK * (values[i] ?? 0)
        squares[i] = (squares[i] ?? 0) + slope * slope
        values[i] = (values[i] ?? 0) - (rate * slope) / Math.sqrt(squares[i] ?? 1)
      }
    },
  }
}

/** One step of a log-linear choice among a slate's choices towards target shares, which add up to 1. */
export function stepTowards(learner: Learner, slate: Slate, target: Float64Array, rate: number): void {
  const gradient = new Float64Array(slate.blockCount)
  let top = -Infinity
  for (let c = 0; c < slate.choiceCount; c++) top = Math.max(top, slate.choiceScore[c] ?? 0)
  let sum = 0
  for (let c = 0; c < slate.choiceCount; c++) sum += Math.exp((slate.choiceScore[c] ?? 0) - top)
  for (let c = 0; c < slate.choiceCount; c++) {
    const excess = Math.exp((slate.choiceScore[c] ?? 0) - top) / sum - (target[c] ?? 0)
    for (let k = 0; k < BLOCKS_A_CHOICE; k++) {
      const block = slate.choiceBlocks[c * BLOCKS_A_CHOICE + k] ?? -1
      if (block >= 0) gradient[block] = (gradient[block] ?? 0) + excess
    }
  }
  for (let b = 0; b < slate.blockCount; b++) {
    const slope = gradient[b] ?? 0
    if (Math.abs(slope) < 1e-3) continue
    learner.step(slate.features, b === 0 ? 0 : (slate.blockEnd[b - 1] ?? 0), slate.blockEnd[b] ?? 0, slope, rate)
  }
}

/** Puts a list into a random order that is the same in every run. */
export function createShuffle(seed: number): <T>(list: T[]) => T[] {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  return (list) => {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const [a, b] = [list[i], list[j]]
      if (a !== undefined && b !== undefined) [list[i], list[j]] = [b, a]
    }
    return list
  }
}
