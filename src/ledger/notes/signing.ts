import { done, type Result } from '../../base/result.ts'
import { refused, type LedgerFailure } from '../failure.ts'
import { ED25519_SIGNATURE_BYTES, signEd25519, verifyEd25519 } from './ed25519.ts'
import type { SignerKey, VerifierKey } from './keys.ts'
import type { Note, NoteSignature } from './signed-note.ts'

/** Bytes of the time that stands before a cosignature: seconds since 1970, big-endian. */
const TIME_BYTES = 8

/** A signature that was checked and holds. */
export interface CheckedSignature {
  readonly key: VerifierKey
  /** Seconds since 1970 at which a witness signed; null for a log's own signature, which carries no time. */
  readonly timeSeconds: number | null
}

/** Signs a note's text with a log's key: Ed25519 over the text (c2sp.org/signed-note). */
export function signNoteText(text: string, key: SignerKey): NoteSignature {
  demandRole(key, 'log')
  return { name: key.name, keyId: key.id, signature: signEd25519(key.seed, text) }
}

/**
 * Signs a checkpoint's text with a witness's key, saying when (c2sp.org/tlog-cosignature, Ed25519 form, type byte 0x04).
 * `timeSeconds`: whole seconds since 1970. Checks nothing: `cosignCheckpoint` does.
 */
export function cosignNoteText(text: string, key: SignerKey, timeSeconds: number): NoteSignature {
  demandRole(key, 'witness')
  if (!Number.isSafeInteger(timeSeconds) || timeSeconds < 0) {
    throw new RangeError(`cosignature: found time ${timeSeconds}, expected whole seconds since 1970`)
  }
  const time = Buffer.alloc(TIME_BYTES)
  time.writeBigUInt64BE(BigInt(timeSeconds))
  const signature = signEd25519(key.seed, cosignedText(text, timeSeconds))
  return { name: key.name, keyId: key.id, signature: new Uint8Array(Buffer.concat([time, signature])) }
}

/**
 * Checks a note's signatures against known keys. As the format demands: unknown keys' lines are passed over, one bad signature
 * of a known key refuses the whole note (`signature-invalid`), and so does a note that no known key signed (`signature-missing`).
 */
export function checkSignatures(
  note: Note,
  keys: readonly VerifierKey[],
): Result<readonly CheckedSignature[], LedgerFailure> {
  const checked = new Map<VerifierKey, CheckedSignature>()
  for (const line of note.signatures) {
    const key = keys.find((known) => known.name === line.name && known.id === line.keyId)
    if (!key || checked.has(key)) continue
    const signature = checkSignature(note.text, key, line.signature)
    if (!signature)
      return refused('signature-invalid', `signature of ${key.name}`, 'other bytes', 'one that fits the text')
    checked.set(key, signature)
  }
  if (checked.size > 0) return done([...checked.values()])
  const names = keys.map((key) => key.name).join(', ') || 'any key'
  return refused('signature-missing', 'note', 'no signature by a known key', `one by ${names}`)
}

function checkSignature(text: string, key: VerifierKey, signature: Uint8Array): CheckedSignature | null {
  if (key.role === 'log') return verifyEd25519(key.publicKey, text, signature) ? { key, timeSeconds: null } : null
  if (signature.length !== TIME_BYTES + ED25519_SIGNATURE_BYTES) return null
  const time = Buffer.from(signature.subarray(0, TIME_BYTES)).readBigUInt64BE()
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return null
  const timeSeconds = Number(time)
  const valid = verifyEd25519(key.publicKey, cosignedText(text, timeSeconds), signature.subarray(TIME_BYTES))
  return valid ? { key, timeSeconds } : null
}

function cosignedText(text: string, timeSeconds: number): string {
  return `cosignature/v1\ntime ${timeSeconds}\n${text}`
}

function demandRole(key: SignerKey, role: SignerKey['role']): void {
  if (key.role !== role) throw new TypeError(`key ${key.name}: found a ${key.role} key, expected a ${role} key`)
}
