import { failed, type Result } from '../../base/result.ts'
import type { LedgerCode } from '../../ledger/index.ts'
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
] as const

export type CaseCode = (typeof CASE_CODES)[number]

/** Why something with a case cannot be done: the code for programs, the message (place: found, expected) for people. */
export interface CaseFailure {
  readonly code: CaseCode | StoreCode | LedgerCode
  readonly message: string
}

/** A refusal as a result. */
export function refused(code: CaseCode, place: string, found: string, expected: string): Result<never, CaseFailure> {
  return failed({ code, message: `${place}: found ${found}, expected ${expected}` })
}
