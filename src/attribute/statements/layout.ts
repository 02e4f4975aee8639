import { elementAt } from '../../base/element-at.ts'
import { SHAPE, TAG, type Words } from '../../base/words/index.ts'
import type { CueLexicon } from './cue-lexicon.ts'
import { findQuotations, type Quotations } from './quotations.ts'

/**
 * A report's words set out for the statement models: flat columns that can be read without touching an object; they may be longer than
 * the report.
 */
export interface Layout {
  readonly words: Words
  readonly count: number
  readonly hash: Int32Array
  readonly suffix: Int32Array
  readonly shape: Uint8Array
  readonly tag: Uint8Array
  /** First token of each token's segment: its sentence, joined with the one before where the split was wrong. */
  readonly segmentFirst: Int32Array
  /** One past the last token of each token's segment. */
  readonly segmentEnd: Int32Array
  readonly quotations: Quotations
  /** How many verbs, and how many commas or dashes, stand before each token; one entry more than tokens. */
  readonly verbsBefore: Int32Array
  readonly breaksBefore: Int32Array
  /** Kind code of each token in the cue lexicon, 0 for none. */
  readonly kind: Uint8Array
  /** Number of each token among the link words of link-words.ts, 0 for none. */
  readonly link: Uint8Array
}

/** The columns that a layout fills. One layout at a time can lie in them. */
export type LayoutRoom = Omit<Layout, 'words' | 'count' | 'tag' | 'quotations'>

/** Room for a layout of so many tokens. Making it costs more than filling it, so whoever sets out many reports keeps one. */
export function createLayoutRoom(tokens: number): LayoutRoom {
  return {
    hash: new Int32Array(tokens),
    suffix: new Int32Array(tokens),
    shape: new Uint8Array(tokens),
    segmentFirst: new Int32Array(tokens),
    segmentEnd: new Int32Array(tokens),
    verbsBefore: new Int32Array(tokens + 1),
    breaksBefore: new Int32Array(tokens + 1),
    kind: new Uint8Array(tokens),
    link: new Uint8Array(tokens),
  }
}

/**
 * Sets out a report's words, read over the vocabulary that the lexicon was parsed into.
 * @param room for as many tokens at least (Default: room of its own)
 */
export function createLayout(words: Words, lexicon: CueLexicon, room = createLayoutRoom(words.count)): Layout {
  const count = words.count
  const layout = { words, count, tag: words.tag, quotations: findQuotations(words), ...room }
  let verbs = 0
  let breaks = 0
  for (let i = 0; i < count; i++) {
    const form = words.form[i]
    if (!form) continue
    layout.hash[i] = form.hash
    layout.suffix[i] = form.suffixHash
    layout.shape[i] = form.shape
    layout.kind[i] = lexicon.kindOf[form.id] ?? 0
    layout.link[i] = lexicon.linkOf[form.id] ?? 0
    const tag = words.tag[i]
    if (tag === TAG.VERB || tag === TAG.AUX) verbs++
    else if (form.shape & SHAPE.mark && isBreak(form.surface)) breaks++
    layout.verbsBefore[i + 1] = verbs
    layout.breaksBefore[i + 1] = breaks
  }
  fillSegments(words, layout.quotations, layout)
  return layout
}

function isBreak(surface: string): boolean {
  return surface === ',' || surface === ';' || surface === '—' || surface === '–' || surface === ':' || surface === '--'
}

/** Longest segment in tokens; a longer run without a sentence's end is cut, so that no cue can be given a whole page. */
const MAX_SEGMENT = 240

function fillSegments(
  words: Words,
  quotations: Quotations,
  layout: { segmentFirst: Int32Array; segmentEnd: Int32Array },
): void {
  let first = 0
  for (let s = 0; s < words.sentences.length; s++) {
    const sentence = words.sentences[s]
    const next = words.sentences[s + 1]
    if (!sentence || (next && runsOn(words, sentence.first, next.first))) continue
    // A closing mark that the splitter gave to the next sentence belongs to this one.
    const last = sentence.last + (next && closes(quotations, next.first) ? 1 : 0)
    for (; first < last; first = Math.min(last, first + MAX_SEGMENT)) {
      const end = Math.min(last, first + MAX_SEGMENT)
      layout.segmentFirst.fill(first, first, end)
      layout.segmentEnd.fill(end, first, end)
    }
  }
}

function closes(quotations: Quotations, p: number): boolean {
  return elementAt(quotations.list, quotations.at[p] ?? -1)?.last === p
}

/** Whether the sentence at `next` is no new one: it goes on in the same paragraph with a small letter or a stray mark. */
function runsOn(words: Words, first: number, next: number): boolean {
  if (words.paragraph[first] !== words.paragraph[next]) return false
  const form = words.form[next]
  if (!form) return false
  if (form.shape & SHAPE.mark) return !(form.shape & SHAPE.quote) && form.surface !== '(' && form.surface !== '['
  return (form.shape & (SHAPE.capital | SHAPE.digit)) === 0
}
