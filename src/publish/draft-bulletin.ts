import { formatDay, parseDay } from '../base/calendar.ts'
import { familyOf, type CaseRecord, type Finding } from '../model/index.ts'
import type { Bulletin, CitedReport, ClauseState, PublishedIncident, Sentence } from './bulletin.ts'
import { withoutHiddenClaims } from './redaction/hidden-claims.ts'
import { dropReports, redactIncidents, striker, type RedactedIncident } from './redaction/redact.ts'
import type { BulletinInput, BulletinScope, CaseFacts, DescribedIncident } from './rules.ts'
import { sayPeriod } from './say/plain.ts'
import { tableAnnex } from './sections/annex.ts'
import { tellClauses } from './sections/clauses.ts'
import { tellCorrections } from './sections/corrections.ts'
import { tellAccess, tellCoverage, tellDecisions } from './sections/decisions.ts'
import { countFigures } from './sections/figures.ts'
import { tellIncident } from './sections/incidents.ts'
import { tellPatrols } from './sections/patrols.ts'
import { summarise } from './sections/summary.ts'

/**
 * Drafts the bulletin of a period, as known at its cut-off: the record must be read as of that day. An incident belongs to the period where
 * its time reaches into it, or where a report of the period tells of it. All that is said carries the ids behind it.
 */
export function draftBulletin(whole: BulletinInput, scope: BulletinScope, facts: CaseFacts): Bulletin {
  const input = withoutHiddenClaims(whole, facts.publication.withholdReports)
  const { record, agreement, roads, earlier } = input
  const strike = striker(facts.publication.withholdWords)
  const late = lateReports(record, scope)
  const known = input.incidents.flatMap((one) => dropReports(one, late) ?? [])
  const period = withinPeriod(known, record, scope)
  const redacted = redactIncidents(period, facts)
  const tell = (one: (typeof redacted.incidents)[number]) => tellIncident(one, facts, record)
  const incidents = redacted.incidents.map(tell)
  const told = new Set(incidents.map(({ id }) => id))
  const findings = strikeFindings(findingsOf(input.findings, told, scope), redacted.incidents, strike)
  const decisions = decisionsOf(record, scope)
  const patrolled = patrolsOf(record, scope, incidents)
  const patrols = tellPatrols(patrolled, roads, facts, strike)
  const clauses = agreement ? tellClauses(agreement, findings) : []
  const claimsOf = (id: string) =>
    record.patrols.find((patrol) => patrol.id === id)?.accounts.flatMap(({ claims }) => claims) ?? []
  const decided = tellDecisions(decisions, facts, strike)
  const summary = summarise(incidents, patrols, clauses, claimsOf)
  const reports = citedReports(incidents, [...summary, ...decided, ...sentencesOf(clauses)], record, strike)
  const outlets = new Set(reports.map(({ outlet }) => outlet)).size
  const coverage = record.coverage.filter(({ from, to }) => from <= scope.to && to >= scope.from)
  return {
    format: 'truceline-bulletin/1',
    id: scope.id,
    case: { id: facts.id, name: facts.name },
    agreement: { title: agreement?.title ?? '', signed: agreement?.signed ?? null, source: agreement?.source ?? '' },
    title: `${facts.name}: bulletin of ${sayPeriod(scope.from, scope.to)}`,
    period: { from: scope.from, to: scope.to },
    cutOff: scope.cutOff,
    language: facts.language,
    supersedes: scope.supersedes,
    summary,
    figures: countFigures(incidents),
    clauses,
    incidents,
    patrols,
    decisions: decided,
    access: tellAccess(incidents),
    coverage: tellCoverage(coverage, agreement, reports.length, record.undatedLeftOut, outlets),
    corrections: tellCorrections(earlier, knownNow(input, earlier, facts), scope.supersedes),
    annex: tableAnnex(incidents, findings, facts.nameOf),
    reports,
    images: facts.images.filter(({ report }) => reports.some(({ id }) => id === report)),
    withheld: { incidents: redacted.withheld, coarsened: redacted.coarsened },
  }
}

function withinPeriod(
  incidents: readonly DescribedIncident[],
  { readings }: CaseRecord,
  { from, to }: BulletinScope,
): readonly DescribedIncident[] {
  const isTold = new Map<string, boolean>()
  for (const [id, { report }] of readings) {
    const day = report.published?.slice(0, 10)
    isTold.set(id, day !== undefined && day >= from && day <= to)
  }
  return incidents.filter(({ incident: { time, claims } }) => {
    const happened = time !== null && time.from.slice(0, 10) <= to && time.to.slice(0, 10) >= from
    return happened || claims.some(({ report }) => isTold.get(report) === true)
  })
}

