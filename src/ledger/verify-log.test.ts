import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleLog } from './entries.fixture.ts'
import { createMerkleTree, hashLeaf } from './merkle/index.ts'
import { verifyLog } from './verify-log.ts'

const log = sampleLog(60)
const leaves = log.texts.map((text) => ({ text, leafHash: hashLeaf(text) }))
const at = (size: number) => ({ size, root: log.tree.rootAt(size) })
const changed = (text: string, position: number) => {
  const letter = text[position] === 'x' ? 'y' : 'x'
  return text.slice(0, position) + letter + text.slice(position + 1)
}
const named = (report: ReturnType<typeof verifyLog>) => report.findings.map(({ code, entry }) => [code, entry?.index])

describe('auditing a log', () => {
  it('finds nothing in a sound one, and says how much of it is bound by a checkpoint', () => {
    expect(verifyLog(leaves, [at(50), at(0), at(20)])).toEqual({ size: 60, provenSize: 50, findings: [], unlisted: 0 })
    expect(verifyLog([], [])).toEqual({ size: 0, provenSize: 0, findings: [], unlisted: 0 })
  })

  it('names the entry and its kind whatever character of its text was changed', () => {
    fc.assert(
      fc.property(fc.nat(59), fc.nat(), (index, where) => {
        const text = log.texts[index] ?? ''
        const bent = leaves.map((leaf, i) =>
          i === index ? { ...leaf, text: changed(text, where % text.length) } : leaf,
        )
        const report = verifyLog(bent, [at(60)])
        expect(named(report)).toEqual([['entry-altered', index]])
        expect(report.provenSize).toBe(60)
      }),
    )
    const bent = leaves.with(3, {
      text: log.texts[3]?.replace('r3', 'r4') ?? '',
      leafHash: hashLeaf(log.texts[3] ?? ''),
    })
    expect(verifyLog(bent, [at(60)]).findings[0]?.message).toBe(
      'entry 3 (report-received), text: found another leaf hash, expected the one stored when it was appended',
    )
  })

  it('tells a damaged stored hash from a damaged entry, also in one log', () => {
    const one = leaves.with(7, { text: log.texts[7] ?? '', leafHash: hashLeaf('else') })
    expect(named(verifyLog(one, [at(60)]))).toEqual([['leaf-hash-altered', 7]])
    const both = one.with(33, { text: changed(log.texts[33] ?? '', 9), leafHash: hashLeaf(log.texts[33] ?? '') })
    expect(named(verifyLog(both, [at(20), at(60)]))).toEqual([
      ['leaf-hash-altered', 7],
      ['entry-altered', 33],
    ])
  })

  it('finds an entry rewritten together with its stored hash, between two checkpoints', () => {
    const text = changed(log.texts[33] ?? '', 9)
    const report = verifyLog(leaves.with(33, { text, leafHash: hashLeaf(text) }), [at(20), at(40), at(60)])
    expect(named(report)).toEqual([['checkpoint-mismatch', undefined]])
    expect(report.findings[0]?.message).toContain('entries 20 to 39')
    expect(report.provenSize).toBe(20)
  })

  it('finds entries left out, swapped, put in or cut off the end', () => {
    const [first, second] = [leaves[0]!, leaves[1]!]
    const codes = (texts: typeof leaves) => verifyLog(texts, [at(60)]).findings.map(({ code }) => code)
    expect(codes([second, first, ...leaves.slice(2)])).toEqual(['checkpoint-mismatch'])
    expect(codes([first, ...leaves])).toEqual(['checkpoint-mismatch'])
    expect(named(verifyLog(leaves.slice(0, 55), [at(60)]))).toEqual([['entry-missing', 55]])
  })

  it('names an entry whose lone surrogate would hash like the original', () => {
    const text = '{"kind":"review","x":"\ufffd"}'
    const tree = createMerkleTree([hashLeaf(text)])
    const bent = [{ text: text.replace('\ufffd', '\ud800'), leafHash: hashLeaf(text) }]
    expect(named(verifyLog(bent, [tree.head()]))).toEqual([['entry-altered', 0]])
  })

  it('lists a thousand findings and counts the rest', () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ text: `${i}`, leafHash: hashLeaf('') }))
    const report = verifyLog(many, [])
    expect([report.findings.length, report.unlisted]).toEqual([1000, 2000])
  })
})
