import { failed, type Result } from '../../base/result.ts'
import type { CaseFailure } from '../case/index.ts'

/** What only backups refuse; what each means stands in the comment beside it. */
export const BACKUP_CODES = [
  /** The file is no backup, or a newer Truceline's. */
  'backup-malformed',
  /** Something in the backup is not what was written, or its end is missing. */
  'backup-damaged',
  /** A file of that name is there already. */
  'backup-exists',
] as const

/** Why a case cannot be backed up or restored. */
export interface BackupFailure {
  readonly code: CaseFailure['code'] | (typeof BACKUP_CODES)[number]
  readonly message: string
}

/** A refusal as a result. */
export function refused(
  code: (typeof BACKUP_CODES)[number],
  place: string,
  found: string,
  expected: string,
): Result<never, BackupFailure> {
  return failed({ code, message: `${place}: found ${found}, expected ${expected}` })
}
