import { TAG } from '../../base/words/index.ts'
import type { Layout } from './layout.ts'
import { LINK_WORDS } from './link-words.ts'
import { write, type Slate } from './slate.ts'

const EDGE = 0x51ed270b

/** The hash of a token's letters; a constant outside the report. */
export function hashAt(layout: Layout, i: number): number {
  return i < 0 || i >= layout.count ? EDGE : (layout.hash[i] ?? 0)
}

/** The tag of a token, 0 outside the report. */
export function tagAt(layout: Layout, i: number): number {
  return i < 0 || i >= layout.count ? 0 : (layout.tag[i] ?? 0)
}

function shapeAt(layout: Layout, i: number): number {
  return i < 0 || i >= layout.count ? 0 : (layout.shape[i] ?? 0)
}

/** Small code of how quotations stand to a token: inside one, one closing before it, one opening after it in the segment. */
export function quoteContext(layout: Layout, i: number): number {
  const { at, list } = layout.quotations
  const own = at[i] ?? -1
  const first = layout.segmentFirst[i] ?? 0
  const end = layout.segmentEnd[i] ?? 0
  let before = 0
  for (let p = i - 1; p >= first - 1 && p >= i - 12 && p >= 0; p--) {
    const q = at[p] ?? -1
    if (q >= 0 && q !== own) {
      before = i - (list[q]?.last ?? 0) <= 6 ? 2 : 1
      break
    }
  }
  let after = 0
  for (let p = i + 1; p < end && p <= i + 16; p++) {
    const q = at[p] ?? -1
    if (q >= 0 && q !== own) {
      after = p - i <= 4 ? 2 : 1
      break
    }
  }
  return (own >= 0 ? 1 : 0) + 2 * before + 6 * after
}

/** Whether the words right before a token make it passive: a form of "be" with at most two words between. */
export function isPassive(layout: Layout, i: number): boolean {
  for (let p = i - 1; p >= 0 && p >= i - 3; p--) {
    if (tagAt(layout, p) === TAG.AUX) return BE.has(layout.words.form[p]?.lower ?? '')
    const tag = tagAt(layout, p)
    if (tag !== TAG.ADV && tag !== TAG.PART) return false
  }
  return false
}

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", "'re", "'m"])

/** What the words around a token tell of whether it attributes: the features of the cue model. */
export function writeCueFeatures(slate: Slate, layout: Layout, i: number): void {
  const h0 = hashAt(layout, i)
  const t0 = tagAt(layout, i)
  const kind = layout.kind[i] ?? 0
  const [l1, l2, r1, r2] = [hashAt(layout, i - 1), hashAt(layout, i - 2), hashAt(layout, i + 1), hashAt(layout, i + 2)]
  const [tl1, tl2, tr1, tr2] = [tagAt(layout, i - 1), tagAt(layout, i - 2), tagAt(layout, i + 1), tagAt(layout, i + 2)]
  const quotes = quoteContext(layout, i)
  const passive = isPassive(layout, i) ? 1 : 0
  const that = nextLink(layout, i)
  const subject = subjectBefore(layout, i)
  write(slate, 1, 0)
  write(slate, 2, h0)
  write(slate, 3, Math.imul(h0, 31) + t0)
  write(slate, 4, (layout.suffix[i] ?? 0) + t0)
  write(slate, 5, Math.imul(h0, 17) ^ r1)
  write(slate, 6, Math.imul(h0, 17) ^ l1)
  write(slate, 7, Math.imul(h0, 31) + tr1)
  write(slate, 8, Math.imul(h0, 31) + tl1)
  write(slate, 9, r1)
  write(slate, 10, l1)
  write(slate, 11, Math.imul(r1, 13) ^ r2)
  write(slate, 12, Math.imul(l1, 13) ^ l2)
  write(slate, 13, t0 + 32 * (tl1 + 32 * tr1))
  write(slate, 14, t0 + 32 * (tl1 + 32 * tl2))
  write(slate, 15, t0 + 32 * (tr1 + 32 * tr2))
  write(slate, 16, quotes + 64 * kind)
  write(slate, 17, Math.imul(h0, 31) + quotes)
  write(slate, 18, quotes + 64 * (t0 + 32 * tr1))
  write(slate, 19, that + 1024 * t0)
  write(slate, 20, Math.imul(h0, 31) + that)
  write(slate, 21, kind + 64 * (that + 1024 * passive))
  write(slate, 22, Math.imul(h0, 31) + passive)
  write(slate, 23, subject.hash)
  write(slate, 24, Math.imul(h0, 31) + subject.tag)
  write(slate, 25, Math.imul(subject.hash, 31) + kind)
  write(slate, 26, subject.tag + 32 * (that + 1024 * kind))
  write(slate, 27, r2)
  write(slate, 28, kind + 64 * t0)
  write(slate, 29, Math.imul(h0, 31) + (shapeAt(layout, i) & 3))
  write(slate, 30, Math.imul(layout.suffix[i] ?? 0, 31) + that)
  write(slate, 31, Math.imul(layout.suffix[i] ?? 0, 31) + tl1 + 32 * tr1)
}

/** Link words past this number ("who", "and") only begin content. */
const LAST_FEATURE_LINK = LINK_WORDS.indexOf('will') + 1

/** What follows a cue within four words, as a small code: that, to, a quotation, a comma, a colon, how or what. */
export function nextLink(layout: Layout, i: number): number {
  const end = Math.min(layout.segmentEnd[i] ?? 0, i + 6)
  for (let p = i + 1; p < end; p++) {
    const code = layout.link[p] ?? 0
    if (code > 0 && code <= LAST_FEATURE_LINK) return code * 8 + Math.min(4, p - i)
  }
  return end < i + 6 ? 1 : 0
}

/** The nearest noun or pronoun before a cue in its segment, the likely subject. */
function subjectBefore(layout: Layout, i: number): { hash: number; tag: number } {
  const first = Math.max(layout.segmentFirst[i] ?? 0, i - 8)
  for (let p = i - 1; p >= first; p--) {
    const tag = tagAt(layout, p)
    if (tag === TAG.PROPN) return { hash: 77, tag }
    if (tag === TAG.NOUN || tag === TAG.PRON) return { hash: hashAt(layout, p), tag }
  }
  return { hash: 0, tag: 0 }
}
