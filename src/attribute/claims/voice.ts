import { sliceSpan, trimmedSpan, type Interval, type Span } from '../../base/span.ts'
import type { TokenRange, Words } from '../../base/words/index.ts'
import type { FoundStatement } from '../statements/index.ts'
import { charactersOf, type Scene } from './scene.ts'

/** Cues that tell what someone does, not what someone says; the speaker is whoever tells that. */
const NO_SPEECH: ReadonlySet<string> = new Set(['decide', 'plan'])

/** The innermost statement whose content holds a place of the text. */
export function statementAt(statements: readonly FoundStatement[], at: number): number | null {
  let found: number | null = null
  let size = Infinity
  for (let i = 0; i < statements.length; i++) {
    const statement = statements[i]
    if (!statement || NO_SPEECH.has(statement.cueKind)) continue
    for (const piece of statement.content) {
      if (piece.start > at || at >= piece.end || piece.end - piece.start >= size) continue
      found = i
      size = piece.end - piece.start
    }
  }
  return found
}

/** What of the sentence belongs to the same voice as the trigger: its piece of content, or the sentence without others' words. */
export function allowedAround(
  scene: Scene,
  at: number,
  statement: FoundStatement | null,
  all: readonly FoundStatement[],
): Interval {
  const sentence = charactersOf(scene.words, scene.sentence)
  const piece = statement?.content.find((c) => c.start <= at && at < c.end)
  if (piece) return { start: Math.max(piece.start, sentence.start), end: Math.min(piece.end, sentence.end) }
  let { start, end } = sentence
  const cutAt = (cut: Interval) => {
    if (cut.end <= at && cut.end > start) start = cut.end
    if (cut.start > at && cut.start < end) end = cut.start
  }
  for (const other of all) {
    // A verb that tells the act is nobody's way to speak of it.
    const isTold = other.cue !== null && other.cue.start <= at && at < other.cue.end
    if (NO_SPEECH.has(other.cueKind) || isTold) continue
    for (const piece of other.content) cutAt(piece)
    if (other.speaker) cutAt(other.speaker)
    if (other.cue) cutAt(other.cue)
  }
  return { start, end }
}

/** The extent cut to what its voice says, without quotation marks and stops at either end. */
export function clip(scene: Scene, extent: TokenRange, allowed: Interval): Span {
  const { text } = scene.words
  const whole = charactersOf(scene.words, extent)
  const start = Math.max(whole.start, allowed.start)
  const end = Math.min(whole.end, allowed.end)
  const raw = text.slice(start, end)
  const lead = EDGE_START.exec(raw)?.[0].length ?? 0
  const tail = EDGE_END.exec(raw.slice(lead))?.[0].length ?? 0
  return end > start ? trimmedSpan(text, start + lead, end - tail) : sliceSpan(text, start, start)
}

const EDGE_START = /^[\s“”"„«»‘',;:.–—-]+/
const EDGE_END = /[\s“”"„«»',;:.–—]{1,9}$/

/** From the first token that begins in a stretch of the text to the last that ends in it. */
export function tokensWithin(words: Words, sentence: TokenRange, { start, end }: Interval): TokenRange {
  let { first, last } = sentence
  while (first < last && (words.start[first] ?? 0) < start) first++
  while (last > first && (words.end[last - 1] ?? 0) > end) last--
  return { first, last }
}
