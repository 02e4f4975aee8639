import { SHAPE, TAG, type TokenRange } from '../../base/words/index.ts'
import { closesQuote, isBreak } from './content-candidates.ts'
import { tagAt } from './cue-features.ts'
import type { Layout } from './layout.ts'
import { endOf, lowerAt, verbsIn } from './region.ts'
import { isNominal, phraseAround } from './source-candidates.ts'

/** Farthest word before a cue that may belong to its subject. */

const SUBJECT_REACH = 22

/** The subject right before a cue that stands behind a break: its phrase, and where the attribution begins (the break itself). */
export function subjectBefore(
  layout: Layout,
  i: number,
  region: TokenRange,
): { zone: number; subject: TokenRange } | null {
  const inset = insetStart(layout, i, region)
  if (inset >= 0) return subjectBefore(layout, inset, region)
  const p = edgeBefore(layout, i, region)
  if (p <= region.first || !isEdge(layout, p)) return null
  let first = p + 1
  if (OPENERS.has(lowerAt(layout, first))) first++
  if (first >= i || !isNominal(layout, first) || RELATIVE.has(lowerAt(layout, first))) return null
  const subject = phraseAround(layout, first, first, i)
  if (!isSubject(layout, subject, i)) return null
  return apposed(layout, p, subject, region) ?? { zone: p, subject }
}

/** The comma that opens "X, which watches the truce, said" before the comma at the cue; -1 if there is no such clause. */
function insetStart(layout: Layout, i: number, region: TokenRange): number {
  if (lowerAt(layout, i - 1) !== ',') return -1
  let p = i - 2
  while (p > region.first && i - p < SUBJECT_REACH && lowerAt(layout, p) !== ',') p--
  return p > region.first && RELATIVE.has(lowerAt(layout, p + 1)) ? p : -1
}

/** The break nearest before a cue, past brackets; the region's start if there is none in reach. */
function edgeBefore(layout: Layout, i: number, region: TokenRange): number {
  let p = i - 1
  while (p > region.first && i - p < SUBJECT_REACH) {
    if (lowerAt(layout, p) === ')') {
      while (p > region.first && lowerAt(layout, p) !== '(') p--
    } else if (isBreak(layout, p) || closesQuote(layout, p)) break
    p--
  }
  return p
}

const OPENERS = new Set(['as', 'so', 'and', 'but'])

const RELATIVE = new Set(['who', 'which', 'that', 'whose', 'what'])

/** A mark at which what is said may end: a comma or dash, or a closing quotation mark. */
function isEdge(layout: Layout, p: number): boolean {
  if (closesQuote(layout, p)) return true
  const mark = lowerAt(layout, p)
  return mark === ',' || (isBreak(layout, p) && DASH.test(mark))
}

const DASH = /^[-–—]+$/

/** Whether between a phrase and its cue stand only its own complements and auxiliaries, or a relative clause without commas. */
function isSubject(layout: Layout, subject: TokenRange, i: number): boolean {
  let verbs = 0
  for (let p = subject.last; p < i; p++) if (tagAt(layout, p) === TAG.VERB) verbs++
  const word = lowerAt(layout, subject.last)
  return verbs === 0 || (verbs <= 2 && (word === 'who' || word === 'in' || word === 'that'))
}

/** "X, its chairman, said": the name before the apposition, if one stands there. */
function apposed(
  layout: Layout,
  zone: number,
  subject: TokenRange,
  region: TokenRange,
): { zone: number; subject: TokenRange } | null {
  if (tagAt(layout, subject.first) === TAG.PROPN || tagAt(layout, subject.first) === TAG.PRON) return null
  let p = zone - 1
  while (p > region.first && isName(layout, p)) p--
  if (p === zone - 1 || zone - p > 6 || !isEdge(layout, p)) return null
  return { zone: p, subject: { first: p + 1, last: zone } }
}

function isName(layout: Layout, p: number): boolean {
  return tagAt(layout, p) === TAG.PROPN && ((layout.shape[p] ?? 0) & SHAPE.capital) !== 0
}

/** "..., said X": the phrase right behind a cue that itself stands behind a quotation, or behind a comma and a whole clause. */
export function subjectAfter(layout: Layout, i: number, region: TokenRange): TokenRange | null {
  if (i <= region.first || !isEdge(layout, i - 1) || !isNominal(layout, i + 1) || isTime(layout, i + 1)) return null
  if (!closesQuote(layout, i - 1) && !closesQuote(layout, i - 2)) {
    if (verbsIn(layout, region.first, i - 1) === 0) return null
  }
  const subject = phraseAround(layout, i + 1, i + 1, region.last)
  const next = subject.last
  if (next >= endOf(layout, region) || isBreak(layout, next) || lowerAt(layout, next) === 'of') return subject
  return ADVERBIALS.has(lowerAt(layout, next)) ? subject : null
}

/** Words that open an adverbial behind a cue. */
export const ADVERBIALS = new Set([
  'as',
  'when',
  'while',
  'after',
  'before',
  'in',
  'at',
  'on',
  'during',
  'from',
  'by',
  'last',
  'this',
  'for',
])

const TIMES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday earlier later afterwards tonight again'.split(
    ' ',
  ),
)

/** Whether a token is a day or another time word. */
export function isTime(layout: Layout, p: number): boolean {
  return TIMES.has(lowerAt(layout, p))
}
