import { elementAt } from '../../base/element-at.ts'
import { SHAPE, TAG } from '../../base/words/index.ts'
import { tagAt } from './cue-features.ts'
import type { Layout } from './layout.ts'
import { BEGINS_CONTENT } from './link-words.ts'

/** Farthest token from the cue at which a clause may begin or end; quotations may reach beyond. */
const REACH = 90
/** Farthest edge of the quotation that holds a cue at which what it reports may begin or end. */
const OWN_REACH = 240
const MAX_POSITIONS = 16

/** Token positions at which the content of a cue may begin or end, on either side; ends are exclusive. Nearest the cue first. */
export interface ContentPositions {
  readonly leftStarts: readonly number[]
  readonly leftEnds: readonly number[]
  readonly rightStarts: readonly number[]
  readonly rightEnds: readonly number[]
}

/** Lists where the content of the cue at token `i` may begin and end. */
export function listContentPositions(layout: Layout, i: number): ContentPositions {
  return {
    leftStarts: leftStarts(layout, i),
    leftEnds: leftEnds(layout, i),
    rightStarts: rightStarts(layout, i),
    rightEnds: rightEnds(layout, i),
  }
}

function rightStarts(layout: Layout, i: number): number[] {
  const end = Math.min(layout.segmentEnd[i] ?? 0, i + REACH)
  const out: number[] = []
  for (let p = i + 1; p < end && out.length < MAX_POSITIONS; p++) {
    const near = p <= i + 4
    if ((near && !isStop(layout, p)) || opensQuote(layout, p) || isLink(layout, p) || isBreak(layout, p - 1))
      out.push(p)
  }
  const afterwards = layout.segmentEnd[i] ?? 0
  if (endsWithColon(layout, afterwards) && afterwards < layout.count && out.length < MAX_POSITIONS) out.push(afterwards)
  return out
}

function endsWithColon(layout: Layout, end: number): boolean {
  return layout.words.form[end - 1]?.surface === ':'
}

function rightEnds(layout: Layout, i: number): number[] {
  const segmentEnd = layout.segmentEnd[i] ?? 0
  const end = Math.min(segmentEnd, i + REACH)
  const out: number[] = []
  const push = (e: number) => {
    if (e > i + 1 && !out.includes(e)) out.push(e)
  }
  push(withoutStop(layout, segmentEnd))
  for (let p = i + 1; p < segmentEnd && out.length < 5; p++) {
    if (opensQuote(layout, p)) push((layout.quotations.list[layout.quotations.at[p] ?? -1]?.last ?? p) + 1)
  }
  if (endsWithColon(layout, segmentEnd) && segmentEnd < layout.count) {
    const quote = elementAt(layout.quotations.list, layout.quotations.at[segmentEnd] ?? -1)
    push(quote ? quote.last + 1 : withoutStop(layout, layout.segmentEnd[segmentEnd] ?? segmentEnd))
  }
  const own = elementAt(layout.quotations.list, layout.quotations.at[i] ?? -1)
  if (own && own.last - i < OWN_REACH) push(own.last)
  for (let p = i + 2; p < end && out.length < MAX_POSITIONS; p++) if (isEnd(layout, p)) push(p)
  return out
}

function leftStarts(layout: Layout, i: number): number[] {
  const first = layout.segmentFirst[i] ?? 0
  const out: number[] = []
  const push = (s: number) => {
    if (s < i && s >= 0 && !out.includes(s)) out.push(s)
  }
  push(first)
  let quotes = 0
  for (let p = i - 1; p >= first - 1 && p >= i - REACH && p >= 0 && quotes < 3; p--) {
    const q = layout.quotations.at[p] ?? -1
    if (q < 0 || q === (layout.quotations.at[i] ?? -1)) continue
    push(layout.quotations.list[q]?.first ?? p)
    p = Math.max(first - 1, layout.quotations.list[q]?.first ?? p)
    quotes++
  }
  const own = elementAt(layout.quotations.list, layout.quotations.at[i] ?? -1)
  if (own && i - own.first < OWN_REACH) push(own.first)
  if (first > 0 && layout.words.paragraph[first - 1] === layout.words.paragraph[i])
    push(layout.segmentFirst[first - 1] ?? 0)
  for (let p = i - 1; p > first && p >= i - REACH && out.length < MAX_POSITIONS; p--) {
    if (isBreak(layout, p - 1) || isLink(layout, p) || startsPhrase(layout, p)) push(p)
  }
  return out
}

function leftEnds(layout: Layout, i: number): number[] {
  const first = layout.segmentFirst[i] ?? 0
  const out: number[] = []
  for (let p = i; p > first && p >= i - 30 && out.length < MAX_POSITIONS; p--) {
    const near = p >= i - 2
    if (near || isBreak(layout, p) || closesQuote(layout, p - 1) || isEnd(layout, p)) out.push(p)
  }
  if (closesQuote(layout, first - 1) && out.length < MAX_POSITIONS) out.push(first)
  return out
}

/** Whether a token is a comma, colon, semicolon, bracket, or a dash with a gap beside it. */
export function isBreak(layout: Layout, p: number): boolean {
  if (p < 0 || p >= layout.count) return false
  const shape = layout.shape[p] ?? 0
  if (!(shape & SHAPE.mark) || shape & (SHAPE.quote | SHAPE.stop)) return false
  const { surface } = layout.words.form[p] ?? { surface: '' }
  if (surface !== '-' && surface !== '–' && surface !== '/') return true
  return surface !== '/' && p > 0 && (layout.words.start[p] ?? 0) > (layout.words.end[p - 1] ?? 0)
}

function isStop(layout: Layout, p: number): boolean {
  return ((layout.shape[p] ?? 0) & SHAPE.stop) !== 0
}

function withoutStop(layout: Layout, end: number): number {
  return isStop(layout, end - 1) ? end - 1 : end
}

/** Whether an outermost quotation opens at a token. */
export function opensQuote(layout: Layout, p: number): boolean {
  const q = layout.quotations.at[p] ?? -1
  return q >= 0 && layout.quotations.list[q]?.first === p
}

/** Whether an outermost quotation closes at a token. */
export function closesQuote(layout: Layout, p: number): boolean {
  const q = p < 0 ? -1 : (layout.quotations.at[p] ?? -1)
  return q >= 0 && layout.quotations.list[q]?.last === p
}

function isLink(layout: Layout, p: number): boolean {
  return BEGINS_CONTENT[layout.link[p] ?? 0] === 1
}

function startsPhrase(layout: Layout, p: number): boolean {
  const tag = tagAt(layout, p)
  const before = tagAt(layout, p - 1)
  return (
    (tag === TAG.DET || tag === TAG.PRON || tag === TAG.PROPN || tag === TAG.ADJ || tag === TAG.NOUN) &&
    before !== TAG.DET &&
    before !== TAG.ADJ &&
    before !== TAG.PROPN &&
    before !== TAG.NOUN &&
    before !== TAG.NUM
  )
}

function isEnd(layout: Layout, p: number): boolean {
  if (isBreak(layout, p) || closesQuote(layout, p - 1) || opensQuote(layout, p)) return true
  switch (tagAt(layout, p)) {
    case TAG.CCONJ:
    case TAG.SCONJ:
    case TAG.ADP:
    case TAG.VERB:
    case TAG.AUX:
    case TAG.ADV:
    case TAG.PART:
      return tagAt(layout, p - 1) !== TAG.DET && tagAt(layout, p - 1) !== TAG.ADP
    default:
      return false
  }
}
