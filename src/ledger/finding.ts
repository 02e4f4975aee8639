import type { EntryIndex } from '../model/index.ts'
import type { LedgerFailure } from './failure.ts'

/** Names an entry in a finding. */
export interface EntryName {
  readonly index: EntryIndex
  /** The kind its text gives, null where it can no longer be read. */
  readonly kind: string | null
}

/** Something that does not verify; `entry` is null where it concerns no single entry. */
export interface Finding extends LedgerFailure {
  readonly entry: EntryName | null
}

/** A failure as a finding about an entry. */
export function findingAbout(entry: EntryName | null, { code, message }: LedgerFailure): Finding {
  if (!entry) return { code, message, entry }
  return { code, message: `entry ${entry.index} (${entry.kind ?? 'unreadable'}), ${message}`, entry }
}
