import { fromBase64, toBase64 } from '../../base/base64.ts'
import { done, type Result } from '../../base/result.ts'
import { sha256 } from '../../base/sha256.ts'
import { refused, type LedgerFailure } from '../failure.ts'
import { ED25519_KEY_BYTES, publicKeyOf } from './ed25519.ts'

/** What a key signs: `log` the note as it stands (type byte 0x01), `witness` a timestamped cosignature (0x04). */
export type KeyRole = 'log' | 'witness'

const TYPE_BYTES = { log: 0x01, witness: 0x04 } as const satisfies Record<KeyRole, number>

/** Who may sign; printed as `name+id+base64(type byte || public key)`, the verifier key of C2SP signed-note. */
export interface VerifierKey {
  /** No white space, no plus; by custom an address without its scheme: `truceline.example/idlib`. */
  readonly name: string
  readonly role: KeyRole
  /** First four bytes of SHA-256(name || newline || type byte || public key), as eight hexadecimal digits. */
  readonly id: string
  /** 32 bytes. */
  readonly publicKey: Uint8Array
}

/** A key that signs. Secret; printed as `PRIVATE+KEY+name+id+base64(type byte || seed)`, the form that Go's note package writes. */
export interface SignerKey extends VerifierKey {
  /** 32 bytes. */
  readonly seed: Uint8Array
}

/** Makes a signing key of 32 random bytes that the caller drew. Throws where the name cannot stand in a note or the seed has another length. */
export function createSignerKey(name: string, role: KeyRole, seed: Uint8Array): SignerKey {
  if (!isKeyName(name)) throw new TypeError(`key name: found ${JSON.stringify(name)}, expected no white space and no +`)
  return { ...createVerifierKey(name, role, publicKeyOf(seed)), seed }
}

/** The public half of a signing key. */
export function verifierOf({ name, role, id, publicKey }: VerifierKey): VerifierKey {
  return { name, role, id, publicKey }
}

/** Prints a verifier key. */
export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${key.id}+${toBase64(withType(key.role, key.publicKey))}`
}

/** Prints a signing key: a secret. */
export function formatSignerKey(key: SignerKey): string {
  return `PRIVATE+KEY+${key.name}+${key.id}+${toBase64(withType(key.role, key.seed))}`
}

/** Reads a verifier key. Fails with `key-malformed`, also where the id does not fit. */
export function parseVerifierKey(text: string): Result<VerifierKey, LedgerFailure> {
  const parts = keyParts(text)
  if (!parts.ok) return parts
  const { name, id, role, bytes } = parts.value
  const key = createVerifierKey(name, role, bytes)
  return key.id === id ? done(key) : refused('key-malformed', `key ${name}`, `id ${id}`, `id ${key.id} for these bytes`)
}

/** Reads a signing key. Fails with `key-malformed`; the message never shows the secret. */
export function parseSignerKey(text: string): Result<SignerKey, LedgerFailure> {
  const prefix = 'PRIVATE+KEY+'
  if (!text.startsWith(prefix))
    return refused('key-malformed', 'signing key', 'another text', `${prefix}name+id+base64`)
  const parts = keyParts(text.slice(prefix.length))
  if (!parts.ok) return parts
  const { name, id, role, bytes } = parts.value
  const key = createSignerKey(name, role, bytes)
  return key.id === id ? done(key) : refused('key-malformed', `signing key ${name}`, `id ${id}`, `id ${key.id}`)
}

/** Whether a name can stand in a note: not empty, well-formed, no white space, no control character, no plus. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\s\p{Cc}+]+$/u.test(name)
}

function createVerifierKey(name: string, role: KeyRole, publicKey: Uint8Array): VerifierKey {
  const digest = sha256(Buffer.concat([Buffer.from(`${name}\n`), withType(role, publicKey)]))
  return { name, role, id: Buffer.from(digest.subarray(0, 4)).toString('hex'), publicKey }
}

function withType(role: KeyRole, bytes: Uint8Array): Uint8Array {
  return new Uint8Array([TYPE_BYTES[role], ...bytes])
}

interface KeyParts {
  readonly name: string
  readonly id: string
  readonly role: KeyRole
  readonly bytes: Uint8Array
}

function keyParts(text: string): Result<KeyParts, LedgerFailure> {
  const [name = '', id = '', ...rest] = text.split('+')
  // Base64 has plus signs of its own: only the first two separate.
  const bytes = fromBase64(rest.join('+'))
  if (!isKeyName(name) || !/^[0-9a-f]{8}$/.test(id) || !bytes) {
    return refused('key-malformed', 'key', 'another text', 'name+id+base64 with an id of eight hexadecimal digits')
  }
  const role = bytes[0] === TYPE_BYTES.log ? 'log' : bytes[0] === TYPE_BYTES.witness ? 'witness' : null
  if (!role) return refused('key-malformed', `key ${name}`, `type byte ${bytes[0]}`, '1 (Ed25519) or 4 (cosignature)')
  if (bytes.length !== 1 + ED25519_KEY_BYTES) {
    return refused('key-malformed', `key ${name}`, `${bytes.length} bytes`, `${1 + ED25519_KEY_BYTES}`)
  }
  return done({ name, id, role, bytes: bytes.subarray(1) })
}
