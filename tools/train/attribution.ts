import { readFileSync, writeFileSync } from 'node:fs'
import { createVocabulary, createWordReader, TAG } from '../../src/base/words/index.ts'
import { mayCue, scoreCue } from '../../src/attribute/statements/attributions.ts'
import { createContentLister } from '../../src/attribute/statements/content-slate.ts'
import { writeCueFeatures } from '../../src/attribute/statements/cue-features.ts'
import { parseCueLexicon } from '../../src/attribute/statements/cue-lexicon.ts'
import { JUDGE_FEATURES, judgeFeatures } from '../../src/attribute/statements/judge.ts'
import { createLayout, type Layout } from '../../src/attribute/statements/layout.ts'
import { formatAttributionModel, type AttributionModel } from '../../src/attribute/statements/model.ts'
import {
  bestChoice,
  BLOCKS_A_CHOICE,
  createSlate,
  closeBlock,
  positionOf,
  shareOf,
  wipeSlate,
  type Weights,
} from '../../src/attribute/statements/slate.ts'
import { fillSourceSlate } from '../../src/attribute/statements/source-slate.ts'

interface Gold {
  cue: number
  pieces: [number, number][]
  source: [number, number][]
  used?: boolean
}
interface Doc {
  layout: Layout
  golds: Gold[]
  byCue: Map<number, Gold[]>
}

const [trainPath, outPath] = [process.argv[2]!, process.argv[3]!]
const CUE_BITS = 17,
  CONTENT_BITS = 19,
  SOURCE_BITS = 17
const log = (...a: unknown[]) => console.error(((performance.now() / 1000) | 0) + 's', ...a)

const vocabulary = createVocabulary()
const lexicon = parseCueLexicon(
  readFileSync(new URL('../../data/lexicon/cues.yaml', import.meta.url), 'utf8'),
  vocabulary,
)
const read = createWordReader(vocabulary)
type Span = { start: number; end: number }
const rows = readFileSync(trainPath, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((l) => JSON.parse(l) as { text: string; attributions: { cue: Span[]; content: Span[]; source: Span[] }[] })

const layouts = rows.map((row) => {
  const body: Span[] = []
  let at = 0
  for (const line of row.text.split('\n')) {
    if (line.trim()) body.push({ start: at, end: at + line.length })
    at += line.length + 1
  }
  return createLayout(read(row.text, body), lexicon)
})
log(
  'read',
  layouts.reduce((n, l) => n + l.count, 0),
  'tokens',
)

const tokenAt = (l: Layout, pos: number) => {
  let lo = 0,
    hi = l.count
  while (lo < hi) {
    const m = (lo + hi) >> 1
    if (l.words.end[m]! <= pos) lo = m + 1
    else hi = m
  }
  return lo
}
const tokensOf = (l: Layout, s: Span): number[] => {
  const out = []
  for (let i = tokenAt(l, s.start); i < l.count && l.words.start[i]! < s.end; i++) out.push(i)
  return out
}

// how often each word is part of a cue, for heads and the gate
const inCue = new Map<number, number>(),
  total = new Map<number, number>()
rows.forEach((row, d) => {
  const l = layouts[d]!
  for (const h of l.hash) total.set(h, (total.get(h) ?? 0) + 1)
  for (const a of row.attributions)
    for (const s of a.cue) for (const i of tokensOf(l, s)) inCue.set(l.hash[i]!, (inCue.get(l.hash[i]!) ?? 0) + 1)
})
const rate = (h: number) => (inCue.get(h) ?? 0) / ((total.get(h) ?? 0) + 3)
const headOf = (l: Layout, cue: number[]) => {
  let best = -1,
    worth = -1
  for (const i of cue) {
    const t = l.tag[i]!
    const w =
      rate(l.hash[i]!) +
      (t === TAG.VERB ? 0.3 : t === TAG.NOUN || t === TAG.ADJ ? 0.1 : 0) +
      (l.kind[i]! > 0 ? 0.3 : 0) +
      (t === TAG.AUX || t === TAG.PART || t === TAG.DET ? -0.5 : 0)
    if (w > worth) {
      worth = w
      best = i
    }
  }
  return best
}
const gate = new Uint8Array(8192)
const heads = new Map<number, number>()
const docs: Doc[] = rows.map((row, d) => {
  const l = layouts[d]!
  const golds: Gold[] = row.attributions.map((a) => ({
    cue: headOf(
      l,
      a.cue.flatMap((s) => tokensOf(l, s)),
    ),
    pieces: a.content.map((s) => [s.start, s.end]),
    source: a.source.map((s) => [s.start, s.end]),
  }))
  const byCue = new Map<number, Gold[]>()
  for (const g of golds)
    if (g.cue >= 0) {
      byCue.set(g.cue, [...(byCue.get(g.cue) ?? []), g])
      heads.set(l.hash[g.cue]!, (heads.get(l.hash[g.cue]!) ?? 0) + 1)
    }
  return { layout: l, golds, byCue }
})
for (const [h, n] of heads) if (n >= 2 && n / total.get(h)! >= 0.02) gate[(h & 0xffff) >> 3]! |= 1 << (h & 7)

const model: AttributionModel = {
  cue: { values: new Float32Array(1 << CUE_BITS), scale: 1 },
  content: { values: new Float32Array(1 << CONTENT_BITS), scale: 1 },
  source: { values: new Float32Array(1 << SOURCE_BITS), scale: 1 },
  judge: new Float32Array(JUDGE_FEATURES),
  gate,
  cueFloor: -0.6,
  judgeFloor: 0,
}
const dev = docs.filter((_, d) => d % 10 === 7),
  fit = docs.filter((_, d) => d % 10 !== 7)

let seed = 12345
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 4294967296
}
const shuffle = <T>(a: T[]) => {
  for (let i = a.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[a[i], a[j]] = [a[j]!, a[i]!]
  }
  return a
}

