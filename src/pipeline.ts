import { createAttributor, type AttributionRules } from './attribute/index.ts'
import { done, type Result } from './base/result.ts'
import type { Reading, Report } from './model/index.ts'
import {
  readBytes,
  readHtml,
  readText,
  type BytesPage,
  type PageFacts,
  type ReadFailure,
  type ReadRules,
} from './read/index.ts'

/** The rules of every stage. */
export interface PipelineRules {
  readonly read: ReadRules
  readonly attribute: AttributionRules
}

/** A page with its text or its markup. */
export type Page = PageFacts & ({ readonly text: string } | { readonly html: string })

/** The stages composed; it has no logic of its own. */
export interface Pipeline {
  /** page → report → statements and claims */
  readonly readPage: (page: Page) => Result<Reading, ReadFailure>
  /** several pages at once, quicker than one by one; the answers stand in the order of the pages */
  readonly readPages: (pages: readonly Page[]) => readonly Result<Reading, ReadFailure>[]
  /** a report that is in the record already → what it says by the rules of today */
  readonly attributeReport: (report: Report) => Reading
  /** bytes of a file as received → the same */
  readonly readFile: (page: BytesPage) => Promise<Result<Reading, ReadFailure>>
}

/** Composes the stages over their rules. */
export function createPipeline(rules: PipelineRules): Pipeline {
  const attribute = createAttributor(rules.attribute)
  const reportOf = (page: Page) => ('html' in page ? readHtml(page, rules.read) : readText(page, rules.read))
  const readingsOf = (reports: readonly Result<Report, ReadFailure>[]): readonly Result<Reading, ReadFailure>[] => {
    const attributions = attribute(reports.flatMap((report) => (report.ok ? [report.value] : []))).values()
    return reports.map((report) => (report.ok ? done({ report: report.value, ...next(attributions) }) : report))
  }
  const readingOf = (report: Result<Report, ReadFailure>) => next(readingsOf([report]).values())

  return {
    readPage: (page) => readingOf(reportOf(page)),
    readPages: (pages) => readingsOf(pages.map(reportOf)),
    attributeReport: (report) => ({ report, ...next(attribute([report]).values()) }),
    readFile: async (page) => readingOf(await readBytes(page, rules.read)),
  }
}

/** The next of as many values as are asked for. */
function next<T>(values: Iterator<T, undefined>): T {
  const { value } = values.next()
  if (value === undefined) throw new RangeError('fewer values than were asked for')
  return value
}
