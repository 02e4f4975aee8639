import { formatDay, parseDay, type PlainDate } from '../../base/calendar.ts'
import type { CaseRecord, Finding, Obligation, Outcome } from '../../model/index.ts'
import type { Assessor } from '../assessor.ts'
import { isWatched } from '../deadlines/silence-findings.ts'
import { liesInScope } from '../rules/in-scope.ts'
import { quietOf, type QuietFigures } from './quiet.ts'
import { trendOf, type Trend } from './trend.ts'

/** Incidents of a day, or of all days, by how sure they are. Each is also in those before it. */
export interface IncidentFigures {
  /** Ids of incidents that are told and not refuted. */
  readonly alleged: readonly string[]
  /** By at least two independent origins. */
  readonly corroborated: readonly string[]
  readonly verified: readonly string[]
}

/** One day of a clause. `watched`: whether anything in the record tells that its zone was watched; else a zero says nothing. */
export interface DayStatus extends IncidentFigures {
  readonly day: PlainDate
  readonly watched: boolean
}

/** How an obligation that bars something holds. */
export interface BanStatus extends IncidentFigures, QuietFigures {
  readonly kind: 'ban'
  readonly obligation: string
  readonly clause: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly days: readonly DayStatus[]
  readonly watchedDays: number
  /** Those in which somebody who is bound is said to have done it. */
  readonly breaches: readonly string[]
  /** Nobody is told who did it. */
  readonly notAttributable: readonly string[]
  /** Told differently by different origins. */
  readonly disputed: readonly string[]
  /** Lie in it but on a day that is not told; they are in no figure of days. */
  readonly undated: readonly string[]
  readonly trend: Trend
}

/** How an obligation to do something is fulfilled: findings by outcome. */
export interface DutyStatus {
  readonly kind: 'duty'
  readonly obligation: string
  readonly clause: string
  readonly findings: { readonly [O in Outcome]?: readonly string[] }
  readonly disputed: readonly string[]
  readonly hindered: readonly string[]
  readonly deadline: Finding | null
}

/** How the ceasefire holds, by obligation, as of a day. What one side alone tells it may do is left out: it cannot be kept or broken. */
export function statusOf(
  findings: readonly Finding[],
  record: CaseRecord,
  assessor: Assessor,
  today: PlainDate,
): readonly (BanStatus | DutyStatus)[] {
  return assessor.rules.agreement.obligations.flatMap((obligation) => {
    const own = findings.filter((finding) => finding.obligation === obligation.id)
    if (obligation.duty === 'may') return []
    return [
      obligation.duty === 'must' ? dutyStatus(obligation, own) : banStatus(obligation, own, record, assessor, today),
    ]
  })
}

function dutyStatus({ id, clause }: Obligation, findings: readonly Finding[]): DutyStatus {
  const told = findings.filter(({ subject }) => subject.kind !== 'deadline')
  const byOutcome: { [O in Outcome]?: readonly string[] } = {}
  for (const { outcome, id: finding } of told) byOutcome[outcome] = [...(byOutcome[outcome] ?? []), finding]
  return {
    kind: 'duty',
    obligation: id,
    clause,
    findings: byOutcome,
    disputed: idsOf(told.filter(({ disputed }) => disputed)),
    hindered: idsOf(told.filter(({ rule }) => rule === 'hindered')),
    deadline: findings.find(({ subject }) => subject.kind === 'deadline') ?? null,
  }
}

function banStatus(
  obligation: Obligation,
  own: readonly Finding[],
  record: CaseRecord,
  assessor: Assessor,
  today: PlainDate,
): BanStatus {
  const from = parseDay(obligation.term.from) === null ? today : obligation.term.from.slice(0, 10)
  const inScope = own.filter((finding) => liesInScope(finding) && dayOf(finding) <= today)
  const byDay = Map.groupBy(inScope, dayOf)
  // where nobody published from when it holds, no day can be counted
  const counted = obligation.term.from === 'unknown' ? [] : daysBetween(from, today)
  const days = counted.map((day): DayStatus => {
    return { day, ...figuresOf(byDay.get(day) ?? []), watched: isWatched(obligation.zone, day, day, record.coverage) }
  })
  return {
    kind: 'ban',
    obligation: obligation.id,
    clause: obligation.clause,
    from,
    to: today,
    days,
    watchedDays: days.filter(({ watched }) => watched).length,
    ...figuresOf(inScope),
    ...quietOf(days),
    breaches: incidentsOf(inScope.filter(({ outcome }) => outcome === 'breach')),
    notAttributable: incidentsOf(inScope.filter(({ doer }) => doer === null)),
    disputed: incidentsOf(inScope.filter(({ disputed }) => disputed)),
    undated: incidentsOf(
      own.filter(({ on, rule }) => on === null && (rule === 'time-not-told' || rule === 'done-by-others-somewhere')),
    ),
    trend: trendOf(obligation, own, inScope, record, assessor, today),
  }
}

function figuresOf(findings: readonly Finding[]): IncidentFigures {
  return {
    alleged: incidentsOf(findings),
    corroborated: incidentsOf(findings.filter(({ origins }) => origins >= 2)),
    verified: incidentsOf(findings.filter(({ validity }) => validity === 'verified')),
  }
}

function incidentsOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ subject }) => (subject.kind === 'incident' ? [subject.incident] : [])))]
}

function idsOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ id }) => id)
}

function dayOf({ on }: Finding): PlainDate {
  return on?.from.slice(0, 10) ?? ''
}

function daysBetween(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const [first, last] = [parseDay(from) ?? 0, parseDay(to) ?? 0]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => formatDay(first + i))
}
