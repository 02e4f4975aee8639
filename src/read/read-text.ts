import { done, failed, type Result } from '../base/result.ts'
import { sliceSpan } from '../base/span.ts'
import type { Report } from '../model/index.ts'
import type { BoilerplateLexicon } from './boilerplate-lexicon.ts'
import { checkBody, checkSize, startStopwatch, type ReadBounds } from './bounds.ts'
import { cleanPage, type CleanPage, type Hint } from './clean-page.ts'
import { refusal, type ReadFailure } from './failure.ts'
import { languageOf } from './language.ts'
import { readableDate } from './page-date.ts'
import { publishedOf } from './published.ts'
import { splitPassages } from './split-passages.ts'
import type { Interval } from '../base/span.ts'

/** What is known of a page from outside of it; each goes before what the page says of itself. */
export interface PageFacts {
  readonly id: string
  readonly outlet?: string | null
  readonly url?: string | null
  /** Date or date-time, ISO or as mail and feeds write it. */
  readonly published?: string | null
  readonly title?: string | null
  /** ISO 639-1 code. (Default: found from the text) */
  readonly language?: string | null
}

/** What reading stands on: the words that tell boilerplate, and what a page may cost. */
export interface ReadRules {
  readonly lexicon: BoilerplateLexicon
  readonly bounds: ReadBounds
}

/**
 * Reads a page's text as scraped, boilerplate and all. `report.text` is the text untouched. Refused: 'too-large', 'too-slow',
 * 'empty', 'unreadable-date' (a `published` that is none), 'unknown-language' (all but English).
 */
export function readText(page: PageFacts & { readonly text: string }, rules: ReadRules): Result<Report, ReadFailure> {
  const tooLarge = checkSize(page.text.length, rules.bounds, page.id)
  return tooLarge ? failed(tooLarge) : readPassages(page, page.text, splitPassages(page.text), [], rules)
}

/** Makes the report of a text already cut into passages, with what the page's markup tells of each. */
export function readPassages(
  page: PageFacts,
  text: string,
  intervals: readonly Interval[],
  hints: readonly Hint[],
  rules: ReadRules,
): Result<Report, ReadFailure> {
  const overdue = startStopwatch(rules.bounds, page.id)
  if (intervals.length === 0) return failed(refusal('empty', page.id, 'no words', 'a page with text'))
  const published = givenDate(page, rules.lexicon)
  if (!published.ok) return published
  const clean = cleanPage(text, intervals, rules.lexicon, { title: page.title?.trim() || null, hints })
  const late = overdue() ?? checkBody(bodyLength(clean), rules.bounds, page.id)
  if (late) return failed(late)
  const language = page.language ?? languageOfPage(text, clean)
  if (language !== 'en') return failed(refusal('unknown-language', page.id, `language ${language}`, 'en'))
  return done(reportOf(page, text, clean, published.value ?? publishedOf(text, clean, rules.lexicon), language))
}

function bodyLength(clean: CleanPage): number {
  return clean.passages.reduce((n, { passage, why }) => n + (why === null ? passage.end - passage.start : 0), 0)
}

function reportOf(page: PageFacts, text: string, clean: CleanPage, published: string | null, language: string): Report {
  const body = clean.passages.filter(({ why }) => why === null)
  const dropped = clean.passages.flatMap(({ passage, why }) =>
    why === null ? [] : [{ ...sliceSpan(text, passage.start, passage.end), why }],
  )
  return {
    id: page.id,
    text,
    title: clean.title,
    outlet: page.outlet ?? null,
    url: page.url ?? null,
    published,
    language,
    dropped,
    body: body.map(({ passage }) => ({ start: passage.start, end: passage.end })),
  }
}

function givenDate(page: PageFacts, lexicon: BoilerplateLexicon): Result<string | null, ReadFailure> {
  const given = page.published?.trim()
  if (!given) return done(null)
  const date = readableDate(given, lexicon)
  if (date !== null) return done(date)
  return failed(refusal('unreadable-date', `${page.id}.published`, JSON.stringify(given), 'a date such as 2020-03-16'))
}

/** The language of the body; of the whole page where nothing is left as body. */
function languageOfPage(text: string, clean: CleanPage): string {
  const kept = clean.passages.filter(({ why }) => why === null)
  return languageOf(
    text,
    (kept.length > 0 ? kept : clean.passages).map(({ passage }) => passage),
  )
}
