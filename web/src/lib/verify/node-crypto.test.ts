import { generateKeyPairSync, hash as nodeHash, sign } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPublicKey, hash, verify } from './node-crypto.ts'

describe('what stands in for node:crypto in browsers', () => {
  it('hashes as Node does, texts and bytes alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array(), (text, bytes) => {
        expect(hash('sha256', text, 'binary')).toBe(nodeHash('sha256', text, 'binary'))
        expect(hash('sha256', bytes, 'binary')).toBe(nodeHash('sha256', bytes, 'binary'))
      }),
    )
  })

  it('takes a signature that Node made, and none that was changed by one bit', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const key = createPublicKey({ key: publicKey.export({ format: 'der', type: 'spki' }) })
    const text = Buffer.from('truceline.example/log\n3\n')
    const signature = sign(null, text, privateKey)
    expect(verify(null, text, key, signature)).toBe(true)
    for (const at of [0, 20, 40, 63]) {
      const forged = Uint8Array.from(signature)
      forged[at] = (forged[at] ?? 0) ^ 1
      expect(verify(null, text, key, forged)).toBe(false)
    }
    expect(verify(null, Buffer.from('another'), key, signature)).toBe(false)
    expect(verify(null, text, key, signature.subarray(1))).toBe(false)
  })
})
