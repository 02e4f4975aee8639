import type { Reading, Speaker } from '../../model/index.ts'
import { isShortFor, speakerName, type SpeakerName } from './speaker-name.ts'

/**
 * Whose words each claim of a reading is: pronouns and short mentions ("it", "the ministry") stand for the speaker named before them, a claim
 * without a speaker for the outlet. An agency that only relays is nobody's speaker.
 *
 * @returns one name a claim, in the order of the claims
 */
export function resolveSpeakers(reading: Reading): readonly SpeakerName[] {
  const own = speakerName('voice', reading.report.outlet ?? reading.report.id, null)
  const resolved = new Map<number, SpeakerName>()
  const before: SpeakerName[] = []
  const mentions = [...reading.statements, ...reading.claims].flatMap(({ speaker }) => speaker ?? [])
  for (const mention of mentions.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (resolved.has(mention.start)) continue
    const name = resolveMention(mention, before)
    resolved.set(mention.start, name)
    before.push(name)
  }
  return reading.claims.map((claim) => {
    const speaker =
      claim.speaker ?? (claim.statement === null ? null : (reading.statements[claim.statement]?.speaker ?? null))
    return (speaker && resolved.get(speaker.start)) ?? own
  })
}

function resolveMention(mention: Speaker, before: readonly SpeakerName[]): SpeakerName {
  if (mention.kind === 'pronoun') return before.at(-1) ?? speakerName('unnamed', mention.text, mention.actor)
  const name = speakerName(mention.kind === 'named' ? 'named' : 'unnamed', mention.text, mention.actor)
  if (mention.actor !== null) return name
  return before.findLast((earlier) => earlier.kind === name.kind && isShortFor(earlier, name)) ?? name
}
