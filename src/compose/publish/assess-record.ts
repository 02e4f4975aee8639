import { assessCase } from '../../assess/index.ts'
import { done, type Result } from '../../base/result.ts'
import type { Agreement, CaseRecord, Finding } from '../../model/index.ts'
import { hasAgreement, loadAssessmentRules, type RecordFailure } from '../record/index.ts'

/** A case's agreement and how its record bears on it. */
export interface Assessed {
  readonly agreement: Agreement | null
  readonly findings: readonly Finding[]
}

/** Assesses a record by the agreement of the case's folder; nothing where it has none. Fails with `case-unreadable`. */
export function assessRecord(record: CaseRecord, caseFolder: string): Result<Assessed, RecordFailure> {
  if (!hasAgreement(caseFolder)) return done({ agreement: null, findings: [] })
  const rules = loadAssessmentRules(caseFolder)
  if (!rules.ok) return rules
  return done({ agreement: rules.value.agreement, findings: assessCase(record, rules.value) })
}
