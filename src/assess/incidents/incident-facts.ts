import { contains } from '../../base/span.ts'
import {
  ACTS,
  familyOf,
  type Act,
  type AdjudicatedIncident,
  type Claim,
  type ClaimReference,
  type Finding,
  type FindingSubject,
  type Origin,
  type Reading,
  type Report,
  type Version,
} from '../../model/index.ts'
import type { Principals } from '../actors/principals.ts'
import { minutesOf, type MinuteSpan } from '../rules/term.ts'
import type { RuleContext } from '../rules/verdict.ts'
import type { PlaceInZones } from '../zones/zone-map.ts'

/** Who did it, as far as the claims tell. */
export type Doer =
  | { readonly kind: 'one'; readonly principal: string }
  /** Told differently. */
  | { readonly kind: 'disputed'; readonly principals: readonly string[] }
  | { readonly kind: 'untold' }

/** A claim that bears a finding. */
export interface BearingClaim {
  readonly reference: ClaimReference
  readonly claim: Claim
  readonly report: Report
}

/** What an incident is for assessment: only what is asserted, by claims that were read with some certainty. */
export interface IncidentFacts {
  readonly adjudicated: AdjudicatedIncident
  /** At least one. */
  readonly claims: readonly BearingClaim[]
  readonly references: readonly ClaimReference[]
  readonly subject: FindingSubject
  readonly on: Finding['on']
  /** First and last minute of its time; null where no day is told. */
  readonly minutes: MinuteSpan | null
  /** In which zones its place lies. */
  readonly places: PlaceInZones
  readonly acts: ReadonlySet<Act>
  readonly doer: Doer
  /** The first day on which one of the claims was published: it was no later. Null where no report tells its day. */
  readonly toldBy: string | null
  /** Whom it is said to hit, as far as the case knows them. */
  readonly targets: readonly string[]
  readonly versions: readonly Version[]
  /** Origins contradict each other on what happened or who did it. */
  readonly disputed: boolean
}

/** Longest version kept in a finding; the incident has it whole. */
const LONGEST_VERSION = 240

/**
 * What an incident tells for assessment; null where no claim asserts it: what is denied, planned, demanded, threatened or supposed founds
 * no finding, and neither does a reading below `leastConfidence` before a person confirmed it.
 */
export function factsOf(
  adjudicated: AdjudicatedIncident,
  readings: ReadonlyMap<string, Reading>,
  { principals, zones }: Pick<RuleContext, 'principals' | 'zones'>,
  leastConfidence: number,
): IncidentFacts | null {
  const { incident } = adjudicated
  const asserted: BearingClaim[] = []
  let denied = false
  for (const reference of incident.claims) {
    const reading = readings.get(reference.report)
    const claim = reading?.claims[reference.claim]
    if (!reading || !claim) continue
    const bearing = { reference, claim, report: reading.report }
    if (claim.modality === 'denied') denied = true
    else if (claim.modality === 'asserted' && claim.confidence >= leastConfidence && !isAhead(bearing))
      asserted.push(bearing)
  }
  const claims = ofOneFamily(asserted, incident.act)
  if (claims.length === 0) return null
  return {
    adjudicated,
    claims,
    references: claims.map(({ reference }) => reference),
    subject: { kind: 'incident', incident: incident.id },
    on: incident.time && { from: incident.time.from, to: incident.time.to },
    minutes: minutesOf(incident.time),
    places: zones.around(incident.place),
    acts: actsOf(claims),
    doer: doerOf(adjudicated.responsibility, claims, principals),
    toldBy: firstPublished(claims),
    targets: targetsOf(claims, principals),
    versions: incident.origins.map((origin) => versionOf(origin, principals)),
    disputed:
      denied ||
      incident.contradictions.some(({ field }) => field === 'act' || field === 'actor' || field === 'modality'),
  }
}

