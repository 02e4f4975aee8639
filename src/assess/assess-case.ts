import type { PlainDate } from '../base/calendar.ts'
import type { AdjudicatedIncident, CaseRecord, Finding, Obligation } from '../model/index.ts'
import { Assessor, type AssessmentRules } from './assessor.ts'
import { deadlineFinding } from './deadlines/deadline-findings.ts'
import { silenceFindings } from './deadlines/silence-findings.ts'
import type { IncidentFacts } from './incidents/incident-facts.ts'
import { incidentsOfPatrol, patrolFinding } from './patrols/patrol-findings.ts'
import { routeOf } from './patrols/route-of.ts'
import { liesInScope } from './rules/in-scope.ts'

/**
 * Every finding of a record: incidents, patrols, deadlines and silences against every obligation that they bear on, in the order of the
 * obligations, days and ids. The same record gives the same findings in whatever order it was put together.
 *
 * @param today the day on which deadlines stand (Default: the record's own day, else the last day of which a report was published)
 */
export function assessCase(record: CaseRecord, rules: AssessmentRules, today?: PlainDate): readonly Finding[] {
  const assessor = new Assessor(rules)
  return assessWith(assessor, record, today ?? lastDayOf(record))
}

/** The same with an assessor that is at hand. */
export function assessWith(assessor: Assessor, record: CaseRecord, today: PlainDate): readonly Finding[] {
  const { agreement, principals } = assessor.context
  const incidents = new Map(record.incidents.map((it) => [it.incident.id, it]))
  const facts = [...incidents.values()]
    .toSorted(byId)
    .flatMap((incident) => assessor.factsOf(incident, record.readings) ?? [])
  const ofPatrols = agreement.obligations.flatMap((obligation) => patrolsFor(obligation, record, facts, assessor))
  const told = new Set(
    ofPatrols.flatMap(({ finding, incidents }) =>
      incidents.map((it) => `${finding.obligation}/${it.adjudicated.incident.id}`),
    ),
  )
  const findings = [
    ...facts.flatMap((it) => assessor.findingsOf(it)).filter(({ id }) => !told.has(id)),
    ...ofPatrols.map(({ finding }) => finding),
  ]
  const of = groupByObligation(findings)
  const others = agreement.obligations.flatMap((obligation) => {
    const own = of.get(obligation.id) ?? []
    const deadline = deadlineFinding(obligation, own, record, today, principals)
    return [
      ...(deadline ? [deadline] : []),
      ...silenceFindings(obligation, own.filter(liesInScope), record.coverage, principals),
    ]
  })
  return inOrder([...findings, ...others], agreement.obligations)
}

function patrolsFor(
  obligation: Obligation,
  { patrols }: CaseRecord,
  facts: readonly IncidentFacts[],
  { context, rules }: Assessor,
) {
  if (obligation.patrolsOn === null) return []
  const route = routeOf(obligation, rules)
  return patrols
    .filter(({ road }) => road === obligation.patrolsOn)
    .flatMap((patrol) => {
      const incidents = incidentsOfPatrol(patrol, facts)
      const finding = patrolFinding(patrol, obligation, incidents, context.principals, route)
      return finding ? [{ finding, incidents }] : []
    })
}

function byId(a: AdjudicatedIncident, b: AdjudicatedIncident): number {
  return a.incident.id < b.incident.id ? -1 : 1
}

function groupByObligation(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.obligation)
    if (group) group.push(finding)
    else groups.set(finding.obligation, [finding])
  }
  return groups
}

function inOrder(findings: readonly Finding[], obligations: readonly Obligation[]): readonly Finding[] {
  const place = new Map(obligations.map(({ id }, i) => [id, i]))
  const keys = new Map(
    findings.map((it) => [
      it,
      `${String(place.get(it.obligation) ?? 0).padStart(4, '0')} ${it.on?.from ?? '9'} ${it.id}`,
    ]),
  )
  return findings.toSorted((a, b) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1))
}

/** The last day of which a report was published. */
export function lastDayOf({ asOf, readings }: CaseRecord): PlainDate {
  if (asOf !== null) return asOf
  const days = [...readings.values()].flatMap(({ report }) => report.published?.slice(0, 10) ?? [])
  return days.toSorted().at(-1) ?? '1970-01-01'
}
