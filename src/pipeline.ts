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
  /** bytes of a file as received → the same */
  readonly readFile: (page: BytesPage) => Promise<Result<Reading, ReadFailure>>
}

/** Composes the stages over their rules. */
export function createPipeline(rules: PipelineRules): Pipeline {
  const attribute = createAttributor(rules.attribute)
  const readingOf = (report: Result<Report, ReadFailure>): Result<Reading, ReadFailure> =>
    report.ok ? done({ report: report.value, ...attribute(report.value) }) : report

  return {
    readPage: (page) => readingOf('html' in page ? readHtml(page, rules.read) : readText(page, rules.read)),
    readFile: async (page) => readingOf(await readBytes(page, rules.read)),
  }
}
