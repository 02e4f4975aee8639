import { sliceSpan, type Interval, type Span } from '../../base/span.ts'
import type { TokenRange, Words } from '../../base/words/index.ts'
import type { Manner, Statement } from '../../model/index.ts'
import { findAttributions, type Attribution } from './attributions.ts'
import { findBareQuotations } from './bare-quotations.ts'
import { CUE_KINDS, NOUN_CUE, type CueKind, type CueLexicon } from './cue-lexicon.ts'
import { findHeadedStatements, isWithin } from './headed-statements.ts'
import { makesKnown } from './known.ts'
import { createLayout, createLayoutRoom, type Layout } from './layout.ts'
import type { AttributionModel } from './model.ts'
import { createSlate } from './slate.ts'
import { settleNesting } from './nesting.ts'
import { nameSpeaker } from './speaker.ts'
import { findVia } from './via.ts'

/** A statement as found, with what its cue tells later stages. Actor ids are null: the caller resolves speakers. */
export interface FoundStatement extends Statement {
  /** How the cue sets the content: denied, demanded and so on. */
  readonly cueKind: CueKind
  /** Log-odds, by the model, that the attribution is right. */
  readonly odds: number
}

/** The part of a report that the finder needs. */
export interface ReportBody {
  readonly text: string
  readonly body: readonly Interval[]
}

/** Finds the statements of a report, in the order of their cues. */
export type StatementFinder = (words: Words, report: ReportBody) => readonly FoundStatement[]

/**
 * A finder over a cue lexicon and learned weights. The words must come from a reader over the vocabulary that the lexicon was
 * parsed into. What the outlet says itself is no statement here.
 *
 * @param isSpeaker whether a bare name is known to be somebody who speaks, so that it may head what is said: "NAME: …" (Default: none is)
 */
export function createStatementFinder(
  lexicon: CueLexicon,
  model: AttributionModel,
  isSpeaker: (name: string) => boolean = () => false,
): StatementFinder {
  const slate = createSlate()
  let room = createLayoutRoom(0)
  return (words) => {
    if (room.hash.length < words.count) room = createLayoutRoom(2 * words.count)
    const layout = createLayout(words, lexicon, room)
    const judged = settleNesting(layout, lexicon, findAttributions(layout, model, slate))
    const headed = findHeadedStatements(layout, judged, isSpeaker)
    const found = headed.length === 0 ? judged : judged.filter((it) => !headed.some((head) => isWithin(head, it)))
    const stated = found.map((attribution) => stateAttribution(layout, lexicon, attribution))
    const uncued = [
      ...findBareQuotations(layout, found).map((quotation) => stateUncued(layout, quotation, 'direct')),
      ...headed.map((it) => stateUncued(layout, { ...it, cue: it.colon }, 'indirect')),
    ]
    return uncued.length === 0 ? stated : [...stated, ...uncued].sort((a, b) => startOf(a) - startOf(b))
  }
}

function stateAttribution(layout: Layout, lexicon: CueLexicon, found: Attribution): FoundStatement {
  const content = contentSpans(layout, found)
  const [first, last] = found.source
  return {
    content,
    speaker: first < 0 ? null : nameSpeaker(layout, { first, last }, found.cue),
    cue: cueSpan(layout, found.cue),
    via: found.via ? tokenSpan(layout, found.via) : findVia(layout, lexicon, found),
    manner: mannerOf(layout, found),
    cueKind: makesKnown(layout, found.cue) ? 'say' : (CUE_KINDS[(layout.kind[found.cue] ?? 0) % NOUN_CUE] ?? 'other'),
    odds: found.odds,
  }
}

function startOf(statement: Statement): number {
  return statement.cue?.start ?? statement.content[0]?.start ?? 0
}

/** What stands without a word for speaking: in quotation marks, or under a name and a colon. */
interface Uncued {
  readonly first: number
  readonly end: number
  readonly speaker: TokenRange
  /** The token near which the speaker is named. */
  readonly cue: number
}

function stateUncued(layout: Layout, { first, end, speaker, cue }: Uncued, manner: Manner): FoundStatement {
  return {
    content: [tokenSpan(layout, [first, end])],
    speaker: nameSpeaker(layout, speaker, cue),
    cue: null,
    via: null,
    manner,
    cueKind: 'say',
    odds: 0,
  }
}

function contentSpans(layout: Layout, found: Attribution): readonly Span[] {
  const spans: Span[] = []
  for (let k = 0; k < 6; k += 2) {
    const [start, end] = [found.content[k] ?? -1, found.content[k + 1] ?? -1]
    if (start >= 0 && end > start)
      spans.push(sliceSpan(layout.words.text, layout.words.start[start] ?? 0, layout.words.end[end - 1] ?? 0))
  }
  return spans
}

function tokenSpan(layout: Layout, [first, last]: readonly [number, number]): Span {
  return sliceSpan(layout.words.text, layout.words.start[first] ?? 0, layout.words.end[last - 1] ?? 0)
}

function cueSpan(layout: Layout, cue: number): Span {
  const { words } = layout
  const withTo = words.form[cue]?.lower === 'according' && words.form[cue + 1]?.lower === 'to'
  return sliceSpan(words.text, words.start[cue] ?? 0, words.end[withTo ? cue + 1 : cue] ?? 0)
}

function mannerOf(layout: Layout, found: Attribution): Manner {
  let quoted = 0
  let all = 0
  const own = layout.quotations.at[found.cue] ?? -1
  for (let k = 0; k < 6; k += 2) {
    for (let p = found.content[k] ?? -1; p >= 0 && p < (found.content[k + 1] ?? -1); p++) {
      all++
      const q = layout.quotations.at[p] ?? -1
      if (q >= 0 && q !== own) quoted++
    }
  }
  if (quoted === 0) return 'indirect'
  return quoted >= all - 1 ? 'direct' : 'mixed'
}
