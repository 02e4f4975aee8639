import { done, type Result } from '../../base/result.ts'
import { refused, type LedgerFailure } from '../failure.ts'
import { sameHash, verifyConsistency, type Hash } from '../merkle/index.ts'
import { openCheckpoint, type Checkpoint } from './checkpoint.ts'
import type { SignerKey, VerifierKey } from './keys.ts'
import { formatNote, type NoteSignature } from './signed-note.ts'
import { cosignNoteText } from './signing.ts'

/** A log as its witness knows it. */
export interface WitnessedLog {
  readonly origin: string
  /** The log's own keys. */
  readonly keys: readonly VerifierKey[]
  /** The last checkpoint this witness cosigned; null before the first. */
  readonly latest: Checkpoint | null
}

/** What a log asks of its witness. */
export interface CosignRequest {
  /** The new checkpoint as the log signed it. */
  readonly note: string
  /** Consistency proof from the latest checkpoint's size to the new one's; empty where there was none. */
  readonly proof: readonly Hash[]
}

/** What a witness did: it must store `latest` before it hands the signature out. */
export interface Cosigned {
  readonly latest: Checkpoint
  readonly signature: NoteSignature
  /** The note with the cosignature added. */
  readonly note: string
}

/**
 * A side's witness: cosigns a checkpoint only if the log signed it and it continues all that this witness has seen; rules of
 * c2sp.org/tlog-witness. Fails with `origin-mismatch`, `signature-missing` or `signature-invalid`, `tree-shrunk`, `tree-forked`
 * (same size, another root) or `consistency-invalid`, besides the forms' own codes. `timeSeconds`: the witness's clock, since 1970.
 */
export function cosignCheckpoint(
  log: WitnessedLog,
  request: CosignRequest,
  witness: SignerKey,
  timeSeconds: number,
): Result<Cosigned, LedgerFailure> {
  const opened = openCheckpoint(
    request.note,
    log.keys.filter((key) => key.role === 'log'),
  )
  if (!opened.ok) return opened
  const { checkpoint, note } = opened.value
  const doubt = doubtOf(log, checkpoint, request.proof)
  if (doubt) return doubt
  const signature = cosignNoteText(note.text, witness, timeSeconds)
  const signatures = [
    ...note.signatures.filter((line) => line.name !== witness.name || line.keyId !== witness.id),
    signature,
  ]
  return done({ latest: checkpoint, signature, note: formatNote({ text: note.text, signatures }) })
}

/** Why a log's new checkpoint must not be cosigned; null if it may. */
function doubtOf(log: WitnessedLog, next: Checkpoint, proof: readonly Hash[]): Result<never, LedgerFailure> | null {
  const place = `checkpoint ${next.size} of ${log.origin}`
  if (next.origin !== log.origin) return refused('origin-mismatch', 'checkpoint', next.origin, log.origin)
  if (!log.latest) {
    return proof.length === 0 ? null : refused('consistency-invalid', place, 'a proof', 'none for a first checkpoint')
  }
  if (next.size < log.latest.size) {
    return refused('tree-shrunk', place, `${next.size} entries`, `at least the ${log.latest.size} seen before`)
  }
  if (next.size === log.latest.size && !sameHash(next.root, log.latest.root)) {
    return refused('tree-forked', place, 'another root', 'the root seen before at this size')
  }
  if (!verifyConsistency(log.latest, next, proof)) {
    return refused('consistency-invalid', place, 'a proof that fails', `one from size ${log.latest.size}`)
  }
  return null
}