/** Decisions of the period, and those of which a report of the period tells. */
function decisionsOf({ decisions, readings }: CaseRecord, { from, to }: BulletinScope): CaseRecord['decisions'] {
  return decisions.filter(({ on, claims }) => {
    const told = claims.map(({ report }) => readings.get(report)?.report.published?.slice(0, 10) ?? '')
    return (on !== null && on >= from && on <= to) || told.some((day) => day >= from && day <= to)
  })
}

/** Patrols of the period, and those of the day of an incident on patrols that the bulletin tells. */
function patrolsOf(
  { patrols }: CaseRecord,
  { from, to }: BulletinScope,
  incidents: readonly PublishedIncident[],
): CaseRecord['patrols'] {
  const days = new Set(
    incidents.filter(({ act }) => familyOf(act) === 'patrol').map(({ time }) => time?.from.slice(0, 10)),
  )
  return patrols.filter(({ on }) => (on >= from && on <= to) || days.has(on))
}

/** Reports of the last day that came out after the cut-off. A report that tells its day alone counts. */
function lateReports({ readings }: CaseRecord, { cutOff }: BulletinScope): ReadonlySet<string> {
  const limit = Date.parse(cutOff.instant)
  const isLate = (published: string | null) =>
    published !== null && /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(published) && Date.parse(published) > limit
  return new Set([...readings].filter(([, { report }]) => isLate(report.published)).map(([id]) => id))
}

/** Findings on incidents that are told, and on patrols, deadlines and silences of the period. */
function findingsOf(
  findings: readonly Finding[],
  told: ReadonlySet<string>,
  { from, to }: BulletinScope,
): readonly Finding[] {
  return findings.filter(({ subject, on }) => {
    if (subject.kind === 'incident') return told.has(subject.incident)
    return on === null || (on.from.slice(0, 10) <= to && on.to.slice(0, 10) >= dayBefore(from))
  })
}

function dayBefore(day: string): string {
  const number = parseDay(day)
  return number === null ? day : formatDay(number - 1)
}

/** A finding on an incident whose place is coarsened must not name the place either. */
function strikeFindings(
  findings: readonly Finding[],
  incidents: readonly RedactedIncident[],
  strike: (text: string) => string,
): readonly Finding[] {
  const strikes = new Map(
    incidents.filter(({ coarsened }) => coarsened).map((one) => [one.described.incident.id, one.strike]),
  )
  return findings.map((finding) => {
    const own = finding.subject.kind === 'incident' ? strikes.get(finding.subject.incident) : undefined
    return { ...finding, sentence: (own ?? strike)(finding.sentence) }
  })
}

/** The incidents that earlier bulletins told, as they would be told now. */
function knownNow(
  { incidents, record }: BulletinInput,
  earlier: readonly Bulletin[],
  facts: CaseFacts,
): ReadonlyMap<string, PublishedIncident> {
  const asked = new Set(earlier.flatMap((bulletin) => bulletin.incidents.map(({ id }) => id)))
  if (asked.size === 0) return new Map()
  const { incidents: open } = redactIncidents(
    incidents.filter(({ incident }) => asked.has(incident.id)),
    facts,
  )
  return new Map(open.map((one) => [one.described.incident.id, tellIncident(one, facts, record)]))
}

function citedReports(
  incidents: readonly PublishedIncident[],
  sentences: readonly Sentence[],
  { readings, abstracts }: CaseRecord,
  strike: (text: string) => string,
): readonly CitedReport[] {
  const claims = [
    ...incidents.flatMap((incident) => incident.claims),
    ...sentences.flatMap(({ cites }) => cites.claims),
  ]
  const ids = new Set(claims.map(({ report }) => report))
  return [...ids].sort().flatMap((id) => {
    const report = readings.get(id)?.report
    if (!report) return []
    const { outlet, title, url, published } = report
    return [
      {
        id,
        outlet: outlet ?? 'outlet not told',
        title: title === null ? null : strike(title),
        url,
        published,
        isAbstract: abstracts.has(id),
      },
    ]
  })
}

function sentencesOf(clauses: readonly ClauseState[]): readonly Sentence[] {
  return clauses.flatMap(({ obligations }) => obligations.flatMap(({ sentences }) => sentences))
}
