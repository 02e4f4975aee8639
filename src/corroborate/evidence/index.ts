/** Weighs how far two claims tell of one event, in points: hundredths of a nat of log-odds, whole numbers so that sums are exact in any order. */
export { STRANGERS } from './act-evidence.ts'
export { BRIEF_CHARACTERS, BRIEF_SAME_ACT, briefEvidence, mayDiffer } from './brief-evidence.ts'
export { kilometresBetween } from './distance.ts'
export { pairEvidence } from './pair-evidence.ts'
export { areTwoSpots } from './place-evidence.ts'
export {
  MOST_PARALLEL,
  MOST_STORY,
  NO_STORY,
  parallelEvidence,
  storyEvidence,
  type ReportFacts,
} from './report-evidence.ts'
