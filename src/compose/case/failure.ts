import { failed, type Result } from '../../base/result.ts'
import type { LedgerCode } from '../../ledger/index.ts'
import type { StepFailure } from '../../adjudicate/index.ts'
import type { StoreCode } from '../../store/index.ts'

/** What only the case itself refuses; what each means stands in the comment beside it. */
export const CASE_CODES = [
  /** The file with the log's signing key is not where it must be. */
  'log-key-missing',
  /** The key signs for another log than the store's. */
  'log-key-foreign',
  /** A case is there already. */
  'case-exists',
  /** The name cannot stand in a checkpoint. */
  'case-name-malformed',
  /** Who decides is not told, or in a form that cannot stand in the log. */
  'person-malformed',
  /** A decision needs a reason. */
  'reason-missing',
  /** The record has no such claim. */
  'claim-unknown',
  /** The record has no such incident. */
  'incident-unknown',
  /** A decision on a link needs two claims at least, and a split must leave some on either side. */
  'claims-too-few',
  /** An amendment changes nothing, or says what no claim can say. */
  'amendment-malformed',
  /** Only reviews and decisions on links can be withdrawn, and only once. */
  'entry-not-withdrawable',
  /** A side is named by lower-case letters, digits and hyphens. */
  'side-malformed',
  /** The key is a log's and none of a witness. */
  'witness-key-foreign',
  /** The log has no checkpoint of that size. */
  'checkpoint-missing',
  /** The checkpoint is not the one that this log has at that size. */
  'checkpoint-foreign',
  /** Nothing was chosen to be put in a bundle. */
  'bundle-empty',
  /** The log has no entry at that index. */
  'entry-unknown',
] as const

export type CaseCode = (typeof CASE_CODES)[number]

/** Why something with a case cannot be done: the code for programs, the message (place: found, expected) for people. */
export interface CaseFailure {
  readonly code: CaseCode | StoreCode | LedgerCode | StepFailure['code']
  readonly message: string
}

/** A refusal as a result. */
export function refused(code: CaseCode, place: string, found: string, expected: string): Result<never, CaseFailure> {
  return failed({ code, message: `${place}: found ${found}, expected ${expected}` })
}
