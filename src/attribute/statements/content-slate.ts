import { TAG } from '../../base/words/index.ts'
import { closesQuote, listContentPositions } from './content-candidates.ts'
import { describeCue, scoreEdge, scorePair, scoreShape, type CueFacts } from './content-features.ts'
import { continuationEnd } from './continuation.ts'
import { tagAt } from './cue-features.ts'
import type { Layout } from './layout.ts'
import { createPicks, force, offer, type Picks } from './picks.ts'
import { addChoice, BLOCKS_A_CHOICE, POSITIONS_A_CHOICE, wipeSlate, type Slate, type Weights } from './slate.ts'

/** How many starts, ends and pairs of a side are followed up, best first; bounds what a cue costs. */
const KEPT = { starts: 5, ends: 6, pairs: 6, joined: 3 } as const
/** A side whose shapes score this much below the best shape is not looked at. */
const SHAPE_MARGIN = 2.5

interface Side {
  readonly salt: number
  readonly starts: Picks
  readonly ends: Picks
  /** Pairs as indices into starts and ends. */
  readonly pairs: Picks
  /** The block of each pair, by start index * 32 + end index. */
  readonly pairBlock: Int32Array
}

function createSide(salt: number): Side {
  return {
    salt,
    starts: createPicks(KEPT.starts),
    ends: createPicks(KEPT.ends),
    pairs: createPicks(KEPT.pairs),
    pairBlock: new Int32Array(32 * 32),
  }
}

/** Fills slates with the contents that cues may have; keeps its scratch room between calls. */
export type ContentLister = (
  slate: Slate,
  layout: Layout,
  i: number,
  weights: Weights,
  must?: ReadonlySet<number>,
) => void

/**
 * A lister of contents. A choice's positions are [left start, left end, right start, right end, continuation start,
 * continuation end], ends exclusive, -1 for none. `must` (training) holds starts, and ends made negative, never pruned.
 */
export function createContentLister(): ContentLister {
  const left = createSide(100)
  const right = createSide(200)
  const blocks = new Int32Array(BLOCKS_A_CHOICE)
  const at = new Int32Array(POSITIONS_A_CHOICE)
  return (slate, layout, i, weights, must) => {
    wipeSlate(slate)
    const cue = describeCue(layout, i)
    const on = continuationEnd(layout, i)
    const shapes = scoreShapes(slate, cue, weights, on >= 0)
    const positions = listContentPositions(layout, i)
    const both = shapes.both.score
    const least = must ? -Infinity : Math.max(shapes.left.score, shapes.right.score, both) - SHAPE_MARGIN
    fillSide(
      slate,
      layout,
      cue,
      weights,
      left,
      positions.leftStarts,
      positions.leftEnds,
      must,
      Math.max(shapes.left.score, both) >= least,
    )
    fillSide(
      slate,
      layout,
      cue,
      weights,
      right,
      positions.rightStarts,
      positions.rightEnds,
      must,
      Math.max(shapes.right.score, both) >= least,
    )
    const join = { slate, layout, on, onFrom: cue.segmentEnd, blocks, at }
    for (let n = 0; n < left.pairs.count; n++) addChoices(join, left, n, null, -1, shapes.left)
    for (let n = 0; n < right.pairs.count; n++) addChoices(join, null, -1, right, n, shapes.right)
    for (let l = 0; l < Math.min(left.pairs.count, must ? 12 : KEPT.joined); l++) {
      for (let r = 0; r < Math.min(right.pairs.count, must ? 12 : KEPT.joined); r++)
        addChoices(join, left, l, right, r, shapes.both)
    }
  }
}

interface Shape {
  readonly block: number
  readonly onBlock: number
  readonly score: number
}

function scoreShapes(slate: Slate, cue: CueFacts, weights: Weights, on: boolean) {
  const shape = (n: number): Shape => {
    const block = scoreShape(slate, cue, weights, n)
    const onBlock = on ? scoreShape(slate, cue, weights, n + 3) : -1
    const score = slate.blockScore[block] ?? 0
    return { block, onBlock, score: on ? Math.max(score, slate.blockScore[onBlock] ?? 0) : score }
  }
  return { left: shape(1), right: shape(2), both: shape(3) }
}

