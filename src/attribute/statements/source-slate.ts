import { TAG, type TokenRange } from '../../base/words/index.ts'
import { hashAt, isPassive, nextLink, tagAt } from './cue-features.ts'
import type { Layout } from './layout.ts'
import { addChoice, closeBlock, wipeSlate, write, type Slate, type Weights } from './slate.ts'
import { listSources } from './source-candidates.ts'

/** Fills a slate with the phrases that may name the source of the cue at token `i`; choice 0 is "no source". Positions: [first, last). */
export function fillSourceSlate(
  slate: Slate,
  layout: Layout,
  i: number,
  content: readonly number[],
  weights: Weights,
): void {
  wipeSlate(slate)
  addChoice(slate, [noneBlock(slate, layout, i, content, weights)], [-1, -1])
  const counts = [0, 0]
  for (const phrase of listSources(layout, i)) {
    const right = phrase.first > i ? 1 : 0
    const inside = isInside(content, phrase)
    const order = counts[right] ?? 0
    if (!inside) counts[right] = order + 1
    addChoice(
      slate,
      [phraseBlock(slate, layout, i, phrase, inside, order, content, weights)],
      [phrase.first, phrase.last],
    )
  }
}

/** Whether a phrase lies in one of the content's pieces [start, end). */
function isInside(content: readonly number[], phrase: TokenRange): boolean {
  for (let k = 0; k + 1 < content.length; k += 2) {
    if (phrase.first >= (content[k] ?? -1) && phrase.last <= (content[k + 1] ?? -1)) return true
  }
  return false
}

function shapeOfContent(content: readonly number[]): number {
  return ((content[0] ?? -1) >= 0 ? 1 : 0) + ((content[2] ?? -1) >= 0 ? 2 : 0)
}

function noneBlock(slate: Slate, layout: Layout, i: number, content: readonly number[], weights: Weights): number {
  const passive = isPassive(layout, i) ? 1 : 0
  const cue = hashAt(layout, i)
  write(slate, 600, shapeOfContent(content))
  write(slate, 601, cue)
  write(slate, 602, Math.imul(cue, 31) + passive)
  write(slate, 603, tagAt(layout, i) + 32 * (passive + 2 * (layout.kind[i] ?? 0)))
  write(slate, 604, tagAt(layout, i - 1) + 32 * tagAt(layout, i + 1))
  write(slate, 605, hashAt(layout, i - 1))
  write(slate, 606, nextLink(layout, i) * 2 + passive)
  return closeBlock(slate, weights)
}

function phraseBlock(
  slate: Slate,
  layout: Layout,
  i: number,
  phrase: TokenRange,
  inside: boolean,
  order: number,
  content: readonly number[],
  weights: Weights,
): number {
  const right = phrase.first > i
  const [a, b] = right ? [i + 1, phrase.first] : [phrase.last, i]
  const gap = Math.min(7, b - a)
  const verbs = Math.min(3, (layout.verbsBefore[b] ?? 0) - (layout.verbsBefore[a] ?? 0))
  const breaks = Math.min(3, (layout.breaksBefore[b] ?? 0) - (layout.breaksBefore[a] ?? 0))
  const cue = hashAt(layout, i)
  const cueTag = tagAt(layout, i)
  const kind = layout.kind[i] ?? 0
  const passive = isPassive(layout, i) ? 1 : 0
  const head = headOf(layout, phrase)
  const before = hashAt(layout, phrase.first - 1)
  const after = hashAt(layout, phrase.last)
  const place = (right ? 1 : 0) + (inside ? 2 : 0) + 4 * Math.min(4, order)
  const way = place + 32 * (gap + 8 * (verbs + 4 * breaks))
  const quoteSame = layout.quotations.at[i] === layout.quotations.at[phrase.first] ? 1 : 0
  const side = (right ? 1 : 0) + (inside ? 2 : 0) + 4 * quoteSame + 8 * shapeOfContent(content)
  const tags = tagPath(layout, a, b)
  write(slate, 620, way)
  write(slate, 621, place + 32 * (passive + 2 * cueTag))
  write(slate, 622, Math.imul(cue, 31) + place)
  write(slate, 623, Math.imul(cue, 31) + way)
  write(slate, 624, Math.imul(before, 31) + place)
  write(slate, 625, Math.imul(before, 13) ^ cue)
  write(slate, 626, Math.imul(after, 31) + place)
  write(slate, 627, hashAt(layout, head))
  write(slate, 628, Math.imul(hashAt(layout, head), 31) + (right ? 1 : 0) + 2 * Math.min(2, order))
  write(slate, 629, tagAt(layout, head) + 32 * (place + 32 * Math.min(3, gap)))
  write(slate, 630, Math.imul(tags, 31) + (right ? 1 : 0))
  write(slate, 631, Math.imul(tags, 31) + place + 64 * cueTag)
  write(slate, 632, side)
  write(slate, 633, side + 64 * (gap + 8 * cueTag))
  write(slate, 634, kind + 64 * (place + 32 * (passive + 2 * Math.min(3, gap))))
  write(slate, 635, tagAt(layout, head) + 32 * (verbs + 4 * (breaks + 4 * place)))
  write(slate, 636, tagAt(layout, phrase.first - 1) + 32 * (tagAt(layout, phrase.last) + 32 * place))
  write(slate, 637, (phrase.first === layout.segmentFirst[i] ? 1 : 0) + 2 * place)
  write(slate, 638, Math.imul(cue, 31) + passive * 8 + Math.min(7, place))
  write(slate, 639, Math.imul(hashAt(layout, phrase.first), 31) + place)
  write(slate, 640, side + 64 * place)
  return closeBlock(slate, weights)
}

/** The phrase's head: its last noun before a possessive mark. */
function headOf(layout: Layout, phrase: TokenRange): number {
  for (let p = phrase.last - 1; p >= phrase.first; p--) {
    const tag = tagAt(layout, p)
    if (tag === TAG.NOUN || tag === TAG.PROPN || tag === TAG.PRON) return p
  }
  return phrase.last - 1
}

function tagPath(layout: Layout, a: number, b: number): number {
  if (b - a > 5) return 1
  let path = 7
  for (let p = a; p < b; p++) path = path * 32 + tagAt(layout, p)
  return path | 0
}
