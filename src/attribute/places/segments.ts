import { SHAPE, TAG, type Words } from '../../base/words/index.ts'
import { hashWord } from '../../base/hash.ts'
import { nameTokens, nextCheck, nextIndex, startCheck, startIndex } from './name-key.ts'
import type { Atlas } from './atlas.ts'

/** A name has at most this many words, hyphens and particles between them not counted… */
const MAX_PARTS = 5
/** …and at most this many tokens. */
const MAX_TOKENS = 9
/** A text's names beyond this many spans are left alone: a bound on hostile input. */
const MAX_SEGMENTS = 60_000

/** Lower-case words that stand inside names. */
const PARTICLES = new Set(
  'of the al el ar as ash at az ad ed er es et ez en an ul de del della des di da do dos du la las le les los y e i au aux am on upon sur sul im in and bin ibn abu op under sous'
    .split(' ')
    .map(hashWord),
)

/** First letter outside ASCII, at U+00C0. */
const FIRST_LETTER = 0xc0
/** Typographic marks begin at U+2000. */
const FIRST_MARK = 0x2000

/** Words that stand in few names, and between names everywhere: only a known name goes over them. */
const LINKERS = new Set('and in on at an as e i y es en upon over under sous'.split(' ').map(hashWord))

const HYPHENS = new Set(['-', '‐', '‑', '–'].map(hashWord))

/** Spans of tokens that may be a place's name, in columns; made anew for each text in the same memory. */
export interface Segments {
  count: number
  /** First token, and the one after the last. */
  first: Int32Array
  last: Int32Array
  /** Key of the name. */
  index: Uint32Array
  check: Uint32Array
  /** The best known reference of the name, -1 where the atlas has none. */
  best: Int32Array
}

/** Empty memory for segments. */
export function createSegments(): Segments {
  return grown(null, 1024)
}

function grown(old: Segments | null, size: number): Segments {
  const made: Segments = {
    count: old?.count ?? 0,
    first: new Int32Array(size),
    last: new Int32Array(size),
    index: new Uint32Array(size),
    check: new Uint32Array(size),
    best: new Int32Array(size),
  }
  if (old) {
    for (const column of ['first', 'last', 'index', 'check', 'best'] as const) made[column].set(old[column])
  }
  return made
}

/**
 * All spans of a text that may be a place's name: from a capitalised word (or one in Arabic letters) through further ones joined by
 * a space, a hyphen or a particle. They come in the order of their first token, shorter ones first.
 */
export function findSegments(words: Words, atlas: Pick<Atlas, 'first'>, memory: Segments): Segments {
  let segments = memory
  segments.count = 0
  for (let at = 0; at < words.count; at++) {
    if (!mayStart(words, at)) continue
    if (segments.count + MAX_PARTS > MAX_SEGMENTS) return segments
    if (segments.count + MAX_PARTS > segments.first.length) segments = grown(segments, segments.first.length * 2)
    extendFrom(words, atlas, segments, at)
  }
  return segments
}

function extendFrom(words: Words, atlas: Pick<Atlas, 'first'>, segments: Segments, first: number): void {
  let last = wordEnd(words, first)
  const hash = wordHash(words, first, last)
  let index = startIndex(hash)
  let check = startCheck(hash)
  const weak = isWeakStart(words, first)
  let linked = false
  for (let parts = 1; parts <= MAX_PARTS; parts++) {
    const best = atlas.first(index, check)
    if (best >= 0 ? !weak || parts > 1 : !weak && !linked) put(segments, first, last, index, check, best)
    const next = nextPart(words, last)
    if (next < 0 || next - first >= MAX_TOKENS) return
    for (let i = last; i <= next; i++) {
      if (i < next && isHyphen(words, i)) continue
      if (i < next && LINKERS.has(words.form[i]!.hash) && !isHyphen(words, i - 1)) linked = true
      const end = i < next ? i + 1 : wordEnd(words, next)
      const hash = wordHash(words, i, end)
      index = nextIndex(index, hash)
      check = nextCheck(check, hash)
      last = end
    }
  }
}

/** The token after a word: the word reader splits words at letters outside ASCII, which are put together again here. */
function wordEnd(words: Words, first: number): number {
  let end = first + 1
  while (end < words.count && words.start[end] === words.end[end - 1] && isGlued(words, end)) end++
  return end
}

function isGlued(words: Words, at: number): boolean {
  if (words.form[at]!.shape & SHAPE.mark) return false
  const start = words.start[at]!
  return isBeyondAscii(words.text.charCodeAt(start)) || isBeyondAscii(words.text.charCodeAt(start - 1))
}

function isBeyondAscii(unit: number): boolean {
  return unit >= FIRST_LETTER && unit < FIRST_MARK
}

function wordHash(words: Words, first: number, end: number): number {
  if (end === first + 1 && !isArabic(words, first)) return words.form[first]!.hash
  return hashWord(nameTokens(words.text.slice(words.start[first], words.end[end - 1])).join(''))
}

function put(segments: Segments, first: number, last: number, index: number, check: number, best: number): void {
  const at = segments.count++
  segments.first[at] = first
  segments.last[at] = last
  segments.index[at] = index
  segments.check[at] = check
  segments.best[at] = best
}

/** The token at which a name that reached `last` may go on, past a hyphen or particles; -1 if it ends here. */
function nextPart(words: Words, last: number): number {
  let at = last
  if (!isJoined(words, at)) return -1
  if (isPart(words, at)) return at
  if (isHyphen(words, at)) at++
  if (at > last && isJoined(words, at) && isPart(words, at)) return at
  for (let particles = 0; particles < 2 && at < words.count && PARTICLES.has(words.form[at]!.hash); particles++) {
    if (!isJoined(words, at)) return -1
    at++
    if (at < words.count && isHyphen(words, at)) at++
  }
  return at > last && isJoined(words, at) && mayStart(words, at) ? at : -1
}

/** Whether a token follows the one before in the same sentence, with one space at most between them. */
function isJoined(words: Words, at: number): boolean {
  return at < words.count && words.sentence[at] === words.sentence[at - 1] && words.start[at]! - words.end[at - 1]! <= 1
}

function isHyphen(words: Words, at: number): boolean {
  const width = words.end[at]! - words.start[at]!
  return width === 1 && HYPHENS.has(words.form[at]!.hash)
}

/** A capitalised word, or one in Arabic letters. */
function isPart(words: Words, at: number): boolean {
  const { shape } = words.form[at]!
  return (shape & SHAPE.capital) !== 0 || (shape & (SHAPE.mark | SHAPE.digit)) === SHAPE.digit || isArabic(words, at)
}

function mayStart(words: Words, at: number): boolean {
  return (words.form[at]!.shape & SHAPE.capital) !== 0 || isArabic(words, at)
}

/** Function words begin a name only if the atlas has that name, longer than the word: "The Hague". */
function isWeakStart(words: Words, at: number): boolean {
  if (words.form[at]!.shape & SHAPE.upper) return false
  switch (words.tag[at]) {
    case TAG.DET:
    case TAG.PRON:
    case TAG.ADP:
    case TAG.AUX:
    case TAG.CCONJ:
    case TAG.SCONJ:
    case TAG.PART:
      return true
    default:
      return false
  }
}

function isArabic(words: Words, at: number): boolean {
  const unit = words.text.charCodeAt(words.start[at]!)
  return unit >= 0x0620 && unit <= 0x06ff
}
