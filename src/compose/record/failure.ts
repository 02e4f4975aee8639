import { failed, type Result } from '../../base/result.ts'
import type { YamlFault } from '../../base/yaml-file.ts'

/** Why a case's folder cannot be read: the code for programs, the message for people. */
export interface RecordFailure {
  readonly code: 'case-unreadable'
  readonly message: string
}

/** A refusal as a result. */
export function unreadable(place: string, found: string, expected: string): Result<never, RecordFailure> {
  return failed({ code: 'case-unreadable', message: `${place}: found ${found}, expected ${expected}` })
}

/** The faults of a file as one refusal, a line each. */
export function faultyFile(faults: readonly YamlFault[]): Result<never, RecordFailure> {
  return failed({ code: 'case-unreadable', message: faults.map(({ message }) => message).join('\n') })
}
