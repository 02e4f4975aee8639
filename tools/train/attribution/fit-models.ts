import { mayCue } from '../../../src/attribute/statements/attributions.ts'
import { createContentLister } from '../../../src/attribute/statements/content-slate.ts'
import { writeCueFeatures } from '../../../src/attribute/statements/cue-features.ts'
import {
  bestChoice,
  closeBlock,
  createSlate,
  positionOf,
  wipeSlate,
  type Slate,
  type Weights,
} from '../../../src/attribute/statements/slate.ts'
import { fillSourceSlate } from '../../../src/attribute/statements/source-slate.ts'
import { tokenAt, type GoldAttribution, type TrainingDocument } from './corpus.ts'
import { createLearner, createShuffle, stepTowards } from './learner.ts'
import { contentWorth, sourceWorth } from './worth.ts'

/** Table sizes as powers of two, passes over the data, and first rates; found on articles kept out of training. */
const CUE = { bits: 17, passes: 4, rate: 0.25 }
const CONTENT = { bits: 19, passes: 3, rate: 0.12 }
const SOURCE = { bits: 17, passes: 3, rate: 0.2 }
const SEED = 12_345

/** The weights of the three models. */
export interface FittedModels {
  readonly cue: Weights
  readonly content: Weights
  readonly source: Weights
}

interface CueItem {
  readonly document: TrainingDocument
  readonly cue: number
  readonly golds: readonly GoldAttribution[]
}

/** Trains the three models on articles; `gate` tells which words may be cues. The same input gives the same weights. */
export function fitModels(documents: readonly TrainingDocument[], gate: Uint8Array): FittedModels {
  const items = documents.flatMap((document) => [...document.byCue].map(([cue, golds]) => ({ document, cue, golds })))
  const cue = fitCue(documents, gate)
  const content = fitContent(items)
  return { cue, content, source: fitSource(items, content) }
}

function fitCue(documents: readonly TrainingDocument[], gate: Uint8Array): Weights {
  const learner = createLearner(CUE.bits)
  const slate = createSlate()
  const items: { document: TrainingDocument; i: number; truth: number }[] = []
  for (const document of documents) {
    for (let i = 0; i < document.layout.count; i++) {
      if (mayCue(document.layout, { gate }, i)) items.push({ document, i, truth: document.byCue.has(i) ? 1 : 0 })
    }
  }
  const shuffle = createShuffle(SEED)
  for (let pass = 0; pass < CUE.passes; pass++) {
    for (const { document, i, truth } of shuffle(items)) {
      wipeSlate(slate)
      writeCueFeatures(slate, document.layout, i)
      const odds = slate.blockScore[closeBlock(slate, learner.weights)] ?? 0
      learner.step(slate.features, 0, slate.featureCount, 1 / (1 + Math.exp(-odds)) - truth, CUE.rate / (1 + pass))
    }
  }
  return learner.weights
}

function fitContent(items: readonly CueItem[]): Weights {
  const learner = createLearner(CONTENT.bits)
  const slate = createSlate()
  const list = createContentLister()
  const shuffle = createShuffle(SEED + 1)
  const order = [...items]
  for (let pass = 0; pass < CONTENT.passes; pass++) {
    for (const item of shuffle(order)) {
      list(slate, item.document.layout, item.cue, learner.weights, edgesOf(item))
      const target = contentTarget(slate, item)
      if (target) stepTowards(learner, slate, target, CONTENT.rate / (1 + 0.8 * pass))
    }
  }
  return learner.weights
}

/** The annotated starts, and ends made negative, which pruning must spare. */
function edgesOf({ document, golds }: CueItem): ReadonlySet<number> {
  const edges = new Set<number>()
  for (const { content } of golds) {
    for (const [start, end] of content) {
      edges.add(tokenAt(document.layout, start))
      edges.add(-(tokenAt(document.layout, end - 1) + 1))
    }
  }
  return edges
}

/** Shares of the choices by how well they meet the annotation, nearly all to the best; null where none meets it by half. */
function contentTarget(slate: Slate, { document, golds }: CueItem): Float64Array | null {
  const worth = new Float64Array(slate.choiceCount)
  for (let c = 0; c < worth.length; c++) {
    const positions = positionsOf(slate, c)
    for (const gold of golds) worth[c] = Math.max(worth[c] ?? 0, contentWorth(document.layout, positions, gold))
  }
  const best = worth.reduce((most, w) => Math.max(most, w), 0)
  if (best < 0.5) return null
  return shares(worth.map((w) => (w >= Math.max(0.5, best - 0.25) ? Math.exp((w - best) * 25) : 0)))
}

function fitSource(items: readonly CueItem[], content: Weights): Weights {
  const learner = createLearner(SOURCE.bits)
  const slate = createSlate()
  const list = createContentLister()
  const shuffle = createShuffle(SEED + 2)
  const order = [...items]
  for (let pass = 0; pass < SOURCE.passes; pass++) {
    for (const { document, cue, golds } of shuffle(order)) {
      const { layout } = document
      list(slate, layout, cue, content)
      const chosen = bestChoice(slate)
      if (chosen < 0) continue
      const positions = positionsOf(slate, chosen)
      const gold = nearest(layout, positions, golds)
      fillSourceSlate(slate, layout, cue, positions, learner.weights)
      const target = new Float64Array(slate.choiceCount)
      for (let c = 0; c < target.length; c++) {
        target[c] = gold ? sourceWorth(layout, positionOf(slate, c, 0), positionOf(slate, c, 1), gold) : 0
      }
      if (target.some((t) => t > 0)) stepTowards(learner, slate, shares(target), SOURCE.rate / (1 + pass))
    }
  }
  return learner.weights
}

function nearest(layout: TrainingDocument['layout'], positions: readonly number[], golds: readonly GoldAttribution[]) {
  const worth = (gold: GoldAttribution) => contentWorth(layout, positions, gold)
  return golds.toSorted((a, b) => worth(b) - worth(a))[0]
}

/** The six token positions of a choice. */
export function positionsOf(slate: Slate, choice: number): readonly number[] {
  return [0, 1, 2, 3, 4, 5].map((k) => positionOf(slate, choice, k))
}

function shares(values: Float64Array): Float64Array {
  const sum = values.reduce((total, value) => total + value, 0)
  return values.map((value) => value / sum)
}
