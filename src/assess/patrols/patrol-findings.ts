import { countInWords } from '../../base/count-words.ts'
import { momentInWords } from '../../base/day-words.ts'
import {
  familyOf,
  type ClaimReference,
  type Finding,
  type Obligation,
  type Patrol,
  type PatrolAccount,
  type Stretch,
} from '../../model/index.ts'
import type { Principals } from '../actors/principals.ts'
import type { IncidentFacts } from '../incidents/incident-facts.ts'
import type { RuleName } from '../rules/verdict.ts'
import { sayStanding } from '../say/say-incident.ts'

/** A whole route by its ends on the road. */
export type Route = Pick<Stretch, 'fromKm' | 'toKm'>

/** So near its end, a route is driven: places along the road are known no better. */
const END_KM = 3

interface PatrolVerdict {
  readonly outcome: Finding['outcome']
  readonly rule: RuleName
  readonly disputed: boolean
  readonly reason: string
}

/**
 * How a patrol bears on the obligation to patrol its road, from each side's account and the press. `incidents`: what reports tell of it.
 * Accounts stand side by side: nobody is overruled, and silence is no account. `route`: the whole of it by the agreement, where it is known.
 */
export function patrolFinding(
  patrol: Patrol,
  obligation: Obligation,
  incidents: readonly IncidentFacts[],
  principals: Principals,
  route: Route | null,
): Finding | null {
  const told = patrol.accounts.filter(({ outcome }) => outcome !== 'not-mentioned')
  if (told.length === 0) return null
  const verdict = judgePatrol(told, patrol.planned ?? route)
  const claims = distinct([
    ...told.flatMap(({ claims }) => claims),
    ...incidents.flatMap((facts) => facts.claims.map(({ reference }) => reference)),
  ])
  return {
    id: `${obligation.id}/${patrol.id}`,
    clause: obligation.clause,
    obligation: obligation.id,
    subject: { kind: 'patrol', patrol: patrol.id },
    outcome: verdict.outcome,
    validity: 'alleged',
    responsibility: 'undetermined',
    bound: 'party',
    doer: null,
    on: { from: patrol.on, to: patrol.on },
    rule: verdict.rule,
    origins: new Set(told.map((account, i) => (account.side === 'press' ? `press ${i}` : account.side))).size,
    claims,
    versions: patrol.accounts.map(({ side, says }) => ({ side, says })),
    disputed: verdict.disputed,
    deadline: null,
    decision: null,
    sentence: sayPatrol(patrol, told, obligation, verdict, principals),
  }
}

/** The incidents that tell of a patrol: acts of the family of patrols on its day, or claims that an account names. */
export function incidentsOfPatrol(patrol: Patrol, facts: readonly IncidentFacts[]): readonly IncidentFacts[] {
  const named = new Set(patrol.accounts.flatMap(({ claims }) => claims.map(keyOf)))
  return facts.filter(({ adjudicated: { incident }, claims }) => {
    if (familyOf(incident.act) !== 'patrol') return false
    const { time } = incident
    if (time?.from.slice(0, 10) === patrol.on && time.to.slice(0, 10) === patrol.on) return true
    return claims.some(({ reference }) => named.has(keyOf(reference)))
  })
}

function judgePatrol(told: readonly PatrolAccount[], route: Route | null): PatrolVerdict {
  const by = (outcome: PatrolAccount['outcome']): readonly PatrolAccount[] =>
    told.filter((it) => it.outcome === outcome)
  const heldOnly = by('held')
  const whole = [...by('completed'), ...heldOnly.filter((account) => reach(account, route) === 'whole')]
  const part = [...by('shortened'), ...heldOnly.filter((account) => reach(account, route) === 'part')]
  const off = by('cancelled')
  const held = told.length - off.length
  if (off.length > 0 && held > 0)
    return {
      outcome: 'cannot-tell',
      rule: 'patrol-disputed',
      disputed: true,
      reason: 'Some say that it took place, others that it was called off.',
    }
  if (off.length > 0)
    return {
      outcome: 'cannot-tell',
      rule: 'patrol-cancelled',
      disputed: false,
      reason: 'It was called off; how often patrols are due is not published.',
    }
  if (whole.length > 0 && part.length > 0)
    return {
      outcome: 'cannot-tell',
      rule: 'patrol-disputed',
      disputed: true,
      reason: 'That it took place is told alike; whether it drove its whole route is told differently.',
    }
  if (part.length > 0)
    return { outcome: 'fulfilled-in-part', rule: 'patrol-in-part', disputed: false, reason: sayPart(part) }
  if (whole.length > 0)
    return {
      outcome: 'fulfilled',
      rule: 'patrol-whole',
      disputed: false,
      reason: 'It is said to have driven its whole route, and nobody says otherwise.',
    }
  return {
    outcome: 'cannot-tell',
    rule: 'patrol-extent-not-told',
    disputed: false,
    reason: 'That it took place is told, how far it drove is not.',
  }
}

function sayPart(part: readonly PatrolAccount[]): string {
  return part.every(({ side }) => side === 'press')
    ? 'That it did not drive its whole route is told by the press alone; no side says otherwise.'
    : 'Whoever tells how far it drove says that it did not drive its whole route.'
}

/** Which part of its route an account that says no more lets a patrol drive; null where it does not tell. */
function reach({ fromKm, toKm, turnedBackAtKm }: PatrolAccount, route: Route | null): 'whole' | 'part' | null {
  if (turnedBackAtKm !== null) return 'part'
  if (toKm === null || !route) return null
  const [start, end] = [
    fromKm ?? route.fromKm,
    Math.abs(toKm - route.toKm) <= Math.abs(toKm - route.fromKm) ? route.toKm : route.fromKm,
  ]
  return Math.abs(toKm - end) <= END_KM && Math.abs(start - end) > END_KM ? 'whole' : 'part'
}

const CONCLUSIONS: { readonly [O in Finding['outcome']]?: string } = {
  fulfilled: 'fulfilled',
  'fulfilled-in-part': 'fulfilled in part',
}

function sayPatrol(
  { id, on, road, accounts }: Patrol,
  told: readonly PatrolAccount[],
  obligation: Obligation,
  { outcome, reason, disputed }: PatrolVerdict,
  principals: Principals,
): string {
  const sides = accounts.filter(({ side }) => side !== 'press')
  const press = told.filter(({ side }) => side === 'press')
  const parts = [
    `Joint patrol of ${momentInWords(on)} on the ${road.toUpperCase()} (${id}).`,
    ...sides.map(
      ({ side, says, outcome: it }) =>
        `${principals.nameOf(side)} ${it === 'not-mentioned' ? 'does not mention it' : 'says'}: ${says}`,
    ),
    ...(press.length > 0
      ? [`${countInWords(press.length, 'account')} by the press: ${press.map(({ says }) => says).join(' / ')}`]
      : []),
    `${sayStanding(obligation, principals)} ${obligation.says}`,
    reason,
    `So: ${CONCLUSIONS[outcome] ?? 'cannot tell'}${disputed ? ', disputed' : ''}.`,
  ]
  return parts.join(' ')
}

function distinct(claims: readonly ClaimReference[]): readonly ClaimReference[] {
  const byKey = new Map(claims.map((claim) => [keyOf(claim), claim]))
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, claim]) => claim)
}

/** A claim's name among others; ordered by report, then by index. */
function keyOf({ report, claim }: ClaimReference): string {
  return `${report} ${String(claim).padStart(6, '0')}`
}