/** Sets of one act, shared by the many incidents whose claims all tell the same. */
const SINGLE: ReadonlyMap<Act, ReadonlySet<Act>> = new Map(ACTS.map((act) => [act, new Set([act])]))

function actsOf(claims: readonly BearingClaim[]): ReadonlySet<Act> {
  const first = claims[0]?.claim.act
  const single = first && claims.every(({ claim }) => claim.act === first) && SINGLE.get(first)
  return single || new Set(claims.map(({ claim }) => claim.act))
}

function firstPublished(claims: readonly BearingClaim[]): string | null {
  let first: string | null = null
  for (const {
    report: { published },
  } of claims)
    if (published !== null && (first === null || published < first)) first = published
  return first && first.slice(0, 10)
}

const NOBODY: readonly string[] = []

function targetsOf(claims: readonly BearingClaim[], principals: Principals): readonly string[] {
  if (claims.every(({ claim }) => claim.target === null)) return NOBODY
  return [...new Set(claims.flatMap(({ claim }) => principalIn(claim.target?.id, principals)))]
}

/** What is told of a day after the report came out is a plan, however it is worded. */
function isAhead({ claim: { time }, report: { published } }: BearingClaim): boolean {
  // days as ISO texts stand in the order of the calendar
  return time?.from != null && published !== null && time.from.slice(0, 10) > published.slice(0, 10)
}

/** Claims of the family of the act that the incident is known by: what else the same reports tell is no evidence of it. */
function ofOneFamily(claims: readonly BearingClaim[], act: Act): readonly BearingClaim[] {
  const family = familyOf(act)
  const isAlike = ({ claim }: BearingClaim) => claim.act === act || familyOf(claim.act) === family
  if (claims.every(isAlike)) return claims
  const alike = claims.filter(isAlike)
  return alike.length > 0 ? alike : claims
}

/** People's word on responsibility goes before what claims say. */
function doerOf(responsibility: string, claims: readonly BearingClaim[], principals: Principals): Doer {
  const [state = '', actor] = responsibility.split(':')
  if (actor !== undefined && state.endsWith('attributable'))
    return { kind: 'one', principal: principals.principalOf(actor) ?? actor }
  if (state === 'not-attributable') return { kind: 'untold' }
  const named = [...new Set(claims.flatMap(({ claim }) => principalIn(claim.actor?.id, principals)))].toSorted()
  if (state === 'disputed') return { kind: 'disputed', principals: named }
  const [only] = named
  if (only === undefined) return { kind: 'untold' }
  return named.length === 1 && !isDoubtful(only, claims, principals)
    ? { kind: 'one', principal: only }
    : { kind: 'disputed', principals: named }
}

/**
 * Whether claims name somebody else in words that lead to no actor, take the same one for its victim, or name the doer nowhere in the words
 * that tell the act, but before them: who speaks is easily taken for who did it. To blame a party takes its name in the very clause.
 */
function isDoubtful(doer: string, claims: readonly BearingClaim[], principals: Principals): boolean {
  const isNamed = claims.some(({ claim: { actor, quote } }) => {
    return actor !== null && contains(quote, actor) && principalIn(actor.id, principals).includes(doer)
  })
  return (
    (!isNamed && principals.boundBy(doer) === 'party') ||
    claims.some(({ claim: { actor, target } }) => {
      return (actor !== null && actor.id === null) || principalIn(target?.id, principals).includes(doer)
    })
  )
}

function principalIn(actor: string | null | undefined, principals: Principals): readonly string[] {
  const principal = typeof actor === 'string' ? principals.principalOf(actor) : null
  return principal === null ? [] : [principal]
}

function versionOf({ speaker, statement }: Origin, principals: Principals): Version {
  const says = statement.length > LONGEST_VERSION ? `${statement.slice(0, LONGEST_VERSION - 1)}…` : statement
  return { side: principals.sideOf(speaker) ?? speaker, says }
}
