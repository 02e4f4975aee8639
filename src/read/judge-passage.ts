import type { DropReason } from '../model/index.ts'
import type { BoilerplateLexicon } from './boilerplate-lexicon.ts'
import { matchCues, type CueMatch } from './match-cues.ts'
import { namesDay } from './page-date.ts'
import type { Passage } from './passage.ts'

/** What a passage is by itself, before its neighbours are looked at. */
export type Verdict =
  | { readonly kind: 'prose' }
  | { readonly kind: 'boilerplate'; readonly why: DropReason }
  /** Neither a sentence nor known boilerplate: a headline, a caption, a subheading, or a sentence without its stop. */
  | { readonly kind: 'fragment'; readonly sentenceLike: boolean }

const PROSE: Verdict = { kind: 'prose' }
/** From this length on a passage is text, whatever its end. */
const LONG = 160
/** Longest passage that single phrases can prove to be boilerplate. */
const MAX_CUED = 340

/** Judges one passage by its words and marks alone. */
export function judgePassage(text: string, passage: Passage, lexicon: BoilerplateLexicon): Verdict {
  if (passage.letters === 0) return boilerplate(withoutWords(text, passage))
  const isShort = lengthOf(passage) <= MAX_CUED
  const cues = matchCues(text, passage, lexicon)
  if (isShort && cues.within && !hasQuotation(text, passage)) return boilerplate(cues.within)
  if (isShort && cues.start && cues.labelled && !hasQuotation(text, passage)) return boilerplate(cues.start)
  if (isForeign(passage)) return boilerplate('foreign-language')
  if (isShort && isAppeal(text, passage, cues)) return boilerplate(cues.dominant ?? 'appeal')
  if (passage.stopped ? isSentence(passage) : lengthOf(passage) >= LONG && !isMenu(passage)) return PROSE
  if (cues.start) return boilerplate(cues.start)
  const shaped = judgeShape(text, passage, lexicon)
  if (shaped) return boilerplate(cues.covered * 2 >= passage.words ? (cues.dominant ?? shaped) : shaped)
  if (cues.dominant && cues.covered * 2 >= passage.words) return boilerplate(cues.dominant)
  if (passage.stopped) return PROSE
  return { kind: 'fragment', sentenceLike: isSentenceLike(passage) }
}

function lengthOf({ start, end }: Passage): number {
  return end - start
}

function boilerplate(why: DropReason): Verdict {
  return { kind: 'boilerplate', why }
}

/** Sums of money, dates, page numbers, rules and rows of stars. */
function withoutWords(text: string, passage: Passage): DropReason {
  const line = text.slice(passage.start, Math.min(passage.end, passage.start + MAX_CUED))
  if (/\p{Sc}/u.test(line)) return 'donation'
  return NUMERIC_DATE.test(line) ? 'byline' : 'metadata'
}

const NUMERIC_DATE = /\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2}/

function hasQuotation(text: string, passage: Passage): boolean {
  for (let at = passage.start; at < passage.end; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x22 || unit === 0x201c || unit === 0x201d || unit === 0x201e || unit === 0xab) return true
  }
  return false
}

function isForeign(passage: Passage): boolean {
  if (passage.foreignLetters * 2 > passage.letters) return true
  return passage.words >= 4 && passage.english === 0 && passage.foreign >= 2
}

const APPEALS: ReadonlySet<DropReason | null> = new Set([
  'donation',
  'subscription',
  'comments',
  'cookie',
  'appeal',
  'advertisement',
  'related',
] as const)
const MAX_APPEAL_LENGTH = 180

/** A sentence in the page's own voice that turns to the reader with a word of the page's trade: "Please log in." */
function isAppeal(text: string, passage: Passage, cues: CueMatch): boolean {
  const isTrade = APPEALS.has(cues.dominant) && cues.covered * 9 >= passage.words
  return passage.addressing > 0 && isTrade && lengthOf(passage) <= MAX_APPEAL_LENGTH && !hasQuotation(text, passage)
}

function isSentence(passage: Passage): boolean {
  if (lengthOf(passage) >= LONG) return true
  return passage.words >= 4 && (passage.english > 0 || passage.plainWords >= 3)
}

function isSentenceLike(passage: Passage): boolean {
  return passage.words >= 8 && passage.verbs > 0 && passage.english >= 3
}

function judgeShape(text: string, passage: Passage, lexicon: BoilerplateLexicon): DropReason | null {
  if (text.charCodeAt(passage.start) === 0xa9) return 'disclaimer'
  if (isAddress(text, passage)) return 'contact'
  if (passage.words <= 16 && passage.english <= 2 && isDated(text, passage, lexicon)) return 'byline'
  if (isBracketed(text, passage)) return 'caption'
  if (isMenu(passage)) return 'navigation'
  return null
}

function isAddress(text: string, passage: Passage): boolean {
  const piece = text.slice(passage.start, passage.end)
  return !/\s/u.test(piece) && (piece.includes('://') || piece.includes('@') || piece.startsWith('www.'))
}

/** A line with a date, and no sentence: it has a year or clock time, or nothing but names beside the date. */
function isDated(text: string, passage: Passage, lexicon: BoilerplateLexicon): boolean {
  if (passage.digits === 0) return false
  if (NUMERIC_DATE.test(text.slice(passage.start, passage.end))) return true
  if (!namesDay(passage.folded, lexicon)) return false
  return passage.plainWords === 0 || passage.separators > 0 || !passage.stopped
}

function isBracketed(text: string, passage: Passage): boolean {
  const first = text[passage.start]
  const last = text[passage.end - 1]
  return (first === '[' && last === ']') || (first === '(' && last === ')') || (first === '{' && last === '}')
}

/** Short items with marks or wide gaps between them. */
function isMenu(passage: Passage): boolean {
  const { separators, dashes, words } = passage
  if (separators >= 3 && words <= separators * 4 + 4) return true
  if (separators >= 1 && !passage.stopped && words <= (separators + 1) * 4.5) return true
  return dashes >= 2 && !passage.stopped && words <= (dashes + 1) * 2.5
}
