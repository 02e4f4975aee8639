import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendLeafHashes, createFrontierBuilder, EMPTY_FRONTIER, headOf } from './frontier.ts'
import { createHashList } from './hash-list.ts'
import { hashLeaf, hashNode, type Hash } from './hashing.ts'
import { createMerkleTree } from './merkle-tree.ts'
import { planConsistencyProof, planInclusionProof } from './proof-plan.ts'
import {
  fromHex,
  toHex,
  VECTOR_CONSISTENCIES,
  VECTOR_INCLUSIONS,
  VECTOR_LEAVES,
  VECTOR_ROOTS,
} from './vectors.fixture.ts'
import { verifyConsistency, verifyInclusion } from './verify-proof.ts'

const treeOf = (size: number) => createMerkleTree(Array.from({ length: size }, (_, i) => hashLeaf(`leaf ${i}`)))
const vectorTree = createMerkleTree(VECTOR_LEAVES.map(hashLeaf))
const flipped = (hash: Hash, bit: number): Hash =>
  hash.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))

describe('the published vectors', () => {
  it('give the root of the empty tree and after every leaf', () => {
    expect(toHex(headOf(EMPTY_FRONTIER).root)).toBe(createHash('sha256').digest('hex'))
    const builder = createFrontierBuilder()
    const roots = VECTOR_LEAVES.map((leaf) => {
      builder.append(hashLeaf(leaf))
      return toHex(builder.head().root)
    })
    expect(roots).toEqual(VECTOR_ROOTS)
    expect(VECTOR_ROOTS.map((_, i) => toHex(vectorTree.rootAt(i + 1)))).toEqual(VECTOR_ROOTS)
  })

  it.each(VECTOR_INCLUSIONS)('prove leaf $index of $size', ({ index, size, proof }) => {
    expect(vectorTree.proveInclusion(index, size).map(toHex)).toEqual(proof)
    const leafHash = hashLeaf(VECTOR_LEAVES[index] ?? '')
    const head = { size, root: fromHex(VECTOR_ROOTS[size - 1] ?? '') }
    expect(verifyInclusion({ index, leafHash, head, proof: proof.map(fromHex) })).toBe(true)
  })

  it.each(VECTOR_CONSISTENCIES)('prove that $to begins with $from', ({ from, to, proof }) => {
    expect(vectorTree.proveConsistency(from, to).map(toHex)).toEqual(proof)
    const older = { size: from, root: fromHex(VECTOR_ROOTS[from - 1] ?? '') }
    const newer = { size: to, root: fromHex(VECTOR_ROOTS[to - 1] ?? '') }
    expect(verifyConsistency(older, newer, proof.map(fromHex))).toBe(true)
    expect(verifyConsistency(older, newer, [...proof.map(fromHex), newer.root])).toBe(false)
    expect(verifyConsistency(older, newer, [older.root, ...proof.map(fromHex)])).toBe(false)
  })
})

describe('hashes', () => {
  it('take a text as its UTF-8 bytes and keep leaves apart from nodes', () => {
    expect(hashLeaf('طريق')).toEqual(hashLeaf(new TextEncoder().encode('طريق')))
    const [left, right] = [hashLeaf('a'), hashLeaf('b')]
    expect(hashNode(left, right)).not.toEqual(hashLeaf(new Uint8Array([...left, ...right])))
  })

  it('refuse a lone surrogate, which would hash like the replacement character', () => {
    expect(() => hashLeaf('a\ud800')).toThrow('lone surrogate')
  })
})

