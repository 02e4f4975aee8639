import type { Agreement, BoundBy, Obligation, Outcome } from '../../model/index.ts'
import type { Principals } from '../actors/principals.ts'
import type { IncidentFacts } from '../incidents/incident-facts.ts'
import type { ZoneMap } from '../zones/zone-map.ts'

/** Rules by name; docs/agreement.md explains each. */
export const RULES = [
  'act-not-meant',
  'before-term',
  'after-term',
  'outside-zone',
  'excepted',
  'other-target',
  'other-weapon',
  'time-not-told',
  'place-not-told',
  'target-not-told',
  'weapon-not-told',
  'doer-not-told',
  'doer-disputed',
  'did-not-happen',
  'done-by-bound',
  'done-by-others',
  'done-by-others-somewhere',
  'shows-it-kept',
  'done',
  'done-in-part',
  'done-differently-told',
  'not-done',
  'hindered',
  'allowed',
  'patrol-whole',
  'patrol-in-part',
  'patrol-extent-not-told',
  'patrol-cancelled',
  'patrol-disputed',
  'deadline-met',
  'deadline-met-by-one-reading',
  'deadline-met-late',
  'deadline-due',
  'deadline-overdue',
  'deadline-extended',
  'deadline-not-published',
  'quiet-and-watched',
  'quiet-not-watched',
] as const
export type RuleName = (typeof RULES)[number]

/** How an incident bears on an obligation, and why, in pieces of plain words. */
export interface Verdict {
  readonly outcome: Outcome
  readonly rule: RuleName
  readonly bound: BoundBy
  readonly doer: string | null
  readonly reasons: readonly string[]
}

/** What rules go by. */
export interface RuleContext {
  readonly agreement: Agreement
  readonly principals: Principals
  readonly zones: ZoneMap
}

/** One question that every incident is asked; null where it does not settle the matter. */
export type Question = (facts: IncidentFacts, obligation: Obligation, context: RuleContext) => Verdict | null

/** A verdict where who did it does not count, or is not known. */
export function withoutDoer(outcome: Outcome, rule: RuleName, reason: string): Verdict {
  return { outcome, rule, bound: 'unknown', doer: null, reasons: [reason] }
}
