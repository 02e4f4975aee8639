import { TAG } from '../../base/words/index.ts'
import type { Attribution } from './attributions.ts'
import { tagAt } from './cue-features.ts'
import type { CueLexicon } from './cue-lexicon.ts'
import type { Layout } from './layout.ts'
import { isNominal, phraseAround } from './source-candidates.ts'
import { isRelay } from './via.ts'

/**
 * Settles attributions inside attributions: where a medium reports that X said something, X's own words are relayed by the
 * medium; and where the medium's phrase stands between X and X's verb ("X, agencies reported, had counted ..."), the whole
 * is X's statement.
 */
export function settleNesting(layout: Layout, lexicon: CueLexicon, found: readonly Attribution[]): Attribution[] {
  const relayed = found.map((attribution) => relayInterrupted(layout, lexicon, attribution))
  return relayed.map((inner, n) => (inner.via ? inner : withVia(inner, mediumOf(layout, lexicon, relayed, n))))
}

/** How many attributions on either side are looked at for the one around; a sentence holds few. */
const NEIGHBOURS = 8

/** The source of an attribution in the same segment that holds attribution `n` and is a medium; null for none. */
function mediumOf(
  layout: Layout,
  lexicon: CueLexicon,
  all: readonly Attribution[],
  n: number,
): readonly [number, number] | null {
  const inner = all[n]
  if (!inner) return null
  for (const outer of all.slice(Math.max(0, n - NEIGHBOURS), n + NEIGHBOURS + 1)) {
    const near = layout.segmentEnd[outer.cue] === layout.segmentEnd[inner.cue] && outer.source[0] >= 0
    if (!near || outer.source[0] === inner.source[0] || !holds(outer, inner.cue)) continue
    if (isRelay(layout, lexicon, toRange(outer.source))) return outer.source
  }
  return null
}

function withVia(attribution: Attribution, via: readonly [number, number] | null): Attribution {
  return via ? { ...attribution, via } : attribution
}

function toRange([first, last]: readonly [number, number]) {
  return { first, last }
}

function holds({ content }: Attribution, token: number): boolean {
  for (let k = 0; k < 6; k += 2) {
    if ((content[k] ?? -1) >= 0 && token >= (content[k] ?? 0) && token < (content[k + 1] ?? 0)) return true
  }
  return false
}

/** "X, agencies reported, had counted Y": X's statement of Y, relayed by the agencies; any other attribution as it is. */
function relayInterrupted(layout: Layout, lexicon: CueLexicon, given: Attribution): Attribution {
  const [left = -1, leftEnd = -1, right = -1, end = -1] = given.content
  const medium = given.source
  if (left < 0 || right < 0 || medium[0] < 0 || !isRelay(layout, lexicon, toRange(medium))) return given
  if (!isNominal(layout, left)) return given
  let verb = right
  while (verb < end && tagAt(layout, verb) === TAG.AUX) verb++
  if (verb >= end - 1 || tagAt(layout, verb) !== TAG.VERB || (layout.kind[verb] ?? 0) === 0) return given
  const speaker = phraseAround(layout, left, left, leftEnd)
  return {
    ...given,
    cue: verb,
    content: [-1, -1, verb + 1, end, -1, -1],
    source: [speaker.first, speaker.last],
    via: medium,
  }
}
