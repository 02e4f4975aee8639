import { done, type Result } from '../../base/result.ts'
import {
  Assessor,
  assessWith,
  lastDayOf,
  sideLedgers,
  statusOf,
  type BanStatus,
  type DutyStatus,
  type SideLedgers,
} from '../../assess/index.ts'
import type { Agreement, CaseRecord, ClaimReference, Decision, Finding, Obligation } from '../../model/index.ts'
import { hasAgreement, loadAssessmentRules, type RecordFailure } from '../record/index.ts'
import type { Desk } from './open-desk.ts'
import type { KnownAt } from './record-at.ts'
import { recordNow } from './record-now.ts'

/** An obligation with how it stands, its last day and every extension of it. */
export interface ObligationLine extends Obligation {
  /** Null where it only allows something: that can be neither kept nor broken. */
  readonly status: BanStatus | DutyStatus | null
  readonly extensions: readonly Decision[]
}

/** The agreement and how it holds. */
export interface AgreementView {
  readonly agreement: Agreement
  readonly obligations: readonly ObligationLine[]
  readonly ledgers: SideLedgers
  readonly findings: readonly Finding[]
  /** The claims of each incident, as `report/claim`. */
  readonly claimsOf: ReadonlyMap<string, ReadonlySet<string>>
  /** The day on which figures and deadlines stand. */
  readonly today: string
}

const ASSESSORS = new Map<string, Assessor>()
/** What was found of a record stays as long as the record does. */
const KEPT = new WeakMap<CaseRecord, AgreementView>()

/** The agreement of a desk's case with all findings, as it stands or as it was known; null where the case has none. Fails with `case-unreadable`. */
export async function agreementOf(
  desk: Desk,
  at: KnownAt | null = null,
): Promise<Result<AgreementView | null, RecordFailure>> {
  if (!hasAgreement(desk.caseFolder)) return done(null)
  const assessor = assessorOf(desk.caseFolder)
  if (!assessor.ok) return assessor
  const record = await recordNow(desk, at)
  const view = KEPT.get(record) ?? assess(record, assessor.value)
  KEPT.set(record, view)
  return done(view)
}

function assess(record: CaseRecord, assessor: Assessor): AgreementView {
  const { agreement } = assessor.rules
  const today = lastDayOf(record)
  const findings = assessWith(assessor, record, today)
  const status = new Map(statusOf(findings, record, assessor, today).map((one) => [one.obligation, one]))
  return {
    agreement,
    findings,
    claimsOf: new Map(record.incidents.map(({ incident }) => [incident.id, new Set(incident.claims.map(keyOf))])),
    today,
    ledgers: sideLedgers(record, agreement.sides, assessor.context.principals),
    obligations: agreement.obligations.map((obligation) => ({
      ...obligation,
      status: status.get(obligation.id) ?? null,
      extensions: record.decisions.filter(
        ({ resolution: it }) => it.kind === 'extension' && it.obligation === obligation.id,
      ),
    })),
  }
}

function assessorOf(caseFolder: string): Result<Assessor, RecordFailure> {
  const kept = ASSESSORS.get(caseFolder)
  if (kept) return done(kept)
  const rules = loadAssessmentRules(caseFolder)
  if (!rules.ok) return rules
  const assessor = new Assessor(rules.value)
  ASSESSORS.set(caseFolder, assessor)
  return done(assessor)
}

/** Which findings are asked for; all conditions must hold. (Default of each: any) */
export interface FindingFilter {
  readonly id?: string
  readonly clause?: string
  readonly obligation?: string
  readonly outcome?: string
  /** About the incident itself, or resting on its claims: what it says of a patrol or a last day. */
  readonly incident?: string
  readonly patrol?: string
  readonly disputed?: true
}

/** Findings that a filter lets through, in the order of obligations, days and ids. */
export function findingsOf({ findings, claimsOf }: AgreementView, filter: FindingFilter): readonly Finding[] {
  const { id, clause, obligation, outcome, incident, patrol, disputed } = filter
  return findings.filter(
    (finding) =>
      (id === undefined || finding.id === id) &&
      (clause === undefined || finding.clause === clause) &&
      (obligation === undefined || finding.obligation === obligation) &&
      (outcome === undefined || finding.outcome === outcome) &&
      (incident === undefined || bearsOn(finding, incident, claimsOf.get(incident))) &&
      (patrol === undefined || (finding.subject.kind === 'patrol' && finding.subject.patrol === patrol)) &&
      (disputed === undefined || finding.disputed),
  )
}

function bearsOn({ subject, claims }: Finding, incident: string, own: ReadonlySet<string> | undefined): boolean {
  if (subject.kind === 'incident') return subject.incident === incident
  return own !== undefined && claims.some((claim) => own.has(keyOf(claim)))
}

function keyOf({ report, claim }: ClaimReference): string {
  return `${report}/${claim}`
}
