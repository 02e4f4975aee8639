import { hashWord } from '../../base/hash.ts'
import { SHAPE, type Words } from '../../base/words/index.ts'
import type { Atlas } from './atlas.ts'
import { placeOf } from './gazetteer.ts'
import { HOW, KIND } from './gazetteer-format.ts'
import { howOf } from './atlas.ts'
import type { GivenNames } from './given-names.ts'
import type { Segments } from './segments.ts'

/** What the atlas knows of a name, coarsely; the order is how much it says about what stands beside it. */
export const KNOWN = { nothing: 0, town: 1, big: 2, area: 3, country: 4, people: 5, abbreviation: 6, other: 7 } as const

/** round(8 × log2(100,000)): from this population on a town is big. */
export const BIG_TOWN = 133

const LOCATIVES = new Set(
  'in at near from to outside around across toward towards inside into through throughout via of between'
    .split(' ')
    .map(hashWord),
)

/** How a name stands in the whole text. */
export interface NameUse {
  count: number
  /** Times with no capitalised word at either side. */
  alone: number
  /** Times right after a capitalised word, as a surname stands. */
  behind: number
  /** Times after a given name: Chris Jordan. */
  persons: number
  /** Times after "in", "at", "near". */
  located: number
}

/** What each token of a text has beside it, and how each name is used in the text. */
export interface Neighbourhood {
  /** KNOWN of the longest known name that begins at, or ends with, a token. */
  readonly begins: Uint8Array
  readonly ends: Uint8Array
  /** The use of a segment's name by its index key. */
  readonly uses: ReadonlyMap<number, NameUse>
}

/** Coarse class of what a reference leads to. */
export function knownOf(atlas: Atlas, reference: number): number {
  if (reference < 0) return KNOWN.nothing
  const how = howOf(reference)
  if (how === HOW.demonym) return KNOWN.people
  if (how === HOW.abbreviation) return KNOWN.abbreviation
  const place = placeOf(reference)
  switch (atlas.kind[place]!) {
    case KIND.country:
      return KNOWN.country
    case KIND.admin1:
    case KIND.admin2:
      return KNOWN.area
    case KIND.capital:
    case KIND.seat:
    case KIND.town:
    case KIND.quarter:
      return atlas.population[place]! >= BIG_TOWN ? KNOWN.big : KNOWN.town
    default:
      return KNOWN.other
  }
}

/** Goes over a text's segments once. */
export function surveyNeighbourhood(words: Words, segments: Segments, atlas: Atlas, given: GivenNames): Neighbourhood {
  const begins = new Uint8Array(words.count + 1)
  const ends = new Uint8Array(words.count + 1)
  const uses = new Map<number, NameUse>()
  for (let at = 0; at < segments.count; at++) {
    const first = segments.first[at]!
    const last = segments.last[at]!
    const best = segments.best[at]!
    if (best >= 0) {
      const known = knownOf(atlas, best)
      begins[first] = known
      if (ends[last - 1] === 0) ends[last - 1] = known
    }
    if (best >= 0 || last - first === 1) countUse(uses, segments.index[at]!, words, given, first, last)
  }
  return { begins, ends, uses }
}

function countUse(
  uses: Map<number, NameUse>,
  index: number,
  words: Words,
  given: GivenNames,
  first: number,
  last: number,
): void {
  let use = uses.get(index)
  if (!use) {
    use = { count: 0, alone: 0, behind: 0, persons: 0, located: 0 }
    uses.set(index, use)
  }
  const before = isCapitalAt(words, first - 1, first)
  const after = isCapitalAt(words, last, first)
  use.count++
  if (before) use.behind++
  if (before && given.has(words.form[first - 1]!.hash)) use.persons++
  if (!before && !after) use.alone++
  if (first > 0 && !after && LOCATIVES.has(words.form[first - 1]!.hash)) use.located++
}

/** Whether the token at `at` is capitalised and in the sentence of the token `of`. */
export function isCapitalAt(words: Words, at: number, of: number): boolean {
  return (
    at >= 0 &&
    at < words.count &&
    words.sentence[at] === words.sentence[of] &&
    (words.form[at]!.shape & SHAPE.capital) !== 0
  )
}
