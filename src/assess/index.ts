/**
 * Assesses: how incidents, patrols, deadlines and silence bear on each obligation of an agreement. The agreement is data that a lawyer edits;
 * every finding cites obligation, claims and rule, and says its reasons in plain words. Pure: no file, clock or random number.
 * Imports only `model` and `base`.
 */
export type { AgreementSurroundings } from './files/agreement-faults.ts'
export { agreementJsonSchema } from './files/agreement-schema.ts'
export { assessCase, assessWith, lastDayOf } from './assess-case.ts'
export { Assessor, type AssessmentRules } from './assessor.ts'
export { compareFindings, type FindingChange } from './compare-findings.ts'
export { coverageSchema, parseCoverage } from './files/coverage-file.ts'
export { decisionSchema, parseDecisions, type ToldDecision } from './files/decisions-file.ts'
export { parseAgreement } from './files/parse-agreement.ts'
export {
  sideLedgers,
  type LedgerDay,
  type PatrolRow,
  type SideLedger,
  type SideLedgers,
} from './ledgers/side-ledgers.ts'
export { statusOf, type BanStatus, type DutyStatus } from './status/clause-status.ts'
