import { SHAPE, TAG } from '../../base/words/index.ts'
import { NOUN_CUE } from './cue-lexicon.ts'
import { hashAt, isPassive, writeCueFeatures } from './cue-features.ts'
import { createContentLister } from './content-slate.ts'
import { readFrame } from './frames.ts'
import { judgeAttribution, type Evidence } from './judge.ts'
import type { Layout } from './layout.ts'
import { passesGate, type AttributionModel } from './model.ts'
import { bestChoice, closeBlock, positionOf, shareOf, wipeSlate, type Slate } from './slate.ts'
import { fillSourceSlate } from './source-slate.ts'

const listContents = createContentLister()

/** One attribution in tokens: what the models make of one cue. */
export interface Attribution {
  /** The cue's main word. */
  readonly cue: number
  /** [left start, left end, right start, right end, continuation start, continuation end], ends exclusive, -1 for none. */
  readonly content: readonly number[]
  /** Tokens [first, last) of the phrase that names the source; -1, -1 for none. */
  readonly source: readonly [number, number]
  /** Tokens of the medium that relays, where the construction itself names it. */
  readonly via: readonly [number, number] | null
  /** Log-odds that it is right. */
  readonly odds: number
}

/** A construction that is unmistakable needs no more than this of the cue's own log-odds. */
const FRAME_FLOOR = -4

/** What the lexicon has for a cue is looked at from these log-odds on already. */
const LEXICON_FLOOR = -1.5

/** Whether a token may be a cue at all: a verb, or a word that the lexicon or the training knows as one. */
export function mayCue(layout: Layout, model: Pick<AttributionModel, 'gate'>, i: number): boolean {
  return layout.tag[i] === TAG.VERB || (layout.kind[i] ?? 0) > 0 || passesGate(model, hashAt(layout, i))
}

/** Finds the attributions of a report: for each likely cue its best content and source, kept where the whole is likely right. */
export function findAttributions(layout: Layout, model: AttributionModel, slate: Slate): Attribution[] {
  const found: Attribution[] = []
  for (let i = 0; i < layout.count; i++) {
    if (!mayCue(layout, model, i) || echoes(layout, i, found.at(-1))) continue
    const odds = scoreCue(layout, model, slate, i)
    const frame =
      odds < FRAME_FLOOR && !isReports(layout, i) && (layout.kind[i] ?? 0) < NOUN_CUE ? null : readFrame(layout, i)
    if (frame) {
      const source = frame.source ?? chooseSource(layout, model, slate, i, frame.content, found)
      found.push({ cue: i, content: frame.content, source, via: frame.via, odds })
      continue
    }
    if (odds < ((layout.kind[i] ?? 0) > 0 ? LEXICON_FLOOR : model.cueFloor)) continue
    const attribution = readCue(layout, model, slate, i, odds)
    if (attribution && attribution.odds >= model.judgeFloor) found.push(attribution)
  }
  return found
}

/** Log-odds that a token is a cue. */
export function scoreCue(layout: Layout, model: AttributionModel, slate: Slate, i: number): number {
  wipeSlate(slate)
  writeCueFeatures(slate, layout, i)
  const block = closeBlock(slate, model.cue)
  return slate.blockScore[block] ?? 0
}

/** The best content and source of a cue, with how sure the models are of them; null where it can have no content. */
export function weighCue(
  layout: Layout,
  model: AttributionModel,
  slate: Slate,
  i: number,
  odds: number,
): Evidence | null {
  listContents(slate, layout, i, model.content)
  const best = bestChoice(slate)
  if (best < 0) return null
  const content = [0, 1, 2, 3, 4, 5].map((k) => positionOf(slate, best, k))
  const contentShare = shareOf(slate, best)
  fillSourceSlate(slate, layout, i, content, model.source)
  const chosen = bestChoice(slate)
  return {
    odds,
    content,
    contentShare,
    source: sourceAt(layout, slate, i, chosen),
    sourceShare: shareOf(slate, chosen),
  }
}

function readCue(layout: Layout, model: AttributionModel, slate: Slate, i: number, odds: number): Attribution | null {
  const evidence = weighCue(layout, model, slate, i, odds)
  if (!evidence) return null
  const { content, source } = evidence
  return { cue: i, content, source, via: null, odds: judgeAttribution(model.judge, layout, i, evidence) }
}

/** The source of a cue whose content is known: "..., adding that" has that of the attribution before it in the segment. */
function chooseSource(
  layout: Layout,
  model: AttributionModel,
  slate: Slate,
  i: number,
  content: readonly number[],
  found: readonly Attribution[],
): readonly [number, number] {
  const last = found.at(-1)
  const hangs = layout.words.form[i]?.lower.endsWith('ing') === true && layout.words.form[i - 1]?.surface === ','
  if (hangs && last && last.source[0] >= (layout.segmentFirst[i] ?? 0)) return last.source
  fillSourceSlate(slate, layout, i, content, model.source)
  const source = sourceAt(layout, slate, i, bestChoice(slate))
  return source[0] >= 0 || isPassive(layout, i) ? source : openingWords(layout, i)
}

/** The one to four words from the segment's start to a cue's auxiliaries, for a subject that the tagger misread; else none. */
function openingWords(layout: Layout, i: number): readonly [number, number] {
  const first = layout.segmentFirst[i] ?? 0
  let end = i
  while (end > first && (layout.tag[end - 1] === TAG.AUX || layout.tag[end - 1] === TAG.ADV)) end--
  const plain = layout.breaksBefore[end] === layout.breaksBefore[first] && (layout.quotations.at[first] ?? -1) < 0
  return plain && end > first && end - first <= MAX_OPENING ? [first, end] : [-1, -1]
}

const MAX_OPENING = 4

/** The tokens of a chosen source. The subject of a passive ("X is said to ...") is spoken of and speaks not. */
function sourceAt(layout: Layout, slate: Slate, i: number, chosen: number): readonly [number, number] {
  const [first, last] = [positionOf(slate, chosen, 0), positionOf(slate, chosen, 1)]
  const spokenOf = first >= 0 && first < i && (layout.kind[i] ?? 0) > 0 && isPassive(layout, i)
  return spokenOf ? [-1, -1] : [first, last]
}

/** "saying" in "is quoted as saying" belongs to the attribution before it. */
function echoes(layout: Layout, i: number, last: Attribution | undefined): boolean {
  if (!last?.source || last.cue < (layout.segmentFirst[i] ?? 0)) return false
  const before = layout.words.form[i - 1]?.lower
  return (
    before === 'as' &&
    layout.words.form[i]?.lower.endsWith('ing') === true &&
    (layout.words.form[last.cue]?.lower ?? '').startsWith('quot')
  )
}

const REPORTS = new Set(['report', 'reports', 'claims'])

/** "..., X reports.": the verb that the tagger takes for a noun, at a sentence's end or a break, right behind a noun. */
function isReports(layout: Layout, i: number): boolean {
  if (!REPORTS.has(layout.words.form[i]?.lower ?? '')) return false
  const before = layout.tag[i - 1]
  const ends = i + 1 >= (layout.segmentEnd[i] ?? 0) || ((layout.shape[i + 1] ?? 0) & SHAPE.mark) !== 0
  return ends && (before === TAG.NOUN || before === TAG.PROPN)
}
