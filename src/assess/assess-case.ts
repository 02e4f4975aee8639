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
  const facts = factsInOrder(record, assessor)
  const ofPatrols = agreement.obligations.flatMap((obligation) => patrolsFor(obligation, record, facts, assessor))
  const told = new Set(
    ofPatrols.flatMap(({ finding, incidents }) =>
      incidents.map((it) => `${finding.obligation}/${it.adjudicated.incident.id}`),
    ),
  )
  const groups = new Map(agreement.obligations.map(({ id }) => [id, [] as Finding[]]))
  for (const it of facts)
    for (const finding of assessor.findingsOf(it))
      if (told.size === 0 || !told.has(finding.id)) groups.get(finding.obligation)?.push(finding)
  const patrols = Map.groupBy(ofPatrols, ({ finding }) => finding.obligation)
  return agreement.obligations.flatMap((obligation) => {
    const patrolled = (patrols.get(obligation.id) ?? []).map(({ finding }) => finding)
    const own = merge(groups.get(obligation.id) ?? [], patrolled.toSorted(byDay))
    const deadline = deadlineFinding(obligation, own, record, today, principals)
    const silences = silenceFindings(obligation, own.filter(liesInScope), record.coverage, principals)
    return merge(own, [...(deadline ? [deadline] : []), ...silences].toSorted(byDay))
  })
}

/** What counts of each incident, once each, by day and id: what is made of it one by one is then in order but for little. */
function factsInOrder({ incidents, readings }: CaseRecord, assessor: Assessor): readonly IncidentFacts[] {
  const once = new Map(incidents.map((it) => [it.incident.id, it]))
  return [...once.values()].toSorted(byDayOfIncident).flatMap((incident) => assessor.factsOf(incident, readings) ?? [])
}

/** What has no day comes after all that has one. */
const NO_DAY = '9'

function byDayOfIncident({ incident: a }: AdjudicatedIncident, { incident: b }: AdjudicatedIncident): number {
  return compare(a.time?.from ?? NO_DAY, b.time?.from ?? NO_DAY) || compare(a.id, b.id)
}

function byDay(a: Finding, b: Finding): number {
  return compare(a.on?.from ?? NO_DAY, b.on?.from ?? NO_DAY) || compare(a.id, b.id)
}

/** Two lists in the order of their days as one; the first is long, the second mostly short. */
function merge(long: readonly Finding[], short: readonly Finding[]): readonly Finding[] {
  if (short.length === 0) return long
  const merged: Finding[] = []
  let next = 0
  for (const finding of long) {
    for (let other = short[next]; other && byDay(other, finding) < 0; other = short[next]) {
      merged.push(other)
      next++
    }
    merged.push(finding)
  }
  for (const other of short.slice(next)) merged.push(other)
  return merged
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
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

/** The last day of which a report was published. */
export function lastDayOf({ asOf, readings }: CaseRecord): PlainDate {
  if (asOf !== null) return asOf
  const days = [...readings.values()].flatMap(({ report }) => report.published?.slice(0, 10) ?? [])
  return days.toSorted().at(-1) ?? '1970-01-01'
}
