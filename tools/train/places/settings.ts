import type { RankTraining } from './train-ranks.ts'
import type { SpanTraining } from './train-spans.ts'

/** Chosen by five-fold cross-validation over texts. */
export const SPAN_TRAINING: SpanTraining = { epochs: 6, step: 0.06, decay: 0.02 }
/** Chosen likewise. */
export const RANK_TRAINING: RankTraining = { epochs: 15, step: 0.1, decay: 0.0005 }
/** Added to every span's score: a missed place costs the record more than one too many, and F1 is level around here. */
export const SPAN_BIAS = 0.6
