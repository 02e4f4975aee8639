import type { Reading, Speaker } from '../../model/index.ts'
import { bodyOf } from '../claims/story.ts'
import { isShortFor, speakerName, type SpeakerName } from './speaker-name.ts'

/** The speakers of a report. */
export interface ReportSpeakers {
  /** Whose words each claim is, in the order of the claims. */
  readonly ofClaims: readonly SpeakerName[]
  /** Everybody whom the report names as a source, and the bodies it names that may be one. */
  readonly cited: readonly SpeakerName[]
}

/** The name of a body that may speak, as a text gives it with capitals: "Ministry of Defence", "the Norvek Observatory". */
const BODY =
  /(?:\b\p{Lu}[\p{L}’'-]{1,30} ){0,4}(?:Ministry|Cent(?:er|re)|Army|Command|Observatory|Commission|Mission|Staff|Council|Government)(?: (?:of|for|in) (?:the )?\p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}’'-]{1,30})?){0,2}/gu
/** A body is looked for in so many characters before a pronoun that nobody named stands for. */
const REACH = 400
/** A report is searched for bodies so far, and for so many. */
const MOST_CHARACTERS = 6000
const MOST_BODIES = 24
/** How a mention begins that leans on a body named before it. */
const POSSESSIVE = /^(?:its|their|whose) /i

/**
 * Tells whose words each claim of a reading is: pronouns and short mentions ("it", "the ministry") stand for the speaker named before them, a
 * claim without a speaker for the outlet. An agency that only relays is nobody's speaker.
 */
export function resolveSpeakers(reading: Reading): ReportSpeakers {
  const own = speakerName('voice', reading.report.outlet ?? reading.report.id, null)
  const resolved = new Map<number, SpeakerName>()
  const before: SpeakerName[] = []
  const mentions = [...reading.statements, ...reading.claims].flatMap(({ speaker }) => speaker ?? [])
  for (const mention of mentions.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (resolved.has(mention.start)) continue
    const name = POSSESSIVE.test(mention.text)
      ? bodyBefore(reading, mention, mention.text)
      : (resolveMention(mention, before) ?? bodyBefore(reading, mention))
    resolved.set(mention.start, name)
    before.push(name)
  }
  const ofClaims = reading.claims.map((claim) => {
    const speaker = claim.speaker ?? reading.statements[claim.statement ?? -1]?.speaker ?? null
    return (speaker && resolved.get(speaker.start)) ?? own
  })
  return { ofClaims, cited: [...before.filter(({ kind }) => kind === 'named'), ...bodiesIn(reading)] }
}

/** The bodies that a report names. */
function bodiesIn({ report }: Reading): readonly SpeakerName[] {
  const names = [...bodyOf(report).slice(0, MOST_CHARACTERS).matchAll(BODY)].map(([name]) => name)
  return [...new Set(names)].slice(0, MOST_BODIES).map((name) => speakerName('named', name, null))
}

/** Whom a mention stands for; null for a pronoun before any speaker. */
function resolveMention(mention: Speaker, before: readonly SpeakerName[]): SpeakerName | null {
  if (mention.kind === 'pronoun') return before.at(-1) ?? null
  const name = speakerName(mention.kind, mention.text, mention.actor)
  if (mention.actor !== null) return name
  return before.findLast((earlier) => earlier.kind === name.kind && isShortFor(earlier, name)) ?? name
}

/** The last body named in the text before a mention, with the mention's own words: "it said" and "its chairman" mostly lead there. */
function bodyBefore({ report }: Reading, mention: Speaker, own = ''): SpeakerName {
  const text = report.text.slice(Math.max(0, mention.start - REACH), mention.start)
  const body = [...text.matchAll(BODY)].at(-1)
  if (!body) return speakerName(own === '' ? 'unnamed' : 'named', mention.text, mention.actor)
  return speakerName('named', own === '' ? body[0] : `${body[0]}, ${own}`, mention.actor)
}