describe('proofs', () => {
  it('verify for every leaf of every size up to 70', () => {
    const tree = treeOf(70)
    for (let size = 1; size <= 70; size++) {
      const head = { size, root: tree.rootAt(size) }
      for (let index = 0; index < size; index++) {
        const proof = tree.proveInclusion(index, size)
        expect(verifyInclusion({ index, leafHash: hashLeaf(`leaf ${index}`), head, proof })).toBe(true)
        const older = { size: index, root: tree.rootAt(index) }
        expect(verifyConsistency(older, head, tree.proveConsistency(index, size))).toBe(true)
      }
    }
  })

  it('verify at random sizes, and with any bit flipped anywhere do not', () => {
    const tree = treeOf(3000)
    const run = fc.record({ size: fc.integer({ min: 2, max: 3000 }), part: fc.nat(), at: fc.nat(), bit: fc.nat(255) })
    fc.assert(
      fc.property(run, ({ size, part, at, bit }) => {
        const index = part % size
        const head = { size, root: tree.rootAt(size) }
        const leafHash = hashLeaf(`leaf ${index}`)
        const proof = tree.proveInclusion(index, size)
        expect(verifyInclusion({ index, leafHash, head, proof })).toBe(true)
        const broken = proof.map((hash, i) => (i === at % proof.length ? flipped(hash, bit) : hash))
        expect(verifyInclusion({ index, leafHash, head, proof: broken })).toBe(false)
        expect(verifyInclusion({ index, leafHash: flipped(leafHash, bit), head, proof })).toBe(false)
        expect(verifyInclusion({ index, leafHash, head: { size, root: flipped(head.root, bit) }, proof })).toBe(false)
        expect(verifyInclusion({ index: (index + 1) % size, leafHash, head, proof })).toBe(false)
        expect(verifyInclusion({ index, leafHash, head, proof: proof.slice(1) })).toBe(false)

        const older = { size: index, root: tree.rootAt(index) }
        const history = tree.proveConsistency(index, size)
        expect(verifyConsistency(older, head, history)).toBe(true)
        if (index === 0) return
        const bent = history.map((hash, i) => (i === at % history.length ? flipped(hash, bit) : hash))
        expect(verifyConsistency(older, head, bent)).toBe(false)
        expect(verifyConsistency({ ...older, root: flipped(older.root, bit) }, head, history)).toBe(false)
        expect(verifyConsistency(older, { ...head, root: flipped(head.root, bit) }, history)).toBe(false)
        expect(verifyConsistency(head, older, history)).toBe(false)
      }),
    )
  })

  it('are planned beyond the range of 32-bit arithmetic', () => {
    const size = 2 ** 40 + 5
    expect(planInclusionProof(2 ** 33 + 1, size)).toHaveLength(41)
    expect(planConsistencyProof(2 ** 33 + 1, size).at(-1)).toEqual([
      { level: 2, index: 2 ** 38 },
      { level: 0, index: 2 ** 40 + 4 },
    ])
  })

  it('of sizes or indices that cannot be are refused, not computed', () => {
    expect(() => planInclusionProof(3, 3)).toThrow('found 3 and 3, expected whole numbers with index < size')
    expect(() => planConsistencyProof(4, 3)).toThrow(RangeError)
    const head = { size: 3, root: treeOf(3).head().root }
    expect(verifyInclusion({ index: 0.5, leafHash: hashLeaf('a'), head, proof: [] })).toBe(false)
    expect(verifyInclusion({ index: 0, leafHash: hashLeaf('a'), head, proof: [new Uint8Array(3)] })).toBe(false)
  })
})

describe('the frontier', () => {
  it('gives the same root appended in one go or in pieces, and keeps earlier values as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 200 }), fc.nat(200), (texts, cut) => {
        const hashes = texts.map((text) => hashLeaf(text))
        const first = appendLeafHashes(EMPTY_FRONTIER, hashes.slice(0, cut))
        const before = headOf(first)
        const all = appendLeafHashes(first, hashes.slice(cut))
        expect(headOf(all)).toEqual(createMerkleTree(hashes).head())
        expect(headOf(first)).toEqual(before)
      }),
    )
  })
})

describe('a list of hashes', () => {
  it('gives back what was pushed, also past stored ones, and refuses what it does not hold', () => {
    const stored = hashLeaf('stored')
    const list = createHashList(stored)
    for (let i = 0; i < 100; i++) list.push(hashLeaf(`${i}`))
    expect([list.size(), list.at(0), list.at(100)]).toEqual([101, stored, hashLeaf('99')])
    expect(() => list.at(101)).toThrow('found index 101, expected below 101')
    expect(() => createHashList(new Uint8Array(33))).toThrow('expected a multiple of 32')
  })
})
