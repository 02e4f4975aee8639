import { placeOf } from './gazetteer.ts'
import { isCapitalAt } from './neighbourhood.ts'
import type { Segments } from './segments.ts'
import type { SpanScene } from './span-features.ts'

/** No training text has a case, and the case tells that its spellings are places. */
const OF_CASE = 2.5
/** A name right after a given name, "Chris Jordan": training texts have too few persons named like countries. */
const AFTER_GIVEN_NAME = -2.5
/** A name that the text gives a person elsewhere, and never stands after "in" or "at". */
const PERSONS_ELSEWHERE = -3.5

/** A name unknown to the atlas that stands after "in", "at" or "near": training texts speak of places better known than villages at war. */
const UNKNOWN_LOCATED = 1

/** Log odds added to what a span's score has learned: what is known beforehand and no training text could teach. */
export function priorOf({ words, segments, atlas, given, around }: SpanScene, at: number): number {
  const best = segments.best[at]!
  const first = segments.first[at]!
  const last = segments.last[at]!
  const ofCase = best >= 0 && placeOf(best) >= atlas.world.places
  const prior = ofCase ? OF_CASE : 0
  if (isCapitalAt(words, first - 1, first) && given.has(words.form[first - 1]!.hash)) return prior + AFTER_GIVEN_NAME
  const use = around.uses.get(segments.index[at]!)
  if (!use) return prior
  if (use.persons > 0 && use.located === 0) return prior + PERSONS_ELSEWHERE
  const isWhole = !isCapitalAt(words, last, first) && words.form[last]?.surface !== '-'
  return best < 0 && isWhole && use.located > 0 && use.behind === 0 ? prior + UNKNOWN_LOCATED : prior
}

/** Log odds for a name that is taken for a place elsewhere in the text. */
const REPEATED = { known: 0.4, unknown: 1 }

/** Raises the scores of all mentions of the names of chosen segments: a text means the same by a name each time. */
export function raiseRepeated(segments: Segments, chosen: readonly number[], scores: Float64Array): void {
  const names = new Set<number>()
  for (const at of chosen) names.add(segments.index[at]!)
  for (let at = 0; at < segments.count; at++) {
    if (names.has(segments.index[at]!)) scores[at]! += segments.best[at]! < 0 ? REPEATED.unknown : REPEATED.known
  }
}
