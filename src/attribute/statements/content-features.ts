import { closesQuote, isBreak, opensQuote } from './content-candidates.ts'
import { hashAt, isPassive, nextLink, quoteContext, tagAt } from './cue-features.ts'
import type { Layout } from './layout.ts'
import { closeBlock, write, type Slate, type Weights } from './slate.ts'

/** What the content features need to know of a cue; worked out once a cue. */
export interface CueFacts {
  readonly at: number
  readonly hash: number
  readonly tag: number
  readonly kind: number
  readonly quotes: number
  readonly link: number
  readonly passive: number
  readonly frame: number
  readonly segmentFirst: number
  readonly segmentEnd: number
  readonly quotation: number
}

/** Looks a cue over. */
export function describeCue(layout: Layout, i: number): CueFacts {
  return {
    at: i,
    hash: hashAt(layout, i),
    tag: tagAt(layout, i),
    kind: layout.kind[i] ?? 0,
    quotes: quoteContext(layout, i),
    link: nextLink(layout, i),
    passive: isPassive(layout, i) ? 1 : 0,
    frame: frameOf(layout, i),
    segmentFirst: layout.segmentFirst[i] ?? 0,
    segmentEnd: layout.segmentEnd[i] ?? 0,
    quotation: layout.quotations.at[i] ?? -1,
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
  const left = isBreak(layout, comma) ? 1 + verbsUpTo(layout, first, comma, 2) : 0
  const gap = Math.min(3, (i - comma) >> 1)
  const subject = verbsUpTo(layout, comma, i, 2)
  const after = Math.min(3, Math.max(0, end - i - 1) >> 1)
  const rest = verbsUpTo(layout, i + 1, end, 2) + 3 * (isBreak(layout, i + 1) ? 1 : 0)
  return left + 4 * (gap + 4 * (subject + 3 * (after + 4 * rest)))
}

function verbsUpTo(layout: Layout, from: number, to: number, most: number): number {
  return to <= from ? 0 : Math.min(most, (layout.verbsBefore[to] ?? 0) - (layout.verbsBefore[from] ?? 0))
}

/** Scores a shape of content (1 left, 2 right, 3 both, +3 with quotations going on behind); answers the block. */
export function scoreShape(slate: Slate, cue: CueFacts, weights: Weights, shape: number): number {
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

/** Scores a token position as a start or end of content, told apart by the salt; answers the block. */
export function scoreEdge(
  slate: Slate,
  layout: Layout,
  cue: CueFacts,
  weights: Weights,
  salt: number,
  p: number,
): number {
  const here = hashAt(layout, p)
  const before = hashAt(layout, p - 1)
  const tag = tagAt(layout, p)
  const tagBefore = tagAt(layout, p - 1)
  const flags = positionFlags(layout, cue, p)
  const far = distance(p - cue.at)
  const amid = between(layout, cue.at, p)
  const cueHash = Math.imul(cue.hash, 31)
  write(slate, salt, here)
  write(slate, salt + 1, before)
  write(slate, salt + 2, Math.imul(here, 13) ^ before)
  write(slate, salt + 3, tag + 32 * (tagBefore + 32 * tagAt(layout, p + 1)))
  write(slate, salt + 4, cueHash + far)
  write(slate, salt + 5, cueHash ^ here)
  write(slate, salt + 6, cueHash ^ before)
  write(slate, salt + 7, flags + 64 * cue.quotes)
  write(slate, salt + 8, flags + 64 * amid)
  write(slate, salt + 9, amid + 16 * (tag + 32 * tagBefore))
  write(slate, salt + 10, cueHash + flags)
  write(slate, salt + 11, cueHash + amid)
  write(slate, salt + 12, cue.link + 1024 * far)
  write(slate, salt + 13, cue.kind + 64 * (flags + 64 * far))
  write(slate, salt + 14, cue.tag + 32 * (tag + 32 * (tagBefore + 32 * Math.min(3, far))))
  write(slate, salt + 15, cue.passive + 2 * (cue.tag + 32 * flags))
  write(slate, salt + 16, Math.imul(before, 31) + far)
  write(slate, salt + 17, Math.imul(here, 31) + amid)
  return closeBlock(slate, weights)
}

/** Scores a start and an end together; answers the block. */
export function scorePair(
  slate: Slate,
  layout: Layout,
  cue: CueFacts,
  weights: Weights,
  salt: number,
  start: number,
  end: number,
): number {
  const long = distance(end - start)
  const verbs = verbsUpTo(layout, start, end, 3)
  const q0 = layout.quotations.at[start] ?? -1
  const q1 = layout.quotations.at[end - 1] ?? -1
  const marks = (opensQuote(layout, start) ? 1 : 0) + (closesQuote(layout, end - 1) ? 2 : 0)
  const quotes = marks + (q0 >= 0 ? 4 : 0) + (q1 >= 0 ? 8 : 0) + (q0 === q1 ? 16 : 0)
  const first = hashAt(layout, start)
  const tags = tagAt(layout, start) + 32 * (tagAt(layout, end - 1) + 32 * tagAt(layout, end))
  write(slate, salt, long + 16 * verbs)
  write(slate, salt + 1, Math.imul(cue.hash, 31) + long)
  write(slate, salt + 2, Math.imul(cue.hash, 31) + verbs)
  write(slate, salt + 3, quotes)
  write(slate, salt + 4, quotes + 32 * cue.quotes)
  write(slate, salt + 5, Math.imul(first, 31) + verbs * 16 + Math.min(4, long))
  write(slate, salt + 6, Math.imul(first, 13) ^ hashAt(layout, end))
  write(slate, salt + 7, Math.imul(tags, 4) + verbs)
  return closeBlock(slate, weights)
}

/** Distance in tokens as one of thirteen steps. */
function distance(tokens: number): number {
  const d = Math.abs(tokens)
  if (d < 8) return d
  if (d < 12) return 8
  if (d < 18) return 9
  if (d < 27) return 10
  return d < 40 ? 11 : 12
}

function positionFlags(layout: Layout, cue: CueFacts, p: number): number {
  const q = p < layout.count ? (layout.quotations.at[p] ?? -1) : -1
  return (
    (p === cue.segmentFirst ? 1 : 0) +
    (p === cue.segmentEnd || p === cue.segmentEnd - 1 ? 2 : 0) +
    (opensQuote(layout, p) ? 4 : 0) +
    (closesQuote(layout, p - 1) ? 8 : 0) +
    (q >= 0 && q !== cue.quotation ? 16 : 0) +
    (cue.quotation >= 0 ? 32 : 0)
  )
}

/** How many verbs and breaks stand between a cue and a position, each up to three. */
function between(layout: Layout, cue: number, p: number): number {
  const from = p <= cue ? p : cue + 1
  const to = p <= cue ? cue : p
  const breaks = Math.min(3, (layout.breaksBefore[to] ?? 0) - (layout.breaksBefore[from] ?? 0))
  return verbsUpTo(layout, from, to, 3) * 4 + breaks
}
