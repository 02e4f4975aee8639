import { elementAt } from '../../base/element-at.ts'
import { sliceSpan } from '../../base/span.ts'
import { SHAPE, TAG, type TokenRange } from '../../base/words/index.ts'
import type { Speaker } from '../../model/index.ts'
import { tagAt } from './cue-features.ts'
import type { Layout } from './layout.ts'
import { isNominal, phraseAround } from './source-candidates.ts'

/** How many phrases may be hung on a speaker's name by "of", "at", "for" and the like. */
const MAX_COMPLEMENTS = 3
const MAX_RELATIVE_WORDS = 16

/**
 * The words that name a speaker, from the plain phrase that the model chose: complements ("the office of ...", "a source at ...")
 * and, between the phrase and its cue, relative clauses are taken in; appositions behind a comma are left out.
 */
export function nameSpeaker(layout: Layout, given: TokenRange, cue: number): Speaker {
  const phrase = sourceWithin(
    layout,
    closeSource(layout, withoutTime(layout, authorOf(layout, antecedentOf(layout, given), cue))),
  )
  const last = nearEnd(layout, speakerEnd(layout, phrase, cue), cue)
  const { text, start, end } = layout.words
  const span = sliceSpan(text, start[phrase.first] ?? 0, end[last - 1] ?? 0)
  return { ...span, kind: speakerKind(layout, { first: phrase.first, last }), actor: null }
}

/** "a source close" goes on: "to the talks". */
function nearEnd(layout: Layout, end: number, cue: number): number {
  const limit = layout.segmentEnd[cue] ?? end
  const goesOn =
    NEARNESS.has(lowerAt(layout, end - 1)) && (lowerAt(layout, end) === 'to' || lowerAt(layout, end) === 'with')
  if (!goesOn || end + 1 >= limit || !isNominal(layout, end + 1)) return end
  const last = phraseAround(layout, end + 1, end + 1, limit).last
  return cue >= end && cue < last ? end : last
}

const NEARNESS = new Set(['close', 'near', 'familiar', 'loyal', 'linked'])

/** "sources close to the army": the sources speak, not the army. */
function closeSource(layout: Layout, phrase: TokenRange): TokenRange {
  const near = phrase.first - 2
  const link = lowerAt(layout, phrase.first - 1)
  const first = layout.segmentFirst[phrase.first] ?? 0
  if ((link !== 'to' && link !== 'with') || near <= first || !NEARNESS.has(lowerAt(layout, near))) return phrase
  if (!isNominal(layout, near - 1)) return phrase
  return { first: phraseAround(layout, near - 1, first, near).first, last: phrase.last }
}

/** "reports from the town", "residents of it": they speak, not the town. */
function sourceWithin(layout: Layout, phrase: TokenRange): TokenRange {
  const source = phrase.first - 2
  if (source < (layout.segmentFirst[phrase.first] ?? 0) || !FROM.has(lowerAt(layout, source + 1))) return phrase
  if (!UNNAMED.has(lowerAt(layout, source))) return phrase
  const isDescribed = source > 0 && isNominal(layout, source - 1) && tagAt(layout, source - 1) !== TAG.PRON
  return { first: isDescribed ? phraseAround(layout, source - 1, source - 1, source).first : source, last: phrase.last }
}

const FROM = new Set(['from', 'in', 'of', 'at', 'near', 'inside'])

/** "the League yesterday": without the day. */
function withoutTime(layout: Layout, { first, last }: TokenRange): TokenRange {
  let end = last
  while (end - 1 > first && TEMPORAL.has(lowerAt(layout, end - 1))) end--
  return { first, last: end }
}

/** "X, who said": the phrase that the relative pronoun stands for; any other phrase is itself. */
function antecedentOf(layout: Layout, phrase: TokenRange): TokenRange {
  const word = lowerAt(layout, phrase.first)
  if (phrase.last - phrase.first !== 1 || (word !== 'who' && word !== 'which')) return phrase
  let p = phrase.first - 1
  if (lowerAt(layout, p) === ',') p--
  const first = layout.segmentFirst[phrase.first] ?? 0
  if (p < first || !isNominal(layout, p)) return phrase
  const near = phraseAround(layout, p, first, p + 1)
  return attachedTo(layout, near, first)
}

/** The head phrase of "X of Y", "X for Y in Z", given its last part. */
function attachedTo(layout: Layout, phrase: TokenRange, first: number): TokenRange {
  let out = phrase
  for (let n = 0; n < MAX_COMPLEMENTS; n++) {
    const link = out.first - 1
    if (link <= first || !ATTACHING.has(lowerAt(layout, link)) || !isNominal(layout, link - 1)) break
    out = phraseAround(layout, link - 1, first, link)
  }
  return out
}

const ATTACHING = new Set(['of', 'for', 'in', 'at'])

/** "a statement by X": X. A document without a named author speaks for itself. */
function authorOf(layout: Layout, phrase: TokenRange, cue: number): TokenRange {
  const link = lowerAt(layout, phrase.last)
  if (!DOCUMENTS.has(lowerAt(layout, phrase.last - 1)) || (link !== 'by' && link !== 'from' && link !== 'of'))
    return phrase
  const limit = layout.segmentEnd[cue] ?? phrase.last
  if (phrase.last + 1 >= limit || !isNominal(layout, phrase.last + 1)) return phrase
  const author = phraseAround(layout, phrase.last + 1, phrase.last + 1, limit)
  return isTemporal(layout, author) ? phrase : author
}

const DOCUMENTS = new Set([
  'statement',
  'statements',
  'message',
  'letter',
  'communique',
  'communiqué',
  'bulletin',
  'release',
  'words',
])

