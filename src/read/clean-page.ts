import { elementAt } from '../base/element-at.ts'
import type { Interval } from '../base/span.ts'
import type { DropReason } from '../model/index.ts'
import { judgePassage, type Verdict } from './judge-passage.ts'
import { measurePassage, type Passage } from './passage.ts'
import { continues } from './split-passages.ts'
import { findTitle } from './title.ts'
import type { BoilerplateLexicon } from './boilerplate-lexicon.ts'

/** One passage of a page and where it goes: into the body (`why` null) or among the dropped ones. */
export interface SortedPassage {
  readonly passage: Passage
  readonly why: DropReason | null
}

/** A page sorted into body and boilerplate. */
export interface CleanPage {
  readonly passages: readonly SortedPassage[]
  readonly title: string | null
}

/** What a page's markup tells of a passage: why it goes, and whether even if its words are a sentence. Null: nothing. */
export type Hint = { readonly why: DropReason; readonly evenProse: boolean } | null

/**
 * Sorts a page's passages. Where most of the page is prose, short lines that are no sentences are dropped by their position;
 * where it is not (an alert, a list, a single line), only known boilerplate goes. A page of one passage is always text.
 */
export function cleanPage(
  text: string,
  intervals: readonly Interval[],
  lexicon: BoilerplateLexicon,
  given: { readonly title: string | null; readonly hints?: readonly Hint[] },
): CleanPage {
  const passages = intervals.map(({ start, end }) => measurePassage(text, start, end, lexicon))
  const hints = given.hints ?? []
  const verdicts = passages.map((passage, i) => hinted(hints[i] ?? null, () => judgePassage(text, passage, lexicon)))
  const title = findTitle(text, passages, verdicts, given.title, lexicon)
  const page = surveyPage(text, passages, verdicts)
  const sorted = passages.map((passage, i) => ({
    passage,
    why: passages.length === 1 ? null : (title.whys.get(i) ?? reasonAt(page, i)),
  }))
  return { passages: sorted, title: title.text }
}

function hinted(hint: Hint, judge: () => Verdict): Verdict {
  if (hint?.evenProse) return { kind: 'boilerplate', why: hint.why }
  const verdict = judge()
  return hint && verdict.kind === 'fragment' ? { kind: 'boilerplate', why: hint.why } : verdict
}

interface PageSurvey {
  readonly text: string
  readonly passages: readonly Passage[]
  readonly verdicts: readonly Verdict[]
  readonly isProse: boolean
  readonly firstProse: number
  readonly lastProse: number
  /** First known boilerplate after the last prose: from there on the page speaks of other things. */
  readonly textEnd: number
}

/** Share of a page's characters in sentences from which on lines that are none stand out. */
const PROSE_SHARE = 0.5

function surveyPage(text: string, passages: readonly Passage[], verdicts: readonly Verdict[]): PageSurvey {
  let [prose, total] = [0, 0]
  for (const [i, passage] of passages.entries()) {
    const kind = verdicts[i]?.kind
    if (kind !== 'boilerplate') total += passage.end - passage.start
    if (kind === 'prose') prose += passage.end - passage.start
  }
  const isProse = prose > 0 && prose >= PROSE_SHARE * total
  const firstProse = verdicts.findIndex((verdict) => verdict.kind === 'prose')
  const lastProse = verdicts.findLastIndex((verdict) => verdict.kind === 'prose')
  const boilerplateAfter = verdicts.findIndex((verdict, i) => i > lastProse && verdict.kind === 'boilerplate')
  const textEnd = boilerplateAfter < 0 ? passages.length : boilerplateAfter
  return { text, passages, verdicts, isProse, firstProse, lastProse, textEnd }
}

function reasonAt(page: PageSurvey, i: number): DropReason | null {
  const verdict = page.verdicts[i]
  if (!verdict || verdict.kind === 'prose') return null
  if (verdict.kind === 'boilerplate') return verdict.why
  return page.isProse ? reasonOfFragment(page, i, verdict.sentenceLike) : null
}

/** Before the text: headings; after it: other stories; between: captions and subheadings, unless it may be a sentence. */
function reasonOfFragment(page: PageSurvey, i: number, sentenceLike: boolean): DropReason | null {
  const passage = page.passages[i]
  if (!passage || belongsToText(page, i)) return null
  if (i > page.lastProse) return sentenceLike && i < page.textEnd ? null : 'related'
  if (sentenceLike && i > page.firstProse) return null
  if (i < page.firstProse) return i === 0 && passage.words <= 5 ? 'masthead' : 'heading'
  return passage.words >= 5 ? 'caption' : 'heading'
}

const BULLETS = '•‣▪●-–—*'

/** An item of a list, a line that announces one, or a sentence that the next line goes on with. */
function belongsToText(page: PageSurvey, i: number): boolean {
  const { text, passages } = page
  const passage = passages[i]
  if (!passage) return false
  if (passage.words >= 5 && BULLETS.includes(text[passage.start] ?? '')) return true
  if (passage.words >= 4 && text[passage.end - 1] === ':' && passage.plainWords >= 2) return true
  const next = passages[i + 1]
  const above = elementAt(passages, i - 1)
  return (next !== undefined && continues(text, passage, next)) || continues(text, above, passage)
}
