import { hashWord } from '../../base/hash.ts'
import type { Words } from '../../base/words/index.ts'
import { MAX_CANDIDATES, type Atlas } from './atlas.ts'
import { KNOWN, knownOf } from './neighbourhood.ts'
import type { Segments } from './segments.ts'

/** Names of one text that are weighed; the rest stays unresolved, which bounds the cost of hostile input. */
export const MAX_NAMES = 400

/** One name of a text with all its mentions: a text means one place by a name. */
export interface NameInText {
  /** References (place and HOW) that the name may mean; the case's first, then the best known. */
  readonly references: Uint32Array
  /** Segments, in the order of the text. */
  readonly mentions: number[]
  /** True where only a part of the name is known: "Colorado" of "Colorado State University". */
  readonly partly: boolean
}

const ROADS = new Set(
  'street st. st road rd. rd avenue ave. ave boulevard blvd. blvd drive dr. lane ln. highway hwy. interstate route parkway court way place terrace pike'
    .split(' ')
    .map(hashWord),
)

/** Groups the chosen segments of a text by name; names that lead nowhere are left out. */
export function groupNames(
  words: Words,
  segments: Segments,
  atlas: Atlas,
  chosen: readonly number[],
): readonly NameInText[] {
  const names = new Map<number, NameInText>()
  const found = new Uint32Array(MAX_CANDIDATES)
  for (const segment of chosen) {
    const key = segments.index[segment]!
    const known = names.get(key)
    if (known) {
      known.mentions.push(segment)
      continue
    }
    if (names.size >= MAX_NAMES) break
    const source = segments.best[segment]! >= 0 ? segment : knownPart(words, segments, atlas, segment)
    if (source < 0) continue
    const count = atlas.collect(segments.index[source]!, segments.check[source]!, found)
    if (count > 0) {
      names.set(key, { references: found.slice(0, count), mentions: [segment], partly: source !== segment })
    }
  }
  return [...names.values()]
}

/**
 * The longest segment inside an unknown one that names a big town, an area or a country; -1 if none does. A small town is more
 * likely a namesake by chance, and roads are named after places that they are not at.
 */
function knownPart(words: Words, segments: Segments, atlas: Atlas, segment: number): number {
  const first = segments.first[segment]!
  const last = segments.last[segment]!
  if (ROADS.has(words.form[last - 1]!.hash) || ROADS.has(words.form[first]!.hash)) return -1
  let best = -1
  let longest = 0
  let at = segment
  while (at > 0 && segments.first[at - 1] === first) at--
  for (; at < segments.count && segments.first[at]! < last; at++) {
    const length = segments.last[at]! - segments.first[at]!
    if (segments.last[at]! > last || length <= longest || knownOf(atlas, segments.best[at]!) <= KNOWN.town) continue
    best = at
    longest = length
  }
  return best
}
