import { CUE_KINDS, NOUN_CUE } from './cue-lexicon.ts'
import type { Frame } from './frame.ts'
import { makesKnown } from './known.ts'
import type { Layout } from './layout.ts'
import { readAccording, readOpinion } from './named-frames.ts'
import { lowerAt, regionOf } from './region.ts'
import { readPassive, readQuotedAs } from './relayed-frames.ts'
import { readAccusation, readObserved, readThat } from './that-frames.ts'
import { readTrailing } from './trailing-frame.ts'

/**
 * Reads the constructions that leave no doubt, for the cues of the lexicon: "..., X said", "..., X said, ...", "... said X",
 * "according to X, ...", "..., according to X". Null where none of them stands; then the models decide.
 */
export function readFrame(layout: Layout, i: number): Frame | null {
  const kind = makesKnown(layout, i) ? CUE_KINDS.indexOf('say') : (layout.kind[i] ?? 0)
  if (kind === 0) return null
  const region = regionOf(layout, i)
  if (kind >= NOUN_CUE) return readOpinion(layout, i, region)
  if (lowerAt(layout, i) === 'according') return readAccording(layout, i, region)
  if (!SPEAKING.has(kind)) return null
  return (
    readQuotedAs(layout, i, region) ??
    readPassive(layout, i, region) ??
    readTrailing(layout, i, region) ??
    readThat(layout, i, region) ??
    readAccusation(layout, i, region) ??
    readObserved(layout, i, region)
  )
}

/** Kinds whose verbs may hang behind what they report. */
const SPEAKING = new Set(
  (['say', 'demand', 'threaten', 'suppose', 'ask', 'plan', 'deny', 'accuse'] as const).map((kind) =>
    CUE_KINDS.indexOf(kind),
  ),
)
