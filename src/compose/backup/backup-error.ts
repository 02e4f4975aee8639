import type { BackupFailure } from './failure.ts'

/** Breaks off a restore from inside its transaction, so that nothing of it is kept; the door gets its failure as data. */
export class BackupError extends Error {
  readonly failure: BackupFailure
  constructor(failure: BackupFailure) {
    super(failure.message)
    this.name = 'BackupError'
    this.failure = failure
  }
}

/** The same, put together. */
export function broken(code: BackupFailure['code'], place: string, found: string, expected: string): BackupError {
  return new BackupError({ code, message: `${place}: found ${found}, expected ${expected}` })
}
