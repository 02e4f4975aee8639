import type { Finding, Obligation } from '../../model/index.ts'
import { weigh } from '../rules/duties.ts'
import type { RuleContext } from '../rules/verdict.ts'
import { sayIncidentFinding } from '../say/say-incident.ts'
import type { IncidentFacts } from './incident-facts.ts'

/**
 * How an incident bears on an obligation. Its sentence is made when it is read, by weighing once more: of half a million findings of a long
 * record few are read, and kept sentences would take more room and time than all the weighing.
 *
 * A copy by spreading has no sentence of its own: give it one (`{ ...finding, sentence: finding.sentence }`).
 */
export class IncidentFinding implements Finding {
  readonly id: string
  readonly clause: string
  readonly obligation: string
  readonly subject: Finding['subject']
  readonly outcome: Finding['outcome']
  readonly validity: Finding['validity']
  readonly responsibility: string
  readonly bound: Finding['bound']
  readonly doer: string | null
  readonly on: Finding['on']
  readonly rule: string
  readonly origins: number
  readonly claims: Finding['claims']
  readonly versions: Finding['versions']
  readonly disputed: boolean
  readonly deadline: null = null
  readonly decision: string | null
  readonly #facts: IncidentFacts
  readonly #obligation: Obligation
  readonly #context: RuleContext

  /** @param obligation as decisions had amended it on the day of the incident; `decision`: the last of them */
  constructor(facts: IncidentFacts, obligation: Obligation, decision: string | null, context: RuleContext) {
    const { incident, validity, responsibility } = facts.adjudicated
    const { outcome, rule, bound, doer } = weigh(facts, obligation, context)
    this.id = `${obligation.id}/${incident.id}`
    this.clause = obligation.clause
    this.obligation = obligation.id
    this.subject = facts.subject
    this.outcome = outcome
    this.validity = validity
    this.responsibility = responsibility
    this.bound = bound
    this.doer = doer
    this.on = facts.on
    this.rule = rule
    this.origins = incident.independentOrigins
    this.claims = facts.references
    this.versions = facts.versions
    this.disputed = facts.disputed
    this.decision = decision
    this.#facts = facts
    this.#obligation = obligation
    this.#context = context
  }

  get sentence(): string {
    const verdict = weigh(this.#facts, this.#obligation, this.#context)
    return sayIncidentFinding(this.#facts, this.#obligation, verdict, this.#context.principals)
  }

  /** The finding as on the wire. */
  toJSON(): Finding {
    return { ...this, sentence: this.sentence }
  }
}