// AdaGrad with averaging left out; L2 by decay on touch
class Learner {
  g: Float32Array
  w: Float32Array
  rate: number
  l2: number
  constructor({ values: w }: Weights, rate: number, l2: number) {
    this.w = w as Float32Array
    this.rate = rate
    this.l2 = l2
    this.g = new Float32Array(w.length).fill(0.05)
  }
  step(features: Int32Array, from: number, to: number, grad: number) {
    const mask = this.w.length - 1
    for (let k = from; k < to; k++) {
      const i = features[k]! & mask
      const g = grad + this.l2 * this.w[i]!
      this.g[i]! += g * g
      this.w[i]! -= (this.rate * g) / Math.sqrt(this.g[i]!)
    }
  }
}

const slate = createSlate()
const fillContentSlate = createContentLister()
const iouOf = (l: Layout, positions: number[], pieces: [number, number][]) => {
  let said = 0,
    both = 0
  for (let k = 0; k < 6; k += 2) {
    const s = positions[k]!,
      e = positions[k + 1]!
    if (s < 0 || e <= s) continue
    const a = l.words.start[s]!,
      b = l.words.end[e - 1]!
    said += b - a
    for (const [x, y] of pieces) both += Math.max(0, Math.min(b, y) - Math.max(a, x))
  }
  const gold = pieces.reduce((n, [x, y]) => n + y - x, 0)
  return both / (said + gold - both || 1)
}
const positions = (n: number) => [0, 1, 2, 3, 4, 5].map((k) => positionOf(slate, n, k))

// ---- cue
{
  const learner = new Learner(model.cue, 0.25, 1e-5)
  const items: { d: Doc; i: number; y: number }[] = []
  for (const d of fit)
    for (let i = 0; i < d.layout.count; i++)
      if (mayCue(d.layout, model, i)) items.push({ d, i, y: d.byCue.has(i) ? 1 : 0 })
  log(
    'cue items',
    items.length,
    'positive',
    items.filter((x) => x.y).length,
    'of',
    fit.reduce((n, d) => n + d.golds.length, 0),
  )
  for (let epoch = 0; epoch < 5; epoch++) {
    learner.rate = 0.25 / (1 + epoch)
    for (const { d, i, y } of shuffle(items)) {
      wipeSlate(slate)
      writeCueFeatures(slate, d.layout, i)
      const b = closeBlock(slate, model.cue)
      const p = 1 / (1 + Math.exp(-slate.blockScore[b]!))
      learner.step(slate.features, 0, slate.featureCount, p - y)
    }
    for (const t of [-1, -0.5, 0]) {
      let hit = 0,
        said = 0,
        gold = 0
      for (const d of dev) {
        gold += d.byCue.size
        for (let i = 0; i < d.layout.count; i++)
          if (mayCue(d.layout, model, i) && scoreCue(d.layout, model, slate, i) > t) {
            said++
            if (d.byCue.has(i)) hit++
          }
      }
      log(
        'cue epoch',
        epoch,
        t,
        'P',
        (hit / said).toFixed(3),
        'R',
        (hit / gold).toFixed(3),
        'F',
        ((2 * hit) / (said + gold)).toFixed(3),
      )
    }
  }
}

