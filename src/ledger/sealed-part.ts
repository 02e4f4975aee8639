import { fromBase64, toBase64 } from '../base/base64.ts'
import { sha256 } from '../base/sha256.ts'
import type { SealedCommitment } from '../model/index.ts'
import { ledgerFailure, type LedgerFailure } from './failure.ts'

/** Bytes of salt: as many as the digest, so that a short name cannot be found by trying all names. */
export const SALT_BYTES = 32

/** Keeps these hashes apart from all others that the house makes. */
const DOMAIN = 'truceline/sealed-part/v1'

/** A part with the salt that ties it to its commitment; kept beside the log, shown to few, erased for good by forgetting both. */
export interface OpenedPart {
  readonly name: string
  /** Base64, 32 bytes. */
  readonly salt: string
  /** Base64 of the part's bytes. */
  readonly part: string
}

/** A part sealed: the commitment goes into the entry, the opening beside it. */
export interface SealedPart {
  readonly commitment: SealedCommitment
  readonly opened: OpenedPart
}

/**
 * Seals a part under 32 fresh random bytes that the caller drew: SHA-256(domain ‖ newline ‖ name ‖ newline ‖ salt ‖ part).
 * Never use a salt twice. Throws where the salt has another length or the name a newline.
 */
export function sealPart(name: string, part: Uint8Array | string, salt: Uint8Array): SealedPart {
  if (salt.length !== SALT_BYTES) throw new RangeError(`salt: found ${salt.length} bytes, expected ${SALT_BYTES}`)
  if (!/^[^\n]+$/.test(name)) throw new TypeError(`sealed part: found name ${JSON.stringify(name)}, expected one line`)
  const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part
  return {
    commitment: { name, commitment: toBase64(commit(name, bytes, salt)) },
    opened: { name, salt: toBase64(salt), part: toBase64(bytes) },
  }
}

/**
 * Checks an opened part against what its entry commits to: null if it is the part that was sealed, else the failure
 * `sealed-part-unknown` or `sealed-part-altered`.
 */
export function verifyOpenedPart(commitments: readonly SealedCommitment[], opened: OpenedPart): LedgerFailure | null {
  const place = `sealed part ${JSON.stringify(opened.name)}`
  const sealed = commitments.find((commitment) => commitment.name === opened.name)
  if (!sealed) {
    const names = commitments.map((commitment) => commitment.name).join(', ') || 'no sealed part'
    return ledgerFailure('sealed-part-unknown', place, 'no commitment of that name', names)
  }
  const [salt, part] = [fromBase64(opened.salt), fromBase64(opened.part)]
  if (salt?.length !== SALT_BYTES || !part) {
    return ledgerFailure(
      'sealed-part-altered',
      place,
      'another form',
      `base64 of the part and of ${SALT_BYTES} bytes of salt`,
    )
  }
  const found = toBase64(commit(opened.name, part, salt))
  if (found === sealed.commitment) return null
  return ledgerFailure('sealed-part-altered', place, `commitment ${found}`, sealed.commitment)
}

function commit(name: string, part: Uint8Array, salt: Uint8Array): Uint8Array {
  const head = Buffer.from(`${DOMAIN}\n${name}\n`)
  return sha256(Buffer.concat([head, salt, part]))
}
