import { SHAPE, TAG, type TokenRange } from '../../base/words/index.ts'
import { tagAt } from './cue-features.ts'
import type { Layout } from './layout.ts'

const MAX_LEFT = 9
const MAX_RIGHT = 6
const REACH = 60

/** The plain noun phrases of the cue's segment that may name its source, nearest first on each side. */
export function listSources(layout: Layout, i: number): TokenRange[] {
  const out: TokenRange[] = []
  const first = Math.max(layout.segmentFirst[i] ?? 0, i - REACH)
  const end = Math.min(layout.segmentEnd[i] ?? 0, i + REACH)
  for (let p = i - 1, n = 0; p >= first && n < MAX_LEFT; p--) {
    if (!isNominal(layout, p)) continue
    const phrase = phraseAround(layout, p, first, i)
    p = phrase.first
    if (hasHead(layout, phrase) && ++n) out.push(phrase)
  }
  for (let p = i + 1, n = 0; p < end && n < MAX_RIGHT; p++) {
    if (!isNominal(layout, p)) continue
    const phrase = phraseAround(layout, p, i + 1, end)
    p = phrase.last - 1
    if (hasHead(layout, phrase) && ++n) out.push(phrase)
  }
  return out
}

/** The plain noun phrase around a nominal token, within [low, high). */
export function phraseAround(layout: Layout, p: number, low: number, high: number): TokenRange {
  let first = p
  let last = p + 1
  while (first > low && isNominal(layout, first - 1) && joins(layout, first)) first--
  while (last < high && isNominal(layout, last) && joins(layout, last)) last++
  return { first, last }
}

/** Whether the token goes on with the phrase that the one before it belongs to. */
function joins(layout: Layout, p: number): boolean {
  const tag = tagAt(layout, p)
  const before = tagAt(layout, p - 1)
  if (isPersonal(layout, p) || isPersonal(layout, p - 1)) return false
  return tag !== TAG.DET || before === TAG.DET
}

/** A pronoun that stands by itself, not before a noun. */
function isPersonal(layout: Layout, p: number): boolean {
  if (tagAt(layout, p) !== TAG.PRON) return false
  return !POSSESSIVE.has(layout.words.form[p]?.lower ?? '')
}

const POSSESSIVE = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your', 'whose', 'this', 'these', 'those'])

/** Whether a token may be part of a plain noun phrase. */
export function isNominal(layout: Layout, p: number): boolean {
  switch (tagAt(layout, p)) {
    case TAG.DET:
    case TAG.ADJ:
    case TAG.NOUN:
    case TAG.PROPN:
    case TAG.NUM:
    case TAG.PRON:
    case TAG.X:
      return ((layout.shape[p] ?? 0) & SHAPE.mark) === 0
    case TAG.PART: {
      const lower = layout.words.form[p]?.lower
      return lower === "'s" || lower === "'"
    }
    case TAG.PUNCT:
      return layout.words.form[p]?.surface === '-' && isTight(layout, p)
    case TAG.VERB:
      // Names are mistagged: "the Rapid Support Forces".
      return (
        ((layout.shape[p] ?? 0) & SHAPE.capital) !== 0 &&
        p !== layout.segmentFirst[p] &&
        tagAt(layout, p - 1) === TAG.PROPN
      )
    default:
      return false
  }
}

function isTight(layout: Layout, p: number): boolean {
  return p > 0 && layout.words.start[p] === layout.words.end[p - 1]
}

function hasHead(layout: Layout, { first, last }: TokenRange): boolean {
  for (let p = first; p < last; p++) {
    const tag = tagAt(layout, p)
    if (tag === TAG.NOUN || tag === TAG.PROPN || tag === TAG.PRON || tag === TAG.NUM || tag === TAG.X) return true
  }
  return last - first > 1
}
