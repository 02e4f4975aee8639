import { mixBits } from '../../base/hash.ts'

/**
 * Room for scoring one decision: feature numbers in blocks, and choices that are made of blocks. A block that many choices
 * share (a start, an end) is written and scored once. Used again and again, so that scoring makes no garbage.
 */
export interface Slate {
  /** Feature numbers, block after block; masked when they are read. */
  readonly features: Int32Array
  featureCount: number
  /** Where each block ends in `features`. */
  readonly blockEnd: Int32Array
  readonly blockScore: Float64Array
  blockCount: number
  /** Each choice's blocks, BLOCKS_A_CHOICE numbers, -1 for none. */
  readonly choiceBlocks: Int32Array
  /** Each choice's token positions, POSITIONS_A_CHOICE numbers, what they mean is the caller's. */
  readonly choicePositions: Int32Array
  readonly choiceScore: Float64Array
  choiceCount: number
}

/** Weights by masked feature hash; int8 when shipped, float in training. */
export interface Weights {
  readonly values: Int8Array | Float32Array
  /** What a step of the values is worth. */
  readonly scale: number
}

export const BLOCKS_A_CHOICE = 7
export const POSITIONS_A_CHOICE = 6
const MAX_CHOICES = 640
const MAX_BLOCKS = 512
const MAX_FEATURES = 12_288

/** An empty slate. */
export function createSlate(): Slate {
  return {
    features: new Int32Array(MAX_FEATURES),
    featureCount: 0,
    blockEnd: new Int32Array(MAX_BLOCKS),
    blockScore: new Float64Array(MAX_BLOCKS),
    blockCount: 0,
    choiceBlocks: new Int32Array(MAX_CHOICES * BLOCKS_A_CHOICE),
    choicePositions: new Int32Array(MAX_CHOICES * POSITIONS_A_CHOICE),
    choiceScore: new Float64Array(MAX_CHOICES),
    choiceCount: 0,
  }
}

/** Wipes a slate for the next decision. */
export function wipeSlate(slate: Slate): void {
  slate.featureCount = 0
  slate.blockCount = 0
  slate.choiceCount = 0
}

/** Writes a feature into the block under way: `template` names the kind of feature, `value` what was seen. Full slates drop it. */
export function write(slate: Slate, template: number, value: number): void {
  if (slate.featureCount < MAX_FEATURES) slate.features[slate.featureCount++] = mixBits(value, template)
}

/** Ends the block under way and scores it; answers its number, -1 if the slate is full. */
export function closeBlock(slate: Slate, weights: Weights): number {
  if (slate.blockCount >= MAX_BLOCKS) return -1
  const { values } = weights
  const from = slate.blockCount === 0 ? 0 : (slate.blockEnd[slate.blockCount - 1] ?? 0)
  const mask = values.length - 1
  let score = 0
  for (let i = from; i < slate.featureCount; i++) score += values[(slate.features[i] ?? 0) & mask] ?? 0
  slate.blockEnd[slate.blockCount] = slate.featureCount
  slate.blockScore[slate.blockCount] = score * weights.scale
  return slate.blockCount++
}

/** Adds a choice made of up to BLOCKS_A_CHOICE blocks; answers its number, -1 if the slate is full. */
export function addChoice(slate: Slate, blocks: ArrayLike<number>, positions: ArrayLike<number>): number {
  if (slate.choiceCount >= MAX_CHOICES) return -1
  const n = slate.choiceCount
  let score = 0
  for (let k = 0; k < BLOCKS_A_CHOICE; k++) {
    const block = blocks[k] ?? -1
    slate.choiceBlocks[n * BLOCKS_A_CHOICE + k] = block
    if (block >= 0) score += slate.blockScore[block] ?? 0
  }
  for (let k = 0; k < POSITIONS_A_CHOICE; k++) slate.choicePositions[n * POSITIONS_A_CHOICE + k] = positions[k] ?? -1
  slate.choiceScore[n] = score
  return slate.choiceCount++
}

/** The number of the best choice, -1 if there is none; the earlier of equals. */
export function bestChoice(slate: Slate): number {
  let best = -1
  for (let n = 0; n < slate.choiceCount; n++) {
    if (best < 0 || (slate.choiceScore[n] ?? 0) > (slate.choiceScore[best] ?? 0)) best = n
  }
  return best
}

/** How sure a choice is: its share of all choices' exponentials, 0..1. */
export function shareOf(slate: Slate, choice: number): number {
  const own = slate.choiceScore[choice] ?? 0
  let sum = 0
  for (let n = 0; n < slate.choiceCount; n++) sum += Math.exp(Math.min(30, (slate.choiceScore[n] ?? 0) - own))
  return sum > 0 ? 1 / sum : 0
}

/** One token position of a choice. */
export function positionOf(slate: Slate, choice: number, k: number): number {
  return slate.choicePositions[choice * POSITIONS_A_CHOICE + k] ?? -1
}