function fillSide(
  slate: Slate,
  layout: Layout,
  cue: CueFacts,
  weights: Weights,
  side: Side,
  starts: readonly number[],
  ends: readonly number[],
  must: ReadonlySet<number> | undefined,
  wanted: boolean,
): void {
  side.starts.count = 0
  side.ends.count = 0
  side.pairs.count = 0
  if (!wanted) return
  pickEdges(slate, layout, cue, weights, side.starts, side.salt, starts, must, 1)
  pickEdges(slate, layout, cue, weights, side.ends, side.salt + 50, ends, must, -1)
  for (let s = 0; s < side.starts.count; s++) {
    for (let e = 0; e < side.ends.count; e++) {
      const start = side.starts.first[s] ?? 0
      const end = side.ends.first[e] ?? 0
      if (end <= start || !mayBeContent(layout, start, end)) continue
      const block = scorePair(slate, layout, cue, weights, side.salt + 90, start, end)
      const score = (side.starts.score[s] ?? 0) + (side.ends.score[e] ?? 0) + (slate.blockScore[block] ?? 0)
      side.pairBlock[s * 32 + e] = block
      offer(side.pairs, s, e, score)
      if (must?.has(start) && must.has(-end)) force(side.pairs, s, e, score)
    }
  }
}

function pickEdges(
  slate: Slate,
  layout: Layout,
  cue: CueFacts,
  weights: Weights,
  picks: Picks,
  salt: number,
  positions: readonly number[],
  must: ReadonlySet<number> | undefined,
  sign: number,
): void {
  const forced: [number, number, number][] = []
  for (const at of positions) {
    const block = scoreEdge(slate, layout, cue, weights, salt, at)
    const score = slate.blockScore[block] ?? 0
    offer(picks, at, block, score)
    if (must?.has(sign * at)) forced.push([at, block, score])
  }
  for (const [at, block, score] of forced) force(picks, at, block, score)
}

interface Join {
  readonly slate: Slate
  readonly layout: Layout
  readonly on: number
  readonly onFrom: number
  readonly blocks: Int32Array
  readonly at: Int32Array
}

function addChoices(join: Join, left: Side | null, l: number, right: Side | null, r: number, shape: Shape): void {
  const { slate } = join
  const { blocks, at } = join
  blocks.fill(-1)
  at.fill(-1)
  if (left) setSide(join, left, l, 0)
  if (right) setSide(join, right, r, 1)
  blocks[6] = shape.block
  addChoice(slate, blocks, at)
  if (join.on < 0) return
  if (!closesQuote(join.layout, (at[1] ?? 0) - 1) && !closesQuote(join.layout, (at[3] ?? 0) - 1)) return
  blocks[6] = shape.onBlock
  at[4] = join.onFrom
  at[5] = join.on
  addChoice(slate, blocks, at)
}

/** Writes one side's pair into the choice under way. */
function setSide({ blocks, at }: Join, side: Side, pair: number, place: 0 | 1): void {
  const start = side.pairs.first[pair] ?? 0
  const end = side.pairs.second[pair] ?? 0
  at[place * 2] = side.starts.first[start] ?? -1
  at[place * 2 + 1] = side.ends.first[end] ?? -1
  blocks[place * 3] = side.starts.second[start] ?? -1
  blocks[place * 3 + 1] = side.ends.second[end] ?? -1
  blocks[place * 3 + 2] = side.pairBlock[start * 32 + end] ?? -1
}

/**
 * Whether a run of words can be what is said: it does not break off behind an article or preposition, and one word must
 * mean something alone.
 */
function mayBeContent(layout: Layout, start: number, end: number): boolean {
  const last = tagAt(layout, end - 1)
  if (last === TAG.ADP) return end - start > 1 && closesQuote(layout, end)
  if (last === TAG.DET || last === TAG.CCONJ || last === TAG.SCONJ) return false
  if (end - start > 1) return true
  return last !== TAG.PUNCT && last !== TAG.AUX && last !== TAG.PART && last !== TAG.NUM
}
