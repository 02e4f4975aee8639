import type { DropReason } from '../model/index.ts'
import type { BoilerplateLexicon } from './boilerplate-lexicon.ts'
import type { Verdict } from './judge-passage.ts'
import { measurePassage, type Passage } from './passage.ts'

/** A page's title, and which passages repeat it. */
export interface FoundTitle {
  readonly text: string | null
  /** The passages that are the title, by index. */
  readonly whys: ReadonlyMap<number, DropReason>
}

/** Headlines of the press are shorter; a longer line is a lead. */
const MAX_TITLE_LENGTH = 250
const MIN_TITLE_WORDS = 3
/** Lines this far into a page are no headline; bounds the search for a doubled one. */
const MAX_LINES_BEFORE_TEXT = 60

/**
 * Finds the headline: the title given, or the line before the text that stands there twice, or the first that can be one.
 * Lines are compared by their words. A line counts as the title also with the outlet's name after it ("… - Example News").
 */
export function findTitle(
  text: string,
  passages: readonly Passage[],
  verdicts: readonly Verdict[],
  given: string | null,
  lexicon: BoilerplateLexicon,
): FoundTitle {
  const chosen = given === null ? chooseTitle(passages, verdicts) : null
  const title = given ?? (chosen ? text.slice(chosen.start, chosen.end) : breadcrumbTitle(text, passages, verdicts))
  if (title === null) return { text: null, whys: new Map() }
  const compared = title.slice(0, MAX_TITLE_LENGTH)
  const words = chosen ?? measurePassage(compared, 0, compared.length, lexicon)
  return { text: title, whys: repetitions(passages, verdicts, words.folded) }
}

/** The line before the text that is most likely the headline, null if none can be. */
function chooseTitle(passages: readonly Passage[], verdicts: readonly Verdict[]): Passage | null {
  const head = passages.slice(0, MAX_LINES_BEFORE_TEXT)
  const text = head.findIndex((line, i) => verdicts[i]?.kind === 'prose' && !isDoubled(head, line, i))
  if (text <= 0) return null
  const before = head.slice(0, text).filter((line, i) => verdicts[i]?.kind !== 'boilerplate' && canBeTitle(line))
  const doubled = before.find((line) => isDoubled(head, line, head.indexOf(line)))
  return doubled ?? before.find(({ words }) => words >= 5) ?? before[0] ?? null
}

/** Fewest words of a headline at the end of a breadcrumb: the names of sections are shorter. */
const MIN_BREADCRUMB_WORDS = 5
const MIN_BREADCRUMB_MARKS = 2

/** The last item of a breadcrumb before the text: "Home » World » Shells hit the mill". */
function breadcrumbTitle(text: string, passages: readonly Passage[], verdicts: readonly Verdict[]): string | null {
  for (let i = 0; i < passages.length && verdicts[i]?.kind !== 'prose'; i++) {
    const passage = passages[i]
    if (!passage || passage.separators < MIN_BREADCRUMB_MARKS || passage.end - passage.start > MAX_TITLE_LENGTH)
      continue
    const last =
      text
        .slice(passage.start, passage.end)
        .split(/[»›>|]/u)
        .at(-1)
        ?.trim() ?? ''
    if (last.split(/\s+/u).length >= MIN_BREADCRUMB_WORDS) return last
  }
  return null
}

function canBeTitle({ start, end, words, separators }: Passage): boolean {
  return end - start <= MAX_TITLE_LENGTH && words >= MIN_TITLE_WORDS && separators < MIN_BREADCRUMB_MARKS
}

/** A headline is repeated once or twice; what stands there more often is no headline. */
const MAX_REPETITIONS = 2
/** A headline with a stop is a short question; a longer sentence that stands there twice is text. */
const MAX_STOPPED_WORDS = 12

function isDoubled(head: readonly Passage[], line: Passage, i: number): boolean {
  if (!canBeTitle(line) || (line.stopped && line.words > MAX_STOPPED_WORDS)) return false
  const others = head
    .slice(i + 1)
    .filter((other) => other.words === line.words && beginsWith(other, line.folded)).length
  return others > 0 && others <= MAX_REPETITIONS
}

function beginsWith(passage: Passage, words: readonly string[]): boolean {
  return words.every((word, i) => passage.folded[i] === word)
}

/** Most words of an outlet's name after the title in the same line. */
const MAX_OUTLET_WORDS = 6

function repetitions(
  passages: readonly Passage[],
  verdicts: readonly Verdict[],
  title: readonly string[],
): ReadonlyMap<number, DropReason> {
  const whys = new Map<number, DropReason>()
  if (title.length === 0) return whys
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i]
    if (!passage || passage.folded[0] !== title[0] || !beginsWith(passage, title)) continue
    const extra = passage.words - title.length
    const isTitle = extra === 0 || (extra <= MAX_OUTLET_WORDS && verdicts[i]?.kind !== 'prose')
    if (isTitle) whys.set(i, whys.size === 0 ? 'title' : 'doubled-title')
  }
  return whys
}
