import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMerkleTree, hashLeaf } from '../../ledger/merkle/index.ts'
import {
  createSignerKey,
  formatVerifierKey,
  formatWitnessRequest,
  signCheckpoint,
  verifierOf,
} from '../../ledger/notes/index.ts'
import { cosign, initWitness, latestOf } from './index.ts'

const log = createSignerKey('truceline.example/log', 'log', new Uint8Array(32).fill(1))
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'truceline-witness-'))
  expect(initWitness(folder, 'ru.example/witness', formatVerifierKey(verifierOf(log))).ok).toBe(true)
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A request for the history of these leaves, with the proof from an earlier size. */
function ask(leaves: readonly string[], oldSize: number): string {
  const tree = createMerkleTree()
  for (const leaf of leaves) tree.append(hashLeaf(leaf))
  const proof = tree.proveConsistency(oldSize)
  const note = signCheckpoint({ origin: log.name, ...tree.head() }, log)
  return formatWitnessRequest({ oldSize, proof, note })
}

describe('a witness', () => {
  it('cosigns a log that only grew, and remembers how far', () => {
    expect(cosign(folder, ask(['a', 'b'], 0), 1)).toMatchObject({ ok: true, value: { size: 2, before: 0 } })
    expect(cosign(folder, ask(['a', 'b', 'c'], 2), 2)).toMatchObject({ ok: true, value: { size: 3, before: 2 } })
    expect(latestOf(folder)).toMatchObject({ ok: true, value: { size: 3 } })
  })

  it('refuses the second of two histories of the same size', () => {
    expect(cosign(folder, ask(['a', 'b'], 0), 1).ok).toBe(true)
    expect(cosign(folder, ask(['a', 'x'], 2), 2)).toMatchObject({ ok: false, failure: { code: 'tree-forked' } })
    expect(latestOf(folder)).toMatchObject({ ok: true, value: { size: 2 } })
  })

  it('refuses a history that grew from another one', () => {
    expect(cosign(folder, ask(['a', 'b'], 0), 1).ok).toBe(true)
    expect(cosign(folder, ask(['a', 'x', 'c'], 2), 2)).toMatchObject({
      ok: false,
      failure: { code: 'consistency-invalid' },
    })
    expect(cosign(folder, ask(['a'], 0), 2)).toMatchObject({ ok: false, failure: { code: 'tree-shrunk' } })
  })

  it('refuses what another log, or nobody, signed', () => {
    const forger = createSignerKey('truceline.example/log', 'log', new Uint8Array(32).fill(9))
    const tree = createMerkleTree()
    const note = signCheckpoint({ origin: log.name, ...tree.head() }, forger)
    expect(cosign(folder, formatWitnessRequest({ oldSize: 0, proof: [], note }), 1)).toMatchObject({
      ok: false,
      failure: { code: 'signature-missing' },
    })
    expect(cosign(folder, 'old 0\n\n', 1).ok).toBe(false)
  })

  it('works for one process at a time, and never shows its key in a refusal', () => {
    writeFileSync(join(folder, 'lock'), '')
    const busy = cosign(folder, ask(['a'], 0), 1)
    expect(busy).toMatchObject({ ok: false, failure: { code: 'witness-busy' } })
    expect(JSON.stringify(busy)).not.toContain(readFileSync(join(folder, 'witness.key'), 'utf8').trim().slice(-20))
  })
})
