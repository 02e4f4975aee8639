/**
 * Briefs: pages of a sentence or two (wire flashes, alerts, rows of event tables), read for the one event that they tell.
 * A learned tagger finds who did it to whom, a learned classifier the class of event, a lexicon the act nearest to its words.
 * Pure: lexicon and weights are handed in. Trained by tools/train/briefs.ts. Longer pages are left alone.
 */
export { parseBriefLexicon, type BriefLexicon } from './brief-lexicon.ts'
export { createBriefReader, type BriefReader, type BriefSources } from './brief-reader.ts'
export { parseBriefModel, type BriefModel } from './model-file.ts'
