import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

/** Bytes of an Ed25519 seed, and of a public key. */
export const ED25519_KEY_BYTES = 32
/** Bytes of an Ed25519 signature. */
export const ED25519_SIGNATURE_BYTES = 64

/** DER up to the seed of a PKCS #8 private key, and up to the key of a public one (RFC 8410). */
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex')

/** Signs a text's UTF-8 bytes (RFC 8032). The only file that knows which engine signs. */
export function signEd25519(seed: Uint8Array, text: string): Uint8Array {
  return new Uint8Array(sign(null, Buffer.from(text), privateKeyOf(seed)))
}

/** Whether the signature over a text's UTF-8 bytes is the key's; false too where the key or the signature is none. */
export function verifyEd25519(publicKey: Uint8Array, text: string, signature: Uint8Array): boolean {
  if (publicKey.length !== ED25519_KEY_BYTES || signature.length !== ED25519_SIGNATURE_BYTES) return false
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_DER, publicKey]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(text), key, signature)
}

/** The public key of a seed. */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  const der = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' })
  return new Uint8Array(der.subarray(PUBLIC_DER.length))
}

function privateKeyOf(seed: Uint8Array) {
  if (seed.length !== ED25519_KEY_BYTES) {
    throw new RangeError(`Ed25519 seed: found ${seed.length} bytes, expected ${ED25519_KEY_BYTES}`)
  }
  return createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: 'der', type: 'pkcs8' })
}
