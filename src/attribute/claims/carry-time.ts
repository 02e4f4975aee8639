import type { Words } from '../../base/words/index.ts'
import { familyOf, type Act, type Claim } from '../../model/index.ts'
import { fixesDay } from './claim-time.ts'

/** A claim with what decides whether the day of the account before it holds for it too. */
export interface DatedDraft {
  readonly claim: Claim
  /** Sentence of the page. */
  readonly sentence: number
  /** Told in a simple past or pluperfect ("fired", "had taken"), not as a state or a plan. */
  readonly past: boolean
}

/** How many sentences further a day told once still holds. */
const REACH = 1

/** Acts that last, or that stand for themselves: no day is carried to them. */
const TIMELESS: ReadonlySet<Act> = new Set([
  'presence',
  'recruitment',
  'rearm',
  'weapon-in-zone',
  'threat',
  'joint-training',
])

/** A page tells one event in several sentences and dates it once: the day holds for the next acts of the same account. */
export function carryTimes(drafts: readonly DatedDraft[], words: Words): readonly Claim[] {
  let last: DatedDraft | null = null
  return drafts.map((draft) => {
    const { claim } = draft
    if (claim.time && fixesDay(claim.time)) {
      last = isEvent(draft) ? draft : null
      return claim
    }
    if (claim.time || !last || !isEvent(draft) || !follows(last, draft, words)) return claim
    return { ...claim, time: last.claim.time }
  })
}

function isEvent({ claim, past }: DatedDraft): boolean {
  const family = familyOf(claim.act)
  return past && claim.modality === 'asserted' && family !== 'agreement' && !TIMELESS.has(claim.act)
}

function follows(last: DatedDraft, next: DatedDraft, words: Words): boolean {
  const distance = next.sentence - last.sentence
  if (distance > REACH || last.claim.speaker?.actor !== next.claim.speaker?.actor) return false
  return distance === 0 || sameParagraph(words, last.sentence, next.sentence)
}

function sameParagraph(words: Words, a: number, b: number): boolean {
  const paragraph = (s: number) => words.paragraph[words.sentences[s]?.first ?? 0]
  return paragraph(b) === paragraph(a)
}
