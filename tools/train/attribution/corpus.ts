import { createVocabulary, createWordReader, TAG } from '../../../src/base/words/index.ts'
import { taggerModel } from '../../../src/base/words/model.fixture.ts'
import { parseCueLexicon } from '../../../src/attribute/statements/cue-lexicon.ts'
import { createLayout, type Layout } from '../../../src/attribute/statements/layout.ts'

/** Code units [start, end). */
type Piece = readonly [number, number]

/** One annotated attribution: the token of its cue's main word (-1 for none), and its content and source in code units. */
export interface GoldAttribution {
  readonly cue: number
  readonly content: readonly Piece[]
  readonly source: readonly Piece[]
}

/** One annotated article, set out in tokens. */
export interface TrainingDocument {
  readonly layout: Layout
  readonly golds: readonly GoldAttribution[]
  readonly byCue: ReadonlyMap<number, readonly GoldAttribution[]>
}

interface Interval {
  readonly start: number
  readonly end: number
}

interface Row {
  readonly text: string
  readonly attributions: readonly {
    readonly cue: readonly Interval[]
    readonly content: readonly Interval[]
    readonly source: readonly Interval[]
  }[]
}

/** Reads the corpus, one JSON article a line (`text`, `attributions` with spans), over the cue lexicon. */
export function readCorpus(lines: string, lexiconYaml: string): readonly TrainingDocument[] {
  const vocabulary = createVocabulary()
  const lexicon = parseCueLexicon(lexiconYaml, vocabulary)
  const read = createWordReader(taggerModel, vocabulary)
  const rows = lines
    .split('\n')
    .filter(Boolean)
    .map((line): Row => JSON.parse(line))
  const layouts = rows.map((row) => createLayout(read(row.text, paragraphsOf(row.text)), lexicon))
  const rate = cueRates(rows, layouts)
  return rows.map((row, d) => settleDocument(row, layouts[d] as Layout, rate))
}

function paragraphsOf(text: string): Interval[] {
  const body: Interval[] = []
  let at = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') body.push({ start: at, end: at + line.length })
    at += line.length + 1
  }
  return body
}

/** How often each word, by hash, is part of a cue, smoothed. */
function cueRates(rows: readonly Row[], layouts: readonly Layout[]): (hash: number) => number {
  const inCue = new Map<number, number>()
  const total = new Map<number, number>()
  const count = (map: Map<number, number>, hash: number) => map.set(hash, (map.get(hash) ?? 0) + 1)
  for (const [d, row] of rows.entries()) {
    const layout = layouts[d] as Layout
    for (const hash of layout.hash) count(total, hash)
    for (const { cue } of row.attributions) {
      for (const i of cue.flatMap((span) => tokensOf(layout, span))) count(inCue, layout.hash[i] ?? 0)
    }
  }
  return (hash) => (inCue.get(hash) ?? 0) / ((total.get(hash) ?? 0) + 3)
}

function settleDocument(row: Row, layout: Layout, rate: (hash: number) => number): TrainingDocument {
  const golds = row.attributions.map((attribution) => ({
    cue: mainWord(
      layout,
      attribution.cue.flatMap((span) => tokensOf(layout, span)),
      rate,
    ),
    content: attribution.content.map(({ start, end }) => [start, end] as const),
    source: attribution.source.map(({ start, end }) => [start, end] as const),
  }))
  const byCue = new Map<number, GoldAttribution[]>()
  for (const gold of golds) if (gold.cue >= 0) byCue.set(gold.cue, [...(byCue.get(gold.cue) ?? []), gold])
  return { layout, golds, byCue }
}

/** The word of a cue phrase that is most a cue: by how often it is one, its tag, and the lexicon. */
function mainWord(layout: Layout, cue: readonly number[], rate: (hash: number) => number): number {
  let best = -1
  let most = -1
  for (const i of cue) {
    const worth = rate(layout.hash[i] ?? 0) + tagWorth(layout.tag[i] ?? 0) + ((layout.kind[i] ?? 0) > 0 ? 0.3 : 0)
    if (worth > most) [best, most] = [i, worth]
  }
  return best
}

function tagWorth(tag: number): number {
  if (tag === TAG.VERB) return 0.3
  if (tag === TAG.NOUN || tag === TAG.ADJ) return 0.1
  return tag === TAG.AUX || tag === TAG.PART || tag === TAG.DET ? -0.5 : 0
}

/** The first token that ends behind a position of the text. */
export function tokenAt(layout: Layout, position: number): number {
  let low = 0
  let high = layout.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((layout.words.end[middle] ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low
}

function tokensOf(layout: Layout, { start, end }: Interval): number[] {
  const tokens: number[] = []
  for (let i = tokenAt(layout, start); i < layout.count && (layout.words.start[i] ?? 0) < end; i++) tokens.push(i)
  return tokens
}
