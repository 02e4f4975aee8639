import { placeOf } from './gazetteer.ts'
import { isCapitalAt } from './neighbourhood.ts'
import type { SpanScene } from './span-features.ts'

/** No training text has a case, and the case tells that its spellings are places. */
const OF_CASE = 2.5
/** A name right after a given name, "Chris Jordan": training texts have too few persons named like countries. */
const AFTER_GIVEN_NAME = -2.5
/** A name that the text gives a person elsewhere, and never stands after "in" or "at". */
const PERSONS_ELSEWHERE = -3.5

/** Log odds added to what a span's score has learned: what is known beforehand and no training text could teach. */
export function priorOf({ words, segments, atlas, given, around }: SpanScene, at: number): number {
  const best = segments.best[at]!
  const first = segments.first[at]!
  const ofCase = best >= 0 && placeOf(best) >= atlas.world.places
  const prior = ofCase ? OF_CASE : 0
  if (isCapitalAt(words, first - 1, first) && given.has(words.form[first - 1]!.hash)) return prior + AFTER_GIVEN_NAME
  const use = around.uses.get(segments.index[at]!)
  return use && use.persons > 0 && use.located === 0 ? prior + PERSONS_ELSEWHERE : prior
}
