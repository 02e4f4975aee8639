import { SHA256_BYTES, sha256, sha256Into } from '../../base/sha256.ts'

/** A SHA-256 digest, 32 bytes. */
export type Hash = Uint8Array

/** Marks what is hashed as an inner node, so that no leaf can pass for a pair of hashes (RFC 6962 section 2.1). */
const NODE_PREFIX = 1

/** Root of the tree without leaves: the hash of nothing. */
export const EMPTY_ROOT: Hash = sha256('')

const pair = new Uint8Array(1 + 2 * SHA256_BYTES)
pair[0] = NODE_PREFIX

/**
 * Hash of a leaf: SHA-256(0x00 || leaf), for a text its UTF-8 bytes (RFC 6962 section 2.1).
 * Throws on a text with lone surrogates: they would hash like U+FFFD, and two leaves would share one hash.
 */
export function hashLeaf(leaf: Uint8Array | string): Hash {
  if (typeof leaf !== 'string') {
    const prefixed = new Uint8Array(leaf.length + 1)
    prefixed.set(leaf, 1)
    return sha256(prefixed)
  }
  if (!leaf.isWellFormed()) throw new TypeError('leaf: found a lone surrogate, expected well-formed Unicode')
  return sha256(`\0${leaf}`)
}

/** Hash of an inner node: SHA-256(0x01 || left || right). */
export function hashNode(left: Hash, right: Hash): Hash {
  pair.set(left, 1)
  pair.set(right, 1 + SHA256_BYTES)
  const digest = new Uint8Array(SHA256_BYTES)
  sha256Into(pair, digest, 0)
  return digest
}

/** Whether two hashes are the same bytes. Not constant in time: roots and leaf hashes are public. */
export function sameHash(a: Hash, b: Hash): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