const stepSlate = (learner: Learner, target: Float64Array) => {
  const n = slate.choiceCount
  let top = -Infinity
  for (let c = 0; c < n; c++) top = Math.max(top, slate.choiceScore[c]!)
  let z = 0
  for (let c = 0; c < n; c++) z += Math.exp(slate.choiceScore[c]! - top)
  const gradient = new Float64Array(slate.blockCount)
  for (let c = 0; c < n; c++) {
    const g = Math.exp(slate.choiceScore[c]! - top) / z - target[c]!
    if (Math.abs(g) < 1e-4) continue
    for (let k = 0; k < BLOCKS_A_CHOICE; k++) {
      const b = slate.choiceBlocks[c * BLOCKS_A_CHOICE + k]!
      if (b >= 0) gradient[b]! += g
    }
  }
  for (let b = 0; b < slate.blockCount; b++) {
    if (Math.abs(gradient[b]!) < 1e-3) continue
    learner.step(slate.features, b === 0 ? 0 : slate.blockEnd[b - 1]!, slate.blockEnd[b]!, gradient[b]!)
  }
}

// ---- content
{
  const learner = new Learner(model.content, 0.12, 1e-5)
  const items = fit.flatMap((d) => [...d.byCue].map(([i, golds]) => ({ d, i, golds })))
  for (let epoch = 0; epoch < 4; epoch++) {
    learner.rate = 0.12 / (1 + epoch * 0.8)
    let reach = 0
    for (const { d, i, golds } of shuffle(items)) {
      const must = new Set<number>()
      for (const g of golds)
        for (const [s, e] of g.pieces) {
          must.add(tokenAt(d.layout, s))
          must.add(-(tokenAt(d.layout, e - 1) + 1))
        }
      fillContentSlate(slate, d.layout, i, model.content, must)
      const n = slate.choiceCount
      if (!n) continue
      const worth = new Float64Array(n)
      let best = 0
      for (let c = 0; c < n; c++) {
        worth[c] = Math.max(...golds.map((g) => iouOf(d.layout, positions(c), g.pieces)))
        best = Math.max(best, worth[c]!)
      }
      if (best < 0.5) continue
      reach++
      const target = new Float64Array(n)
      let z = 0
      for (let c = 0; c < n; c++)
        if (worth[c]! >= Math.max(0.5, best - 0.25)) {
          target[c] = Math.exp((worth[c]! - best) * 25)
          z += target[c]!
        }
      for (let c = 0; c < n; c++) target[c]! /= z
      stepSlate(learner, target)
    }
    let hit = 0,
      all = 0,
      can = 0
    for (const d of dev)
      for (const [i, golds] of d.byCue) {
        all++
        fillContentSlate(slate, d.layout, i, model.content)
        const b = bestChoice(slate)
        if (b >= 0 && golds.some((g) => iouOf(d.layout, positions(b), g.pieces) >= 0.5)) hit++
        for (let c = 0; c < slate.choiceCount; c++)
          if (golds.some((g) => iouOf(d.layout, positions(c), g.pieces) >= 0.5)) {
            can++
            break
          }
      }
    log(
      'content epoch',
      epoch,
      'reach',
      (reach / items.length).toFixed(3),
      'dev right',
      (hit / all).toFixed(3),
      'oracle',
      (can / all).toFixed(3),
    )
  }
}

