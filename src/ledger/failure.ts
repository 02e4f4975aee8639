import { failed, type Result } from '../base/result.ts'

/** Every way in which the ledger refuses something; what each means stands in the comment beside it. */
export const LEDGER_CODES = [
  /** The text is no entry: not JSON, not canonical, or a member is missing, unknown or of the wrong form. */
  'entry-malformed',
  /** The entry is not the one that was logged. */
  'entry-altered',
  /** The log, or a bundle, lacks an entry that it must have. */
  'entry-missing',
  /** One entry stands twice in a bundle. */
  'entry-repeated',
  /** The entry is sound, its stored leaf hash is not. */
  'leaf-hash-altered',
  /** What a store keeps beside an entry, its kind, author, time, keys or a subtree's hash, is not what the entry says. */
  'beside-altered',
  /** An inclusion proof is not even a list of hashes. */
  'proof-malformed',
  /** A part was opened that the entry does not commit to. */
  'sealed-part-unknown',
  /** An opened part, its name or its salt is not what was sealed. */
  'sealed-part-altered',
  /** The text is no signed note. */
  'note-malformed',
  /** The note's text is no checkpoint. */
  'checkpoint-malformed',
  /** The entries do not give the checkpoint's root. */
  'checkpoint-mismatch',
  /** The text is no key, or its id does not fit its name and bytes. */
  'key-malformed',
  /** A known key's signature does not fit the note. */
  'signature-invalid',
  /** A signature that must be there is not. */
  'signature-missing',
  /** The checkpoint is another log's. */
  'origin-mismatch',
  /** A log shows fewer entries than it showed before. */
  'tree-shrunk',
  /** A log shows two histories of the same size. */
  'tree-forked',
  /** The proof does not show that the log only grew. */
  'consistency-invalid',
  /** A file of a publication is not the one that was published. */
  'file-altered',
  /** A file of a publication is not there. */
  'file-missing',
  /** A file lies with a publication that is none of it. */
  'file-unlisted',
  /** A figure of a publication is another one than was published. */
  'figure-altered',
  /** The list of a publication's files cannot be read. */
  'publication-malformed',
  /** The text is no bundle. */
  'bundle-malformed',
] as const

export type LedgerCode = (typeof LEDGER_CODES)[number]

/** Why the ledger refuses something: the code for programs, the message (place: found, expected) for people. */
export interface LedgerFailure {
  readonly code: LedgerCode
  readonly message: string
}

/** A refusal as a result. */
export function refused(
  code: LedgerCode,
  place: string,
  found: string,
  expected: string,
): Result<never, LedgerFailure> {
  return failed(ledgerFailure(code, place, found, expected))
}

/** A refusal as a value. */
export function ledgerFailure(code: LedgerCode, place: string, found: string, expected: string): LedgerFailure {
  return { code, message: `${place}: found ${found}, expected ${expected}` }
}
