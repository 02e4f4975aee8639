import { TAG, type TokenRange } from '../../base/words/index.ts'
import type { Attribution } from './attributions.ts'
import { CUE_KINDS, NOUN_CUE } from './cue-lexicon.ts'
import type { Layout } from './layout.ts'
import { lowerAt, verbsIn } from './region.ts'
import { isNominal, phraseAround } from './source-candidates.ts'

/** Shortest quotation, in words, that is a statement by itself; shorter ones are words put in quotes. */
const MIN_WORDS = 5

/** A whole quotation that no attribution holds, and the phrase of the speaker it is laid to. */
export interface BareQuotation {
  readonly first: number
  readonly end: number
  readonly speaker: TokenRange
  /** The cue of the attribution that names the speaker; where there is none, the speaker's own token. */
  readonly cue: number
}

/**
 * Finds who speaks in quotations that stand without attribution of their own: the one whom the next sentence names ("This is
 * how X answered", "With these words X"), and else, as in an interview's answers, the speaker heard last.
 */
export function findBareQuotations(layout: Layout, found: readonly Attribution[]): BareQuotation[] {
  if (layout.quotations.list.length === 0) return []
  const covered = coverTokens(layout, found)
  const bare: BareQuotation[] = []
  let next = 0
  let last: Attribution | null = null
  let asked = false
  for (const quotation of layout.quotations.list) {
    while (next < found.length && (found[next]?.cue ?? 0) < quotation.first) {
      const heard = found[next++]
      if (heard && mayAnswer(layout, heard, asked)) last = heard
      if (heard && asks(layout, heard)) asked = true
    }
    if (!isStatement(layout, covered, quotation.first, quotation.last)) continue
    const named = namedAfter(layout, quotation.last + 1)
    const near = last && (asked || layout.words.paragraph[last.cue] === layout.words.paragraph[quotation.first])
    const speaker = named ?? (last && near ? speakerOf(layout, last) : null)
    if (!speaker) continue
    bare.push({ first: quotation.first, end: quotation.last + 1, speaker, cue: named ? named.last : (last?.cue ?? -1) })
  }
  return bare
}

/**
 * Whether a speaker may be the one who speaks on: named outside a quotation, by a word for speaking; in an interview only
 * the one asked, by name or pronoun.
 */
function mayAnswer(layout: Layout, { cue, source }: Attribution, interview: boolean): boolean {
  if (source[0] < 0 || !speaks(layout, cue) || (layout.quotations.at[cue] ?? -1) >= 0) return false
  return !interview || layout.tag[source[0]] === TAG.PRON
}

/** Which tokens stand in some attribution's content, as sums: entry i counts those before token i. */
function coverTokens(layout: Layout, found: readonly Attribution[]): Int32Array {
  const edges = new Int32Array(layout.count + 2)
  for (const { content } of found) {
    for (let k = 0; k < 6; k += 2) {
      const [start, end] = [content[k] ?? -1, content[k + 1] ?? -1]
      if (start < 0 || end <= start) continue
      edges[start] = (edges[start] ?? 0) + 1
      edges[end] = (edges[end] ?? 0) - 1
    }
  }
  const before = new Int32Array(layout.count + 1)
  for (let i = 0, depth = 0; i < layout.count; i++) {
    depth += edges[i] ?? 0
    before[i + 1] = (before[i] ?? 0) + (depth > 0 ? 1 : 0)
  }
  return before
}

/** Whether a quotation is a whole utterance that nobody has been given: it starts a segment, holds a verb, and lies bare. */
function isStatement(layout: Layout, covered: Int32Array, first: number, last: number): boolean {
  if (last - first < MIN_WORDS || verbsIn(layout, first, last) === 0) return false
  const held = (covered[last + 1] ?? 0) - (covered[first] ?? 0)
  if (held * 2 > last + 1 - first) return false
  const alone = (layout.segmentFirst[first] ?? 0) === first || lowerAt(layout, first - 1) === '?'
  return alone && (last + 1 >= layout.count || (layout.segmentFirst[last + 1] ?? 0) === last + 1)
}

function speaks(layout: Layout, cue: number): boolean {
  const kind = CUE_KINDS[(layout.kind[cue] ?? 0) % NOUN_CUE]
  return kind !== 'other' && kind !== 'want' && kind !== 'decide'
}

const ASKING = new Set(['we', 'i', 'us', 'me'])

/** "We asked her": the text is an interview from here on. */
function asks(layout: Layout, { cue, source }: Attribution): boolean {
  return CUE_KINDS[layout.kind[cue] ?? 0] === 'ask' && ASKING.has(lowerAt(layout, source[0]))
}

/** Who an attribution makes speak: its source; whoever "we" asked. */
function speakerOf(layout: Layout, attribution: Attribution): TokenRange {
  const { cue, source } = attribution
  return asks(layout, attribution) && isNominal(layout, cue + 1)
    ? phraseAround(layout, cue + 1, cue + 1, layout.count)
    : { first: source[0], last: source[1] }
}

const POINTERS = new Set(['this', 'these', 'that', 'thus', 'so'])
const REACH = 8

/** The first phrase of a sentence that points back to the quotation before it; null if the sentence does not. */
function namedAfter(layout: Layout, p: number): TokenRange | null {
  const end = Math.min(layout.segmentEnd[p] ?? 0, p + REACH)
  const with_ = lowerAt(layout, p) === 'with' || lowerAt(layout, p) === 'in'
  if (!POINTERS.has(lowerAt(layout, with_ ? p + 1 : p))) return null
  for (let q = p + (with_ ? 3 : 2); q < end; q++) {
    if (lowerAt(layout, q) === 'how' || !isNominal(layout, q) || POINTERS.has(lowerAt(layout, q))) continue
    return phraseAround(layout, q, q, end)
  }
  return null
}
