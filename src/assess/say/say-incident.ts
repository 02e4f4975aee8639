import { countInWords } from '../../base/count-words.ts'
import { intervalInWords } from '../../base/day-words.ts'
import type { Act, Obligation } from '../../model/index.ts'
import type { Principals } from '../actors/principals.ts'
import type { BearingClaim, IncidentFacts } from '../incidents/incident-facts.ts'
import type { Verdict } from '../rules/verdict.ts'
import { quote, sayAct } from './words.ts'

const CONCLUSIONS = {
  consistent: 'consistent with it',
  fulfilled: 'fulfilment',
  'fulfilled-in-part': 'fulfilment in part',
  'not-covered': 'not covered',
  'cannot-tell': 'cannot tell',
} as const

const VALIDITY_WORDS = {
  alleged: 'alleged, not verified',
  'under-verification': 'under verification',
  suspended: 'alleged, verification suspended',
  verified: 'verified',
  refuted: 'refuted',
  'cannot-be-verified': 'cannot be verified',
} as const

/** The chain of reasons in plain words: who says what, what the obligation asks, why it does or does not bear on it, and how sure that is. */
export function sayIncidentFinding(
  facts: IncidentFacts,
  obligation: Obligation,
  verdict: Verdict,
  principals: Principals,
): string {
  const said = sayClaim(facts, actMeant(facts, obligation), principals)
  const conclusion = sayConclusion(facts, verdict, principals)
  return `${said} ${sayStanding(obligation, principals)} ${obligation.says} ${verdict.reasons.join(' ')} So: ${conclusion} (${sayCertainty(facts)}).`
}

/** The act of an incident that an obligation speaks of: what most tell, or else what some do. */
function actMeant({ acts, adjudicated: { incident } }: IncidentFacts, obligation: Obligation): Act {
  const meant = [obligation.acts, obligation.inPart, obligation.contrary, obligation.hinderedBy]
  if (meant.some((list) => list.includes(incident.act))) return incident.act
  return meant.flatMap((list) => list.find((act) => acts.has(act)) ?? [])[0] ?? incident.act
}

function sayClaim({ claims, adjudicated: { incident } }: IncidentFacts, act: Act, principals: Principals): string {
  const shown = claims.find(({ claim }) => claim.act === act) ?? claims[0]
  const others = incident.independentOrigins - 1
  const who = `${shown ? sayVoice(shown, principals) : 'An unnamed source'}${others > 0 ? ` and ${countInWords(others, 'other origin')}` : ''}`
  const told = [
    sayAct(shown?.claim.act ?? act),
    incident.time ? intervalInWords(incident.time) : 'day not told',
    incident.place?.name ?? 'place not told',
  ]
  return `According to ${who}: ${quote(shown?.claim.quote.text ?? '')} (${told.join(', ')}).`
}

/** Whose words a claim is in: a speaker whom the case or the report names, else the outlet. */
function sayVoice({ claim: { speaker, statement }, report }: BearingClaim, principals: Principals): string {
  if (speaker?.actor) return principals.nameOf(speaker.actor)
  if (speaker && statement !== null && speaker.kind !== 'pronoun')
    return `${speaker.text.replace(/\s+/g, ' ')}${report.outlet === null ? '' : ` (${report.outlet})`}`
  return report.outlet ?? 'an outlet that is not told'
}

function sayConclusion(
  { adjudicated: { validity } }: IncidentFacts,
  { outcome, doer }: Verdict,
  principals: Principals,
): string {
  if (outcome !== 'breach') return CONCLUSIONS[outcome]
  const by = doer === null ? '' : ` by ${principals.nameOf(doer)}`
  return validity === 'verified' ? `a breach${by}` : `a breach${by}, if it happened as told`
}

/** Which clause, and where it is written. */
export function sayStanding({ clause, standing }: Obligation, principals: Principals): string {
  if (standing.kind === 'public-text') return `Clause ${clause}:`
  if (standing.kind === 'unpublished') return `Clause ${clause}, not published:`
  return `Clause ${clause}, as ${principals.nameOf(standing.side)} alone tells it:`
}

function sayCertainty({ adjudicated: { incident, validity }, disputed }: IncidentFacts): string {
  const origins = countInWords(incident.independentOrigins, 'independent origin')
  return `${VALIDITY_WORDS[validity]}; ${origins}${disputed ? '; told differently' : ''}`
}
