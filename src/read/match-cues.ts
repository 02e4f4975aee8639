import type { DropReason } from '../model/index.ts'
import type { BoilerplateCue, BoilerplateLexicon } from './boilerplate-lexicon.ts'
import type { Passage } from './passage.ts'

/** The cues of boilerplate found in a passage. */
export interface CueMatch {
  /** Of a phrase that proves boilerplate wherever it stands. */
  readonly within: DropReason | null
  /** Of the phrase that the passage begins with, a number before it put aside. */
  readonly start: DropReason | null
  /** Whether a colon or bar follows that phrase: "Photo: ..." */
  readonly labelled: boolean
  /** Words that belong to phrases of any reason. */
  readonly covered: number
  /** The reason with the most covered words. */
  readonly dominant: DropReason | null
}

/** Finds the cues of a passage's folded words, the longest at each place. */
export function matchCues(text: string, passage: Passage, lexicon: BoilerplateLexicon): CueMatch {
  const { folded, cueWords } = passage
  const first = firstWordAfterNumber(folded)
  const tally = new Map<DropReason, number>()
  let within: DropReason | null = null
  let start: BoilerplateCue | null = null
  let covered = 0
  let coveredTo = 0
  for (const at of cueWords) {
    let best: BoilerplateCue | null = null
    for (const cue of lexicon.words.get(folded[at] ?? '')?.cues ?? []) {
      if ((cue.strength === 'start' && at > first) || !standsAt(folded, at, cue.words)) continue
      if (cue.strength === 'within') within ??= cue.reason
      if (cue.strength === 'start') start ??= cue
      best ??= cue
    }
    if (!best || at + best.words.length <= coveredTo) continue
    const added = at + best.words.length - Math.max(at, coveredTo)
    coveredTo = at + best.words.length
    covered += added
    tally.set(best.reason, (tally.get(best.reason) ?? 0) + added)
  }
  return {
    within,
    start: start?.reason ?? null,
    labelled: start !== null && isLabel(text, passage, first + start.words.length),
    covered,
    dominant: largest(tally),
  }
}

function standsAt(folded: readonly string[], at: number, words: readonly string[]): boolean {
  if (at + words.length > folded.length) return false
  for (let i = 1; i < words.length; i++) if (folded[at + i] !== words[i]) return false
  return true
}

function firstWordAfterNumber(folded: readonly string[]): number {
  return folded.length > 1 && /^\d+$/.test(folded[0] ?? '') ? 1 : 0
}

/** Whether the words before `next` are set off from the rest by a colon or bar. */
function isLabel(text: string, passage: Passage, next: number): boolean {
  const last = passage.wordStarts[next - 1] ?? passage.start
  const until = passage.wordStarts[next] ?? Math.min(passage.end, last + 40)
  for (let at = last; at < until; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x3a || unit === 0x7c || unit === 0xff1a) return true
  }
  return false
}

function largest(tally: ReadonlyMap<DropReason, number>): DropReason | null {
  let best: DropReason | null = null
  let most = 0
  for (const [reason, count] of tally) {
    if (count > most) [best, most] = [reason, count]
  }
  return best
}
