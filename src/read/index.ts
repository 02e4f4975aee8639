/**
 * Read: a page as received becomes a report: clean body with offsets back into the page, title, outlet, date, language.
 * Text as scraped, HTML, PDF or bytes of unknown kind come in; every dropped passage is kept with its reason.
 * Pages are hostile: all is bounded, and one that cannot be read is a coded `ReadFailure`, never a throw.
 * Pure but for the clock handed in with the bounds; the words it goes by are data (data/lexicon/boilerplate.yaml).
 */
export { parseBoilerplateLexicon, type BoilerplateLexicon } from './boilerplate-lexicon.ts'
export { usualBounds, type ReadBounds } from './bounds.ts'
export type { ReadFailure, ReadFailureCode } from './failure.ts'
export { readText, type PageFacts, type ReadRules } from './read-text.ts'
export { readHtml } from './html/read-html.ts'
export { readPdf } from './pdf/read-pdf.ts'
export { readBytes, type BytesPage } from './bytes/read-bytes.ts'
