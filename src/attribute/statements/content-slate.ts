import { TAG } from '../../base/words/index.ts'
import { closesQuote, isBreak, listContentPositions, opensQuote } from './content-candidates.ts'
import { hashAt, isPassive, nextLink, quoteContext, tagAt } from './cue-features.ts'
import type { Layout } from './layout.ts'
import { addChoice, closeBlock, wipeSlate, write, type Slate } from './slate.ts'

/** How many starts and ends of a side are paired, best first; bounds what a cue costs. */
const KEPT_STARTS = 6
const KEPT_ENDS = 8
const KEPT_PAIRS = 4

/** Positions of a content choice: [left start, left end, right start, right end, continuation start, continuation end], -1 for none. */
export type ContentChoice = readonly [number, number, number, number, number, number]

interface Side {
  readonly salt: number
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

interface Pair {
  readonly start: number
  readonly end: number
  readonly blocks: readonly number[]
  readonly score: number
}

interface Scored {
  readonly at: number
  readonly block: number
  readonly score: number
}

/** Fills a slate with the contents that the cue at token `i` may have. `must` lists positions never pruned (training). */
export function fillContentSlate(
  slate: Slate,
  layout: Layout,
  i: number,
  weights: Float32Array,
  must?: ReadonlySet<number>,
): void {
  wipeSlate(slate)
  const positions = listContentPositions(layout, i)
  const cue = describeCue(layout, i)
  const left = scorePairs(
    slate,
    layout,
    cue,
    weights,
    { salt: 100, starts: positions.leftStarts, ends: positions.leftEnds },
    must,
  )
  const right = scorePairs(
    slate,
    layout,
    cue,
    weights,
    { salt: 200, starts: positions.rightStarts, ends: positions.rightEnds },
    must,
  )
  const next = continuationOf(layout, i)
  const blocks = {
    left: shapeBlock(slate, cue, weights, 1),
    right: shapeBlock(slate, cue, weights, 2),
    both: shapeBlock(slate, cue, weights, 3),
    plain: next ? -1 : -1,
    leftOn: next ? shapeBlock(slate, cue, weights, 4) : -1,
    rightOn: next ? shapeBlock(slate, cue, weights, 5) : -1,
    bothOn: next ? shapeBlock(slate, cue, weights, 6) : -1,
  }
  const add = (l: Pair | null, r: Pair | null, shape: number, shapeOn: number) => {
    const own = [...(l?.blocks ?? []), ...(r?.blocks ?? [])]
    const at = [l?.start ?? -1, l?.end ?? -1, r?.start ?? -1, r?.end ?? -1]
    addChoice(slate, [...own, shape], [...at, -1, -1])
    if (next && (touchesQuote(layout, l) || touchesQuote(layout, r)))
      addChoice(slate, [...own, shapeOn], [...at, next[0], next[1]])
  }
  for (const pair of left) add(pair, null, blocks.left, blocks.leftOn)
  for (const pair of right) add(null, pair, blocks.right, blocks.rightOn)
  const bestLeft = topPairs(left, must)
  const bestRight = topPairs(right, must)
  for (const l of bestLeft) for (const r of bestRight) add(l, r, blocks.both, blocks.bothOn)
}

function topPairs(pairs: readonly Pair[], must: ReadonlySet<number> | undefined): Pair[] {
  const sorted = [...pairs].sort((a, b) => b.score - a.score)
  const kept = sorted.slice(0, KEPT_PAIRS)
  if (must)
    for (const pair of sorted.slice(KEPT_PAIRS)) if (must.has(pair.start) && must.has(-pair.end)) kept.push(pair)
  return kept.slice(0, KEPT_PAIRS + 4)
}

function touchesQuote(layout: Layout, pair: Pair | null): boolean {
  return pair !== null && closesQuote(layout, pair.end - 1)
}

interface CueFacts {
  readonly at: number
  readonly hash: number
  readonly tag: number
  readonly kind: number
  readonly quotes: number
  readonly link: number
  readonly passive: number
  readonly frame: number
}

function describeCue(layout: Layout, i: number): CueFacts {
  return {
    at: i,
    hash: hashAt(layout, i),
    tag: tagAt(layout, i),
    kind: layout.kind[i] ?? 0,
    quotes: quoteContext(layout, i),
    link: nextLink(layout, i),
    passive: isPassive(layout, i) ? 1 : 0,
    frame: frameOf(layout, i),
  }
}

/**
 * How the cue's segment is built around it, as a small code: whether verbs stand on either side of it, how far the break
 * before it is and whether a verb stands between, and how much is left behind it.
 */
function frameOf(layout: Layout, i: number): number {
  const first = layout.segmentFirst[i] ?? 0
  const end = layout.segmentEnd[i] ?? 0
  let comma = i - 1
  while (comma > first && i - comma < 12 && !isBreak(layout, comma)) comma--
  const verbsOf = (a: number, b: number, most: number) =>
    Math.min(most, (layout.verbsBefore[b] ?? 0) - (layout.verbsBefore[Math.min(a, b)] ?? 0))
  const left = isBreak(layout, comma) ? 1 + verbsOf(first, comma, 2) : 0
  const gap = Math.min(3, (i - comma) >> 1)
  const subject = verbsOf(comma, i, 2)
  const after = Math.min(3, Math.max(0, end - i - 1) >> 1)
  return (
    left + 4 * (gap + 4 * (subject + 3 * (after + 4 * (verbsOf(i + 1, end, 2) + 3 * (isBreak(layout, i + 1) ? 1 : 0)))))
  )
}

function shapeBlock(slate: Slate, cue: CueFacts, weights: Float32Array, shape: number): number {
  const salt = 300 + 20 * shape
  write(slate, salt, 0)
  write(slate, salt + 1, cue.hash)
  write(slate, salt + 2, cue.quotes)
  write(slate, salt + 3, cue.quotes + 64 * cue.kind)
  write(slate, salt + 4, cue.link)
  write(slate, salt + 5, cue.link + 1024 * cue.kind)
  write(slate, salt + 6, cue.tag + 32 * cue.passive + 64 * cue.kind)
  write(slate, salt + 7, Math.imul(cue.hash, 31) + cue.link)
  write(slate, salt + 8, Math.imul(cue.hash, 31) + cue.quotes)
  write(slate, salt + 9, cue.quotes + 64 * cue.link)
  write(slate, salt + 10, cue.quotes + 64 * (cue.tag + 32 * cue.passive))
  write(slate, salt + 11, cue.frame)
  write(slate, salt + 12, cue.frame + 4096 * cue.kind)
  write(slate, salt + 13, cue.frame + 4096 * cue.quotes)
  write(slate, salt + 14, Math.imul(cue.hash, 31) + cue.frame)
  write(slate, salt + 15, cue.frame + 4096 * cue.link)
  return closeBlock(slate, weights)
}

function scorePairs(
  slate: Slate,
  layout: Layout,
  cue: CueFacts,
  weights: Float32Array,
  side: Side,
  must?: ReadonlySet<number>,
): Pair[] {
  const starts = keepBest(
    side.starts.map((at) => startBlock(slate, layout, cue, weights, side.salt, at)),
    KEPT_STARTS,
    must,
    1,
  )
  const ends = keepBest(
    side.ends.map((at) => endBlock(slate, layout, cue, weights, side.salt + 50, at)),
    KEPT_ENDS,
    must,
    -1,
  )
  const pairs: Pair[] = []
  for (const start of starts) {
    for (const end of ends) {
      if (end.at <= start.at || !mayBeContent(layout, start.at, end.at)) continue
      const block = pairBlock(slate, layout, cue, weights, side.salt + 90, start.at, end.at)
      const score = start.score + end.score + (slate.blockScore[block] ?? 0)
      pairs.push({ start: start.at, end: end.at, blocks: [start.block, end.block, block], score })
    }
  }
  return pairs
}

function keepBest(all: Scored[], count: number, must: ReadonlySet<number> | undefined, sign: number): Scored[] {
  const sorted = all.sort((a, b) => b.score - a.score || a.at - b.at)
  if (!must) return sorted.slice(0, count)
  return [...sorted.slice(0, count), ...sorted.slice(count).filter((s) => must.has(sign * s.at))]
}

/** Whether a run of words can be what is said: it does not break off behind an article or preposition, and one word must mean something alone. */
function mayBeContent(layout: Layout, start: number, end: number): boolean {
  const last = tagAt(layout, end - 1)
  if (last === TAG.DET || last === TAG.CCONJ || last === TAG.SCONJ || last === TAG.ADP)
    return end - start > 1 && last === TAG.ADP && closesQuote(layout, end)
  if (end - start > 1) return true
  return last !== TAG.PUNCT && last !== TAG.AUX && last !== TAG.PART && last !== TAG.NUM
}

function distance(tokens: number): number {
  const d = Math.abs(tokens)
  return d < 8 ? d : d < 12 ? 8 : d < 18 ? 9 : d < 27 ? 10 : d < 40 ? 11 : 12
}

function positionFlags(layout: Layout, cue: CueFacts, p: number): number {
  const own = layout.quotations.at[cue.at] ?? -1
  const q = p < layout.count ? (layout.quotations.at[p] ?? -1) : -1
  return (
    (p === layout.segmentFirst[cue.at] ? 1 : 0) +
    (p === layout.segmentEnd[cue.at] || p === (layout.segmentEnd[cue.at] ?? 0) - 1 ? 2 : 0) +
    (opensQuote(layout, p) ? 4 : 0) +
    (closesQuote(layout, p - 1) ? 8 : 0) +
    (q >= 0 && q !== own ? 16 : 0) +
    (own >= 0 ? 32 : 0)
  )
}

function between(layout: Layout, cue: CueFacts, p: number): number {
  const [a, b] = p <= cue.at ? [p, cue.at] : [cue.at + 1, p]
  const verbs = Math.min(3, (layout.verbsBefore[b] ?? 0) - (layout.verbsBefore[a] ?? 0))
  const breaks = Math.min(3, (layout.breaksBefore[b] ?? 0) - (layout.breaksBefore[a] ?? 0))
  return verbs * 4 + breaks
}

function edgeFeatures(slate: Slate, layout: Layout, cue: CueFacts, salt: number, p: number): void {
  const [here, before] = [hashAt(layout, p), hashAt(layout, p - 1)]
  const [tag, tagBefore] = [tagAt(layout, p), tagAt(layout, p - 1)]
  const flags = positionFlags(layout, cue, p)
  const far = distance(p - cue.at)
  const amid = between(layout, cue, p)
  write(slate, salt, here)
  write(slate, salt + 1, before)
  write(slate, salt + 2, Math.imul(here, 13) ^ before)
  write(slate, salt + 3, tag + 32 * (tagBefore + 32 * tagAt(layout, p + 1)))
  write(slate, salt + 4, Math.imul(cue.hash, 31) + far)
  write(slate, salt + 5, Math.imul(cue.hash, 13) ^ here)
  write(slate, salt + 6, Math.imul(cue.hash, 13) ^ before)
  write(slate, salt + 7, flags + 64 * cue.quotes)
  write(slate, salt + 8, flags + 64 * amid)
  write(slate, salt + 9, amid + 16 * (tag + 32 * tagBefore))
  write(slate, salt + 10, Math.imul(cue.hash, 31) + flags)
  write(slate, salt + 11, Math.imul(cue.hash, 31) + amid)
  write(slate, salt + 12, cue.link + 1024 * far)
  write(slate, salt + 13, cue.kind + 64 * (flags + 64 * far))
  write(slate, salt + 14, cue.tag + 32 * (tag + 32 * (tagBefore + 32 * Math.min(3, far))))
  write(slate, salt + 15, cue.passive + 2 * (cue.tag + 32 * flags))
  write(slate, salt + 16, Math.imul(before, 31) + far)
  write(slate, salt + 17, Math.imul(here, 31) + far)
  write(slate, salt + 18, Math.imul(here, 31) + amid)
}

function startBlock(
  slate: Slate,
  layout: Layout,
  cue: CueFacts,
  weights: Float32Array,
  salt: number,
  at: number,
): Scored {
  edgeFeatures(slate, layout, cue, salt, at)
  const block = closeBlock(slate, weights)
  return { at, block, score: slate.blockScore[block] ?? 0 }
}

function endBlock(
  slate: Slate,
  layout: Layout,
  cue: CueFacts,
  weights: Float32Array,
  salt: number,
  at: number,
): Scored {
  edgeFeatures(slate, layout, cue, salt, at)
  const block = closeBlock(slate, weights)
  return { at, block, score: slate.blockScore[block] ?? 0 }
}

function pairBlock(
  slate: Slate,
  layout: Layout,
  cue: CueFacts,
  weights: Float32Array,
  salt: number,
  start: number,
  end: number,
): number {
  const long = distance(end - start)
  const verbs = Math.min(3, (layout.verbsBefore[end] ?? 0) - (layout.verbsBefore[start] ?? 0))
  const q0 = layout.quotations.at[start] ?? -1
  const q1 = layout.quotations.at[end - 1] ?? -1
  const quotes =
    (opensQuote(layout, start) ? 1 : 0) +
    (closesQuote(layout, end - 1) ? 2 : 0) +
    (q0 >= 0 ? 4 : 0) +
    (q1 >= 0 ? 8 : 0) +
    (q0 === q1 ? 16 : 0)
  write(slate, salt, long + 16 * verbs)
  write(slate, salt + 1, Math.imul(cue.hash, 31) + long)
  write(slate, salt + 2, Math.imul(cue.hash, 31) + verbs)
  write(slate, salt + 3, quotes)
  write(slate, salt + 4, quotes + 32 * cue.quotes)
  write(slate, salt + 5, Math.imul(hashAt(layout, start), 31) + verbs * 16 + Math.min(4, long))
  write(slate, salt + 6, Math.imul(hashAt(layout, start), 13) ^ hashAt(layout, end))
  write(
    slate,
    salt + 7,
    tagAt(layout, start) + 32 * (tagAt(layout, end - 1) + 32 * (tagAt(layout, end) + 32 * Math.min(3, verbs))),
  )
  return closeBlock(slate, weights)
}

/** The bare quotations right after a cue's segment, in its paragraph or the next: their tokens [first, end), or null. */
export function continuationOf(layout: Layout, i: number): readonly [number, number] | null {
  const first = layout.segmentEnd[i] ?? 0
  let end = first
  for (let p = first, n = 0; p < layout.count && n < 8 && opensQuote(layout, p); n++) {
    const quote = layout.quotations.list[layout.quotations.at[p] ?? -1]
    if (!quote || !isBare(layout, quote.last)) break
    p = end = quote.last + 1
  }
  return end > first ? [first, end] : null
}

/** Whether nothing is hung on a quotation that closes at a token: a sentence ends there, or the paragraph. */
function isBare(layout: Layout, last: number): boolean {
  if (last + 1 >= layout.count || layout.words.paragraph[last + 1] !== layout.words.paragraph[last]) {
    return layout.words.form[last - 1]?.surface !== ','
  }
  return layout.segmentFirst[last + 1] === last + 1 && layout.words.form[last - 1]?.surface !== ','
}
