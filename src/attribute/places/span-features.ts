import { hashWord, mixBits } from '../../base/hash.ts'
import { SHAPE, type Words } from '../../base/words/index.ts'
import { howOf, type Atlas } from './atlas.ts'
import { placeOf } from './gazetteer.ts'
import type { GivenNames } from './given-names.ts'
import { isCapitalAt, knownOf, type Neighbourhood } from './neighbourhood.ts'
import type { Segments } from './segments.ts'

/** Bits of a feature's number: the size of the weight table. */
export const FEATURE_BITS = 16
/** Room for one segment's features. */
export const MAX_FEATURES = 64

const MASK = (1 << FEATURE_BITS) - 1
const COMMA = hashWord(',')
const HYPHEN = hashWord('-')
const DOTTED = /\./u

/** Everything that a segment's features are read from. */
export interface SpanScene {
  readonly words: Words
  readonly segments: Segments
  readonly atlas: Atlas
  readonly given: GivenNames
  readonly around: Neighbourhood
}

/** Writes the features of segment `at` into `out` as numbers below 2^FEATURE_BITS; returns how many. Allocates nothing. */
export function describeSegment(scene: SpanScene, at: number, out: Uint16Array): number {
  const { words, segments, atlas, given, around } = scene
  const first = segments.first[at]!
  const last = segments.last[at]!
  const best = segments.best[at]!
  const known = knownOf(atlas, best)
  const size = Math.min(5, last - first)
  const detail = best < 0 ? 0 : classOf(atlas, best)
  const head = words.form[first]!
  const tail = words.form[last - 1]!
  const sentence = words.sentence[first]!
  const previous = hashAt(words, first - 1, sentence)
  const next = hashAt(words, last, sentence)
  const capitalBefore = isCapitalAt(words, first - 1, first)
  const capitalAfter = isCapitalAt(words, last, first)
  const sides = (capitalBefore ? 1 : 0) | (capitalAfter ? 2 : 0)
  const base = known * 8 + size
  const shape = shapeOf(words, first, last)
  let n = 0
  const emit = (kind: number, value: number): void => {
    out[n++] = mixBits(kind * 0x9e37 + 1, value) & MASK
  }
  emit(1, base)
  emit(2, detail)
  emit(3, base * 4 + sides)
  emit(5, mixBits(head.hash, size))
  emit(6, mixBits(tail.hash, size))
  emit(7, mixBits(previous, known))
  emit(10, mixBits(next, known))
  emit(13, mixBits(suffixAt(words, last, sentence), base))
  emit(14, mixBits(tagAt(words, first - 1, sentence) * 32 + tagAt(words, last, sentence), known))
  emit(15, shape * 64 + base)
  emit(16, mixBits(tail.suffixHash, known))
  emit(17, (given.has(head.hash) ? 1 : 0) * 64 + base)
  emit(18, (given.has(previous) ? 1 : 0) * 64 + base)
  if (previous === HYPHEN && first > 1) emit(37, (around.ends[first - 2] ?? 0) * 64 + base)
  if (next === HYPHEN) emit(38, (around.begins[last + 1] ?? 0) * 64 + base)
  emit(19, (first === words.sentences[sentence]!.first ? 1 : 0) * 256 + sides * 64 + base)
  if (next === COMMA) emit(21, (around.begins[last + 1] ?? 0) * 64 + base)
  if (previous === COMMA && first > 1) emit(22, (around.ends[first - 2] ?? 0) * 64 + base)
  if (capitalAfter) emit(23, mixBits(next, base) ^ (around.begins[last] ?? 0))
  if (capitalAfter) emit(24, (around.begins[last] ?? 0) * 64 + base)
  if (capitalBefore) emit(25, mixBits(previous, base))
  if (capitalBefore) emit(26, (around.ends[first - 1] ?? 0) * 64 + base)
  if (size > 1) emit(27, (around.begins[first] ?? 0) * 512 + (around.ends[last - 1] ?? 0) * 64 + base)
  if (size > 1) emit(28, mixBits(tail.hash, around.begins[first] ?? 0))
  const use = around.uses.get(segments.index[at]!)
  if (use) {
    emit(32, shareOf(use.alone, use.count) * 512 + Math.min(3, use.count) * 64 + known)
    emit(33, shareOf(use.behind, use.count) * 512 + Math.min(3, use.count) * 64 + known)
    emit(36, Math.min(2, use.persons) * 512 + Math.min(2, use.located) * 128 + sides * 16 + known)
    emit(34, Math.min(3, use.located) * 64 + known)
    emit(35, Math.min(3, use.located) * 64 + Math.min(3, use.behind) * 8 + sides)
  }
  return n
}

/** Kind, way of naming and size of the best known place of a name. */
function classOf(atlas: Atlas, reference: number): number {
  const place = placeOf(reference)
  return 1 + (atlas.kind[place]! * 8 + howOf(reference)) * 16 + (atlas.population[place]! >> 4)
}

/** Capitals, digits and dots of a name's ends, as a small number. */
function shapeOf(words: Words, first: number, last: number): number {
  const head = words.form[first]!
  const tail = words.form[last - 1]!
  const bits =
    (head.shape & SHAPE.upper ? 1 : 0) | (tail.shape & SHAPE.upper ? 2 : 0) | (tail.shape & SHAPE.digit ? 4 : 0)
  return bits | (DOTTED.test(tail.surface) ? 8 : 0) | (Math.min(3, head.surface.length >> 1) << 4)
}

function shareOf(part: number, whole: number): number {
  return part === 0 ? 0 : part === whole ? 3 : part * 2 > whole ? 2 : 1
}

function hashAt(words: Words, at: number, sentence: number): number {
  return at >= 0 && at < words.count && words.sentence[at] === sentence ? words.form[at]!.hash : 0
}

function suffixAt(words: Words, at: number, sentence: number): number {
  return at >= 0 && at < words.count && words.sentence[at] === sentence ? words.form[at]!.suffixHash : 0
}

function tagAt(words: Words, at: number, sentence: number): number {
  return at >= 0 && at < words.count && words.sentence[at] === sentence ? words.tag[at]! : 0
}
