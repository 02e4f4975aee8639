import { familyOf } from '../../model/index.ts'
import type { ActMatch } from './match.ts'

/** A threat that names its act is that act, threatened; who agrees to stop fighting makes an agreement: one claim each, not two. */
export function withoutEchoes(matches: readonly ActMatch[]): readonly ActMatch[] {
  const agreed = (m: ActMatch) => matches.some((o) => o.frame.act === 'agreement-signed' && o.trigger < m.trigger)
  return matches.filter((m, i) => {
    if (isToll(m, matches) || matches.findIndex((o) => isSame(o, m)) !== i) return false
    if (isAgreeingTo(m, matches)) return false
    if (m.frame.act === 'threat') return !matches.some((o) => o !== m && isThreatened(o, m))
    return m.frame.act !== 'ceasefire-observed' || m.clause?.kind !== 'infinitive' || !agreed(m)
  })
}

/** "threatened to shell the town", "the threat of shelling": the act behind the word, but not what a threat answers ("will retaliate for the shelling"). */
function isThreatened(match: ActMatch, threat: ActMatch): boolean {
  if (match.trigger < threat.trigger) return false
  return match.clause !== null && match.trigger === match.clause.verb ? true : threat.frame.modality === null
}

/** "agreed to prolong the truce": what was agreed to is the act, planned; only stopping the fighting is an agreement itself. */
function isAgreeingTo(match: ActMatch, all: readonly ActMatch[]): boolean {
  if (!match.frame.name.startsWith('agreement-signed/verb:agree#')) return false
  const { clause } = match
  return all.some(
    (o) =>
      o.clause?.kind === 'infinitive' &&
      o.frame.act !== 'ceasefire-observed' &&
      clause !== null &&
      o.clause.first >= clause.verb + 1 &&
      o.clause.first <= clause.last + 1,
  )
}

/** "…, killing two soldiers", "… and one of its drivers was wounded": the toll of the act before it, not a second act. */
function isToll(match: ActMatch, all: readonly ActMatch[]): boolean {
  const { clause, frame } = match
  if (!clause) return false
  const killing = clause.kind === 'participle' && !clause.passive && /verb:(?:kill|wound|injure)#/.test(frame.name)
  const suffered =
    clause.kind === 'coordinate' &&
    clause.passive &&
    !clause.agent &&
    /verb:(?:kill|wound|injure|hurt|shoot)#/.test(frame.name)
  if (!killing && !suffered) return false
  return all.some((o) => o.trigger < match.trigger && familyOf(o.frame.act) === 'force')
}

/** What a clause's verb tells, its nouns do not tell again; several nouns may be several acts ("three shootings in A, two in B"). */
function isSame(a: ActMatch, b: ActMatch): boolean {
  if (a === b) return true
  const byVerb = a.trigger === a.clause?.verb && a.frame.act === b.frame.act
  const byNoun = b.clause !== null && b.trigger !== b.clause.verb
  const oneDoer = byNoun && a.clause?.subject?.first === b.clause?.subject?.first
  return byVerb && (a.clause === b.clause || oneDoer)
}
