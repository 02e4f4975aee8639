import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64 } from '../../../../src/base/base64.ts'
import { createMerkleTree, hashLeaf } from '../../../../src/ledger/merkle/index.ts'
import { checkInclusion } from './prove.ts'

describe('a proof checked by the page itself', () => {
  it('holds for every entry of every log, and for no other entry', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.nat(39), async (size, at) => {
        const index = at % size
        const texts = Array.from({ length: size }, (_, i) => `entry ${i} 🕊️`)
        const tree = createMerkleTree(texts.map(hashLeaf))
        const proof = tree.proveInclusion(index, size).map(toBase64)
        const root = toBase64(tree.rootAt(size))
        expect(await checkInclusion(texts[index] ?? '', index, size, proof, root)).toMatchObject({ holds: true, root })
        expect((await checkInclusion('another', index, size, proof, root)).holds).toBe(false)
        expect((await checkInclusion(texts[index] ?? '', index, size, [...proof, root], root)).holds).toBe(false)
      }),
    )
  })
})
