import { sharedLength, trimmedSpan, type Interval, type Span } from '../../base/span.ts'
import { SHAPE, type TokenRange, type Words } from '../../base/words/index.ts'
import type { FoundStatement } from '../statements/index.ts'
import type { BriefEvent } from './brief-event.ts'
import type { BriefScene } from './brief-scene.ts'

/** A tagged range as a passage, without marks at either end; null if nothing else is in it. Tokens count from the sentence's first. */
export function passageOf({ words, sentence }: BriefScene, range: TokenRange | undefined): Span | null {
  if (!range) return null
  let first = sentence.first + range.first
  let last = sentence.first + range.last
  while (first < last && isMark(words, first)) first++
  while (last > first && isMark(words, last - 1) && words.form[last - 1]?.surface !== ')') last--
  return first < last ? trimmedSpan(words.text, words.start[first] ?? 0, words.end[last - 1] ?? 0) : null
}

function isMark(words: Words, token: number): boolean {
  return ((words.form[token]?.shape ?? 0) & SHAPE.mark) !== 0
}

/** A passage cut where the words that attribute begin: "the camp, aid workers said" names the camp. */
export function beforeVoice(span: Span, statements: readonly FoundStatement[]): Span {
  let end = span.end
  for (const { speaker, cue } of statements) {
    for (const voice of [speaker, cue]) if (voice && voice.start > span.start && voice.start < end) end = voice.start
  }
  if (end === span.end) return span
  const kept = span.text.slice(0, end - span.start).replace(/[\s,;–—-]{1,8}$/u, '')
  return kept === '' ? span : { text: kept, start: span.start, end: span.start + kept.length }
}

/** Whether a passage is the head of a statement, "Defence ministry: …": who stands there speaks, and does nothing. */
export function isHead(span: Span, statements: readonly FoundStatement[]): boolean {
  return statements.some(({ speaker, cue, manner }) => {
    return cue === null && manner === 'indirect' && speaker !== null && sharedLength(span, speaker) > 0
  })
}

/** The clause that tells an event, as far as one voice says it: cut to the statement's piece that holds the event's word. */
export function quoteOf(scene: BriefScene, event: BriefEvent, statement: FoundStatement | null): Span {
  const { words, sentence, parsed } = scene
  const clause = parsed.clauses[event.clause]
  const range = clause && clause.first <= event.token && event.token < clause.last ? clause : sentence
  const at = words.start[event.token] ?? 0
  const piece: Interval | undefined = statement?.content.find((c) => c.start <= at && at < c.end)
  const quote = passageOf(scene, { first: range.first - sentence.first, last: range.last - sentence.first })
  const [start, end] = [words.start[range.first] ?? 0, words.end[range.last - 1] ?? 0]
  if (!piece) return quote ?? trimmedSpan(words.text, start, end)
  return trimmedSpan(words.text, Math.max(start, piece.start), Math.min(quote?.end ?? end, piece.end))
}
