import { createShuffle } from '../attribution/learner.ts'
import type { BriefModel } from '../../../src/attribute/briefs/index.ts'
import type { BriefExample } from './corpus.ts'
import { fitClasses } from './fit-classes.ts'
import { fitTagger } from './fit-tagger.ts'

const SEED = 20200305
const TAGGER = { epochs: 12, averageFrom: 4, rate: 0.1, shrink: 3e-3, leastSeen: 2 }
const CLASSES = { epochs: 30, rate: 0.1, shrink: 3e-3 }

/** Trains both models; the same examples in the same order give the same weights. */
export function trainBriefModel(examples: readonly BriefExample[]): BriefModel {
  return {
    tags: fitTagger(examples, TAGGER, createShuffle(SEED)),
    classes: fitClasses(examples, CLASSES, createShuffle(SEED)),
  }
}
