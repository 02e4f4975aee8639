import type {
  Act,
  AdjudicatedIncident,
  Agreement,
  CaseRecord,
  Finding,
  Obligation,
  Reading,
  Road,
} from '../model/index.ts'
import type { GeoPoint } from '../base/geometry/distance.ts'
import { Principals, type ActorFacts } from './actors/principals.ts'
import { factsOf, type IncidentFacts } from './incidents/incident-facts.ts'
import { amendedBy } from './rules/amendments.ts'
import { IncidentFinding } from './incidents/incident-finding.ts'
import type { RuleContext } from './rules/verdict.ts'
import { ZoneMap } from './zones/zone-map.ts'

/** What assessment goes by: the agreement and what the case knows beside it. */
export interface AssessmentRules {
  readonly agreement: Agreement
  readonly actors: readonly ActorFacts[]
  readonly roads: readonly Road[]
  /** Places of the case by id, for zones that are derived from them. */
  readonly places: ReadonlyMap<string, GeoPoint>
  /** A claim that was read with less certainty founds no finding until a person confirms it. (Default: 0.5) */
  readonly leastConfidence?: number
}

const USUAL_LEAST_CONFIDENCE = 0.5

/** Weighs incidents against obligations. Built once for an agreement; obligations are found by act, zones built, answers by place kept. */
export class Assessor {
  readonly rules: AssessmentRules
  readonly context: RuleContext
  readonly #byAct = new Map<Act, readonly Obligation[]>()
  readonly #leastConfidence: number

  constructor(rules: AssessmentRules) {
    const { agreement, actors, roads, places } = rules
    this.rules = rules
    this.#leastConfidence = rules.leastConfidence ?? USUAL_LEAST_CONFIDENCE
    const zones = new ZoneMap(agreement.zones, { roads: new Map(roads.map((road) => [road.id, road])), places })
    this.context = { agreement, principals: new Principals(agreement, actors), zones }
    for (const obligation of agreement.obligations) {
      const { acts, inPart, contrary, hinderedBy } = obligation
      for (const act of new Set([...acts, ...inPart, ...contrary, ...hinderedBy]))
        this.#byAct.set(act, [...(this.#byAct.get(act) ?? []), obligation])
    }
  }

  /** What of an incident counts; null where nothing does. */
  factsOf(incident: AdjudicatedIncident, readings: ReadonlyMap<string, Reading>): IncidentFacts | null {
    return factsOf(incident, readings, this.context, this.#leastConfidence)
  }

  /**
   * The findings of one incident: one for each obligation that speaks of its act. On all others it does not bear, which `assessPair` says
   * for each. This is also what is done again when a claim of the incident changes.
   */
  assessIncident(incident: AdjudicatedIncident, readings: ReadonlyMap<string, Reading>): readonly Finding[] {
    const facts = this.factsOf(incident, readings)
    return facts ? this.findingsOf(facts) : []
  }

  /** The findings of an incident's facts. */
  findingsOf(facts: IncidentFacts): readonly Finding[] {
    return this.#obligationsFor(facts.acts).map((obligation) => this.#finding(facts, obligation))
  }

  /** How one incident bears on one obligation, also where it does not; null where nothing of the incident counts. */
  assessPair(
    incident: AdjudicatedIncident,
    obligation: Obligation,
    { readings }: Pick<CaseRecord, 'readings'>,
  ): Finding | null {
    const facts = this.factsOf(incident, readings)
    return facts && this.#finding(facts, obligation)
  }

  #obligationsFor(acts: ReadonlySet<Act>): readonly Obligation[] {
    const [only] = acts
    if (only !== undefined && acts.size === 1) return this.#byAct.get(only) ?? []
    return [...new Set([...acts].flatMap((act) => this.#byAct.get(act) ?? []))]
  }

  #finding(facts: IncidentFacts, original: Obligation): Finding {
    const day = facts.adjudicated.incident.time?.to ?? null
    const { obligation, decision } = amendedBy(original, day, this.rules.agreement)
    return new IncidentFinding(facts, obligation, decision, this.context)
  }
}