// ---- source
const sourceWorth = (l: Layout, c: number, g: Gold) => {
  const s = positionOf(slate, c, 0),
    e = positionOf(slate, c, 1)
  if (s < 0) return g.source.length === 0 ? 1 : 0
  const a = l.words.start[s]!,
    b = l.words.end[e - 1]!
  let both = 0
  for (const [x, y] of g.source) both += Math.max(0, Math.min(b, y) - Math.max(a, x))
  if (!both) return 0
  const head = g.source[0]![0]
  return a <= head && head < b ? 1 : 0.1
}
{
  const learner = new Learner(model.source, 0.2, 1e-5)
  const items = fit.flatMap((d) => [...d.byCue].map(([i, golds]) => ({ d, i, golds })))
  for (let epoch = 0; epoch < 4; epoch++) {
    learner.rate = 0.2 / (1 + epoch)
    let reach = 0
    for (const { d, i, golds } of shuffle(items)) {
      fillContentSlate(slate, d.layout, i, model.content)
      const b = bestChoice(slate)
      if (b < 0) continue
      const content = positions(b)
      const gold = golds.reduce((x, g) =>
        iouOf(d.layout, content, g.pieces) > iouOf(d.layout, content, x.pieces) ? g : x,
      )
      fillSourceSlate(slate, d.layout, i, content, model.source)
      const target = new Float64Array(slate.choiceCount)
      let z = 0
      for (let c = 0; c < slate.choiceCount; c++) z += target[c] = sourceWorth(d.layout, c, gold)
      if (!z) continue
      reach++
      for (let c = 0; c < slate.choiceCount; c++) target[c]! /= z
      stepSlate(learner, target)
    }
    let hit = 0,
      all = 0,
      can = 0
    for (const d of dev)
      for (const [i, golds] of d.byCue) {
        all++
        fillContentSlate(slate, d.layout, i, model.content)
        const b = bestChoice(slate)
        if (b < 0) continue
        fillSourceSlate(slate, d.layout, i, positions(b), model.source)
        const s = bestChoice(slate)
        if (golds.some((g) => sourceWorth(d.layout, s, g) > 0)) hit++
        for (let c = 0; c < slate.choiceCount; c++)
          if (golds.some((g) => sourceWorth(d.layout, c, g) > 0)) {
            can++
            break
          }
      }
    log(
      'source epoch',
      epoch,
      'reach',
      (reach / items.length).toFixed(3),
      'dev right',
      (hit / all).toFixed(3),
      'oracle',
      (can / all).toFixed(3),
    )
  }
}

// ---- judge: fitted on the documents kept out
{
  const items: { x: readonly number[]; y: number }[] = []
  let gold = 0
  for (const d of dev) {
    gold += d.golds.length
    for (let i = 0; i < d.layout.count; i++) {
      if (!mayCue(d.layout, model, i)) continue
      const odds = scoreCue(d.layout, model, slate, i)
      if (odds < model.cueFloor) continue
      fillContentSlate(slate, d.layout, i, model.content)
      const b = bestChoice(slate)
      if (b < 0) continue
      const content = positions(b),
        contentShare = shareOf(slate, b)
      fillSourceSlate(slate, d.layout, i, content, model.source)
      const s = bestChoice(slate)
      const source = [positionOf(slate, s, 0), positionOf(slate, s, 1)]
      const right = d.golds.some((g) => iouOf(d.layout, content, g.pieces) >= 0.5 && sourceWorth(d.layout, s, g) > 0)
      items.push({
        x: judgeFeatures(d.layout, i, { odds, content, contentShare, source, sourceShare: shareOf(slate, s) }),
        y: right ? 1 : 0,
      })
    }
  }
  const w = new Float64Array(JUDGE_FEATURES)
  for (let step = 0; step < 4000; step++) {
    const g = new Float64Array(JUDGE_FEATURES)
    for (const { x, y } of items) {
      let s = 0
      for (let k = 0; k < JUDGE_FEATURES; k++) s += x[k]! * w[k]!
      const p = 1 / (1 + Math.exp(-s)) - y
      for (let k = 0; k < JUDGE_FEATURES; k++) g[k]! += p * x[k]!
    }
    for (let k = 0; k < JUDGE_FEATURES; k++) w[k]! -= (0.3 * (g[k]! + 0.5 * w[k]!)) / items.length
  }
  model.judge.set(w)
  const scored = items.map(({ x, y }) => ({ s: x.reduce((n, v, k) => n + v * w[k]!, 0), y })).sort((a, b) => b.s - a.s)
  let hit = 0,
    bestF = 0,
    bestT = 0
  scored.forEach(({ s, y }, n) => {
    hit += y
    const f = (2 * hit) / (n + 1 + gold)
    if (f > bestF) {
      bestF = f
      bestT = s
    }
  })
  log(
    'judge',
    [...w].map((v) => v.toFixed(2)).join(' '),
    'F',
    bestF.toFixed(3),
    'at',
    bestT.toFixed(2),
    'items',
    items.length,
    'gold',
    gold,
  )
  writeFileSync(outPath, formatAttributionModel({ ...model, judgeFloor: bestT }))
}
