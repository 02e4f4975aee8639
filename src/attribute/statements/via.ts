import { sliceSpan, type Span } from '../../base/span.ts'
import { SHAPE, TAG, type TokenRange } from '../../base/words/index.ts'
import type { Attribution } from './attributions.ts'
import { tagAt } from './cue-features.ts'
import type { CueLexicon } from './cue-lexicon.ts'
import type { Layout } from './layout.ts'
import { isNominal, phraseAround } from './source-candidates.ts'

const LINKS = new Set(['to', 'by', 'with', 'via', 'through'])
const TELL = new Set(['told', 'tell', 'tells', 'telling', 'informed', 'informs'])
const REACH = 24

/** The medium that relays an attribution, in its segment and outside its content and source; null for none. */
export function findVia(layout: Layout, lexicon: CueLexicon, found: Attribution): Span | null {
  const first = Math.max(layout.segmentFirst[found.cue] ?? 0, found.cue - REACH)
  const end = Math.min(layout.segmentEnd[found.cue] ?? 0, found.cue + REACH)
  if (TELL.has(lowerAt(layout, found.cue)) && isNominal(layout, found.cue + 1)) {
    const told = withComplement(layout, phraseAround(layout, found.cue + 1, found.cue + 1, end), end)
    if (isFree(found, told) && (isRelay(layout, lexicon, told) || isBareName(layout, told))) return spanOf(layout, told)
  }
  for (let p = first; p + 1 < end; p++) {
    if (!LINKS.has(lowerAt(layout, p)) || !isNominal(layout, p + 1)) continue
    const phrase = phraseAround(layout, p + 1, p + 1, end)
    if (isFree(found, phrase) && isRelay(layout, lexicon, phrase)) return spanOf(layout, phrase)
  }
  return null
}

/** Whether a phrase names a medium, by a word of the lexicon: "the RIA news agency", "this newspaper". */
export function isRelay(layout: Layout, lexicon: CueLexicon, phrase: TokenRange): boolean {
  for (let p = phrase.first; p < phrase.last; p++) if (lexicon.relay[layout.words.form[p]?.id ?? 0]) return true
  return false
}

function lowerAt(layout: Layout, p: number): string {
  return layout.words.form[p]?.lower ?? ''
}

function withComplement(layout: Layout, phrase: TokenRange, limit: number): TokenRange {
  const p = phrase.last
  if (lowerAt(layout, p) !== 'of' || p + 1 >= limit || !isNominal(layout, p + 1)) return phrase
  return { first: phrase.first, last: phraseAround(layout, p + 1, p + 1, limit).last }
}

/** Names only, none of them a person's title: whoever is told something under such a name is taken for a medium. */
function isBareName(layout: Layout, phrase: TokenRange): boolean {
  for (let p = phrase.first; p < phrase.last; p++) {
    const capital = ((layout.shape[p] ?? 0) & SHAPE.capital) !== 0
    if (!capital && !['the', 'of'].includes(lowerAt(layout, p))) return false
    if (tagAt(layout, p) === TAG.PRON || TITLES.has(lowerAt(layout, p))) return false
  }
  return true
}

const TITLES = new Set(
  'president minister mr mrs ms general gen colonel col captain sen senator rep secretary ambassador king prince prime foreign'.split(
    ' ',
  ),
)

function isFree(found: Attribution, phrase: TokenRange): boolean {
  const [sourceFirst, sourceLast] = found.source
  if (sourceFirst >= 0 && phrase.first < sourceLast && sourceFirst < phrase.last) return false
  for (let k = 0; k < 6; k += 2) {
    const [start, end] = [found.content[k] ?? -1, found.content[k + 1] ?? -1]
    if (start >= 0 && phrase.first < end && start < phrase.last) return false
  }
  return true
}

function spanOf(layout: Layout, phrase: TokenRange): Span {
  return sliceSpan(layout.words.text, layout.words.start[phrase.first] ?? 0, layout.words.end[phrase.last - 1] ?? 0)
}
