/**
 * Who says what: every attribution of a report as a statement with its content, speaker, cue and relaying medium.
 * Three small linear models propose cue, content and source; rules mend quotations, name the speaker and find the relay.
 * Pure: lexicon text and weights are handed in. Trained by tools/train/attribution.ts.
 */
export { CUE_KINDS, parseCueLexicon, type CueKind, type CueLexicon } from './cue-lexicon.ts'
export { createStatementFinder, type FoundStatement, type ReportBody, type StatementFinder } from './finder.ts'
export { parseAttributionModel, type AttributionModel } from './model.ts'
export { isUtterance, statementOver } from './statement-over.ts'