function lowerAt(layout: Layout, p: number): string {
  return elementAt(layout.words.form, p)?.lower ?? ''
}

function speakerEnd(layout: Layout, phrase: TokenRange, cue: number): number {
  // An article alone is a phrase whose noun the tagger misread.
  if (phrase.last < cue && cue - phrase.last <= 3 && tagAt(layout, phrase.last - 1) === TAG.DET) return cue
  const limit = phrase.first < cue ? cue : (layout.segmentEnd[cue] ?? phrase.last)
  let end = phrase.last
  for (let n = 0; n < MAX_COMPLEMENTS; n++) {
    const next = complementEnd(layout, end, limit)
    if (next === end) break
    end = next
  }
  if (phrase.first < cue && end < cue) {
    end = coordinateEnd(layout, end, cue)
    const relative = relativeEnd(layout, end, cue)
    if (relative > end) end = relative
  }
  return end
}

const COMPLEMENT = new Set(['of', 'for', 'at', 'from', 'in', 'to', 'with', 'on', 'close', 'near', 'behind'])
const TIGHT = new Set(['of', 'for', 'at'])

/** Where "of X", "at X" after a phrase ends; `end` itself if there is none. */
/** "X and Y" right before a cue, its auxiliaries or a comma: where Y ends; `end` itself if there is none. */
function coordinateEnd(layout: Layout, end: number, cue: number): number {
  if (lowerAt(layout, end) !== 'and' || end + 1 >= cue || !isNominal(layout, end + 1)) return end
  const other = phraseAround(layout, end + 1, end + 1, cue)
  const next = other.last
  return next === cue || tagAt(layout, next) === TAG.AUX || lowerAt(layout, next) === ',' ? next : end
}

function complementEnd(layout: Layout, end: number, limit: number): number {
  const word = lowerAt(layout, end)
  if (end >= limit || !COMPLEMENT.has(word)) return bracketEnd(layout, end, limit)
  if (word === 'in' && lowerAt(layout, end + 1) === 'charge') return chargeEnd(layout, end, limit)
  let p = end + 1
  if (word === 'close' && lowerAt(layout, p) === 'to') p++
  if (p >= limit || !isNominal(layout, p) || (tagAt(layout, p) === TAG.PRON && word !== 'of')) return end
  const phrase = phraseAround(layout, p, p, limit)
  // Behind the cue "said X in Moscow" tells where, not who: only the tight links are part of the name there.
  const beforeCue = limit > end && phrase.last <= limit && tagAt(layout, limit) === TAG.VERB
  if (!TIGHT.has(word) && !beforeCue) return end
  if (isTemporal(layout, phrase)) return end
  return phrase.last
}

/** "in charge of supervising it": to the end of the phrase behind "of". */
function chargeEnd(layout: Layout, end: number, limit: number): number {
  let p = end + 2
  if (lowerAt(layout, p) !== 'of') return end
  p += tagAt(layout, p + 1) === TAG.VERB ? 2 : 1
  return p < limit && isNominal(layout, p) ? phraseAround(layout, p, p, limit).last : end
}

/** "(SOHR)" right after a name belongs to it. */
function bracketEnd(layout: Layout, end: number, limit: number): number {
  if (lowerAt(layout, end) !== '(' || end + 2 >= limit) return end
  return lowerAt(layout, end + 2) === ')' && ((layout.shape[end + 1] ?? 0) & SHAPE.upper) !== 0 ? end + 3 : end
}

const TEMPORAL = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday morning evening night afternoon week month year statement interview'.split(
    ' ',
  ),
)

function isTemporal(layout: Layout, phrase: TokenRange): boolean {
  for (let p = phrase.first; p < phrase.last; p++) if (TEMPORAL.has(lowerAt(layout, p))) return true
  return false
}

/** Where a relative clause or participle between a phrase and its cue ends: at the cue's own verb group, if no comma stands between. */
function relativeEnd(layout: Layout, end: number, cue: number): number {
  const word = lowerAt(layout, end)
  const opens = word === 'who' || word === 'that' || word === 'which' || tagAt(layout, end) === TAG.VERB
  if (!opens || tagAt(layout, cue) !== TAG.VERB || cue - end > MAX_RELATIVE_WORDS) return end
  for (let p = end; p < cue; p++) if ((layout.shape[p] ?? 0) & SHAPE.mark && lowerAt(layout, p) !== '-') return end
  let to = cue
  while (
    to > end &&
    (tagAt(layout, to - 1) === TAG.AUX || tagAt(layout, to - 1) === TAG.ADV || tagAt(layout, to - 1) === TAG.PART)
  )
    to--
  return to - end >= 2 ? to : end
}

function speakerKind(layout: Layout, phrase: TokenRange): Speaker['kind'] {
  if (phrase.last - phrase.first === 1 && tagAt(layout, phrase.first) === TAG.PRON) return 'pronoun'
  let named = false
  for (let p = phrase.first; p < phrase.last; p++) {
    if (UNNAMED.has(lowerAt(layout, p)) && !named) return 'unnamed'
    if (tagAt(layout, p) === TAG.PROPN) named = true
  }
  return named || DEFINITE.has(lowerAt(layout, phrase.first)) ? 'named' : 'unnamed'
}

const DEFINITE = new Set(['the', 'its', 'his', 'her', 'their', 'this', 'our'])
const UNNAMED = new Set(
  'source sources resident residents witness witnesses eyewitness eyewitnesses analyst analysts observer observers activist activists expert experts official officials villager villagers reports local locals people medic medics worker workers'.split(
    ' ',
  ),
)
