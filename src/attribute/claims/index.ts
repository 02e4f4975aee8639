/**
 * Claims: which acts a page's statements assert, deny, plan, demand, threaten or suppose; by whom, to whom, where and when.
 * Frames of data/lexicon/acts.yaml are held against the clauses of each sentence; the frame with the most conditions met wins.
 * Pure: lexicon, statements, places and times are handed in. Every claim names the frame that made it.
 */
export { parseActLexicon, type ActLexicon } from './act-lexicon.ts'
export { createClaimFinder, type ClaimFinder, type ClaimSources } from './find-claims.ts'
