import { elementAt } from '../../base/element-at.ts'
import { SHAPE, type Words } from '../../base/words/index.ts'
import type { Atlas } from './atlas.ts'
import { HOW, REF_HOW_SHIFT } from './gazetteer-format.ts'
import { placeOf } from './gazetteer.ts'
import { nameTokens } from './name-key.ts'
import type { Segments } from './segments.ts'
import { skeletonOf } from './skeleton.ts'

/** A name needs this many consonants to be taken for another spelling: shorter ones are like too many words. */
const MIN_CONSONANTS = 4
/** Spellings looked at in one text: a bound on hostile input. */
const MAX_LOOKS = 2_000

/** Spellings remembered between texts; past that the memory starts anew. */
const MAX_KEPT = 50_000

/** Answers the case's place that a spelling is like, -1 for none; remembers. */
export type LikenessOf = (spelling: string) => number

/** A memory of likenesses to one case's places. */
export function createLikeness({ local }: Atlas): LikenessOf {
  let kept = new Map<string, number>()
  return (spelling) => {
    const known = kept.get(spelling)
    if (known !== undefined) return known
    if (kept.size >= MAX_KEPT) kept = new Map()
    const skeleton = skeletonOf(nameTokens(spelling))
    const [place, ...others] = (skeleton && skeleton.length >= MIN_CONSONANTS && local.alike(skeleton)) || []
    // Namesakes share a key, so either leads to both; places that are only alike tell nothing.
    const one = place !== undefined && others.every((other) => local.keys[place]?.index === local.keys[other]?.index)
    kept.set(spelling, one ? place : -1)
    return one ? place : -1
  }
}

/**
 * Gives unknown names the case's place whose consonants they have ("Saraqeb", "Sarakib"), in a text that names some place of the case
 * as the case spells it: only there is a likeness worth anything. Changes the segments' key and best reference.
 */
export function matchAlike(words: Words, segments: Segments, atlas: Atlas, likenessOf: LikenessOf): void {
  if (!namesCasePlace(segments, atlas)) return
  const first = atlas.world.places
  for (let at = 0, looks = 0; at < segments.count && looks < MAX_LOOKS; at++) {
    if (segments.best[at]! >= 0) continue
    const start = segments.first[at]!
    const last = segments.last[at]!
    if (words.form[last - 1]!.shape & SHAPE.digit) continue
    looks++
    const place = likenessOf(words.text.slice(words.start[start], words.end[last - 1]))
    const key = elementAt(atlas.local.keys, place)
    if (!key) continue
    segments.index[at] = key.index
    segments.check[at] = key.check
    segments.best[at] = (first + place) | (HOW.alternate << REF_HOW_SHIFT)
  }
}

function namesCasePlace(segments: Segments, atlas: Atlas): boolean {
  if (atlas.local.places.length === 0) return false
  for (let at = 0; at < segments.count; at++) {
    const best = segments.best[at]!
    if (best >= 0 && placeOf(best) >= atlas.world.places) return true
  }
  return false
}
