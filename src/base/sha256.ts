import { hash } from 'node:crypto'

/** Bytes in a SHA-256 digest. */
export const SHA256_BYTES = 32

/** SHA-256 of bytes, or of a text's UTF-8 bytes. The only place that knows which engine hashes, so that a browser can swap it. */
export function sha256(input: Uint8Array | string): Uint8Array {
  const digest = new Uint8Array(SHA256_BYTES)
  sha256Into(input, digest, 0)
  return digest
}

/**
 * Writes the SHA-256 of the input into `target` at `offset`. Node hands a Latin-1 string out four times as fast as a new
 * Buffer (0.27 against 1.12 µs for 65 bytes), and a log of a million entries hashes two million times.
 */
export function sha256Into(input: Uint8Array | string, target: Uint8Array, offset: number): void {
  const digest = hash('sha256', input, 'binary')
  for (let i = 0; i < SHA256_BYTES; i++) target[offset + i] = digest.charCodeAt(i)
}
