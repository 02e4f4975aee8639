import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'

/**
 * What the log's verifier asks of `node:crypto`, for browsers: the build puts this file in its place there, so that the very code that
 * `truceline verify` runs checks bundles in the browser too. Only what verifying needs; a browser signs nothing.
 */

/** Hash of bytes or of a text's UTF-8 bytes, one letter a byte. */
export function hash(algorithm: string, input: Uint8Array | string, encoding: string): string {
  if (algorithm !== 'sha256' || encoding !== 'binary') throw new TypeError(`hash: found ${algorithm}, expected sha256`)
  return String.fromCharCode(...sha256(typeof input === 'string' ? new TextEncoder().encode(input) : input))
}

/** Bytes of a public key at the end of its DER form (RFC 8410). */
const KEY_BYTES = 32

interface PublicKey {
  readonly bytes: Uint8Array
}

export function createPublicKey({ key }: { readonly key: Uint8Array }): PublicKey {
  return { bytes: Uint8Array.from(key.slice(-KEY_BYTES)) }
}

/** Whether an Ed25519 signature holds; by the strict rules of RFC 8032, as OpenSSL goes by them. */
export function verify(_algorithm: null, data: Uint8Array, { bytes }: PublicKey, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(Uint8Array.from(signature), Uint8Array.from(data), bytes, { zip215: false })
  } catch {
    return false
  }
}

export function sign(): never {
  throw new TypeError('sign: found a browser, expected the server')
}

export function createPrivateKey(): never {
  return sign()
}
