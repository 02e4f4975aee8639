import { SHAPE, TAG, type TokenRange } from '../../base/words/index.ts'
import type { Attribution } from './attributions.ts'
import { tagAt } from './cue-features.ts'
import type { Layout } from './layout.ts'
import { lowerAt, verbsIn } from './region.ts'
import { isNominal, phraseAround } from './source-candidates.ts'

/** A passage under somebody's name and a colon: "Defence ministry, Thursday: two soldiers were killed." */
export interface HeadedStatement {
  readonly speaker: TokenRange
  readonly colon: number
  /** First token of what is said, and one past the last. */
  readonly first: number
  readonly end: number
}

/** Longest head, and shortest passage under it, in tokens. */
const MOST_HEAD = 12
const LEAST_SAID = 3

/** Words for those who speak: a head with one of them names a speaker, whoever it is. */
const SPEAKERS = new Set(
  (
    'ministry mod mfa minister president presidency premier government authorities cabinet kremlin parliament council embassy consulate ambassador envoy ' +
    'army military navy command commander staff headquarters police gendarmerie spokesman spokeswoman spokesperson spokespersons official officials ' +
    'centre center mission monitors monitor observers observatory committee commission secretariat department office authority agency ' +
    'source sources witness witnesses eyewitnesses activists activist residents resident locals medics rescuers hospital governor mayor governorate'
  ).split(' '),
)

/**
 * Finds passages that stand under a speaker's name and a colon, as tickers, logs and abstracts write. A proper name alone heads one only
 * where `isSpeaker` knows it: a place or a subject before a colon speaks not. What already has an attribution in its head is left alone.
 */
export function findHeadedStatements(
  layout: Layout,
  found: readonly Attribution[],
  isSpeaker: (name: string) => boolean,
): HeadedStatement[] {
  const headed: HeadedStatement[] = []
  for (let colon = 1; colon < layout.count; colon++) {
    if (lowerAt(layout, colon) !== ':' || (layout.quotations.at[colon] ?? -1) >= 0) continue
    const first = pieceStart(layout, colon)
    const speaker = headOf(layout, first, colon, isSpeaker)
    const end = saidEnd(layout, colon)
    if (!speaker || end - colon - 1 < LEAST_SAID || found.some(({ cue }) => cue >= first && cue < colon)) continue
    headed.push({ speaker, colon, first: colon + 1, end })
  }
  return headed
}

/** Whether an attribution is no other than a headed passage, read by its colon, or takes head and passage together for what somebody else said. */
export function isWithin({ speaker, colon, end }: HeadedStatement, { cue, content }: Attribution): boolean {
  if (cue === colon) return true
  const [left = -1, leftEnd = -1] = content
  return cue > colon && cue < end && left >= 0 && left <= speaker.first && leftEnd > colon
}

/** Where the sentence, or its part behind a semicolon, begins. */
function pieceStart(layout: Layout, colon: number): number {
  const low = layout.segmentFirst[colon] ?? 0
  let first = colon
  while (first > low && lowerAt(layout, first - 1) !== ';') first--
  return first
}

/** The phrase that names who speaks; null where the words before the colon name nobody who does. */
function headOf(layout: Layout, first: number, colon: number, isSpeaker: (name: string) => boolean): TokenRange | null {
  if (colon - first > MOST_HEAD || !isNominal(layout, first) || verbsIn(layout, first, colon) > 0) return null
  // "8:50" and "05:50 GMT" are no heads
  if (tagAt(layout, colon - 1) === TAG.NUM && layout.words.start[colon + 1] === layout.words.end[colon]) return null
  const phrase = phraseAround(layout, first, first, colon)
  for (let p = first; p < colon; p++) if (SPEAKERS.has(lowerAt(layout, p))) return phrase
  return isName(layout, phrase) && isSpeaker(wordsOf(layout, phrase)) ? phrase : null
}

function isName(layout: Layout, { first, last }: TokenRange): boolean {
  for (let p = first; p < last; p++) if (((layout.shape[p] ?? 0) & SHAPE.capital) === 0) return false
  return true
}

function wordsOf({ words }: Layout, { first, last }: TokenRange): string {
  return words.text.slice(words.start[first] ?? 0, words.end[last - 1] ?? 0)
}

/** To the next semicolon behind which another head stands, or the sentence's end without its stop. */
function saidEnd(layout: Layout, colon: number): number {
  const limit = layout.segmentEnd[colon] ?? colon
  let turn = -1
  for (let p = colon + 1; p < limit; p++) {
    if (lowerAt(layout, p) === ';') turn = p
    else if (lowerAt(layout, p) === ':' && turn > 0 && p - turn <= MOST_HEAD) return turn
  }
  return ((layout.shape[limit - 1] ?? 0) & SHAPE.stop) !== 0 ? limit - 1 : limit
}
