import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBundle, formatBundle } from './bundle.ts'
import { sampleLog } from './entries.fixture.ts'
import { createSignerKey, verifierOf } from './notes/index.ts'
import { verifyBundle } from './verify-bundle.ts'

const log = sampleLog(50)
const CHOSEN = [3, 4, 11, 30, 49]
const bundle = createBundle(
  log.note,
  log.keys,
  CHOSEN.toReversed().map((index) => ({
    index,
    entry: log.entries[index] ?? log.entries[0]!,
    proof: log.tree.proveInclusion(index),
    opened: index === 30 ? [log.opened] : [],
  })),
)
const text = formatBundle(bundle)
const codesOf = (changed: string | Uint8Array, keys = log.keys) =>
  verifyBundle(changed, keys).findings.map(({ code }) => code)

describe('a bundle', () => {
  it('verifies whole, with the keys that the reader brought or with its own', () => {
    const report = verifyBundle(text, log.keys)
    expect(report.findings).toEqual([])
    expect([report.trusted, report.checkpoint?.size]).toEqual([true, 50])
    expect(report.signatures.map(({ key }) => key.name)).toEqual(log.keys.map((key) => key.name))
    expect(report.verified).toEqual(CHOSEN.map((index) => ({ index, kind: log.entries[index]?.kind })))
    expect(verifyBundle(new TextEncoder().encode(text))).toMatchObject({ findings: [], trusted: false })
  })

  it('is one JSON document that any program can read', () => {
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(bundle)))
    expect(verifyBundle(formatBundle(createBundle(log.note, log.keys, []))).findings).toEqual([])
  })

  it('verifies as well with a sealed part withheld or never kept', () => {
    const withheld = { ...bundle, entries: bundle.entries.map(({ index, leaf, proof }) => ({ index, leaf, proof })) }
    expect(codesOf(formatBundle(withheld))).toEqual([])
  })

  it('names the entry whose sealed part was opened with the wrong salt', () => {
    const salt = `${log.opened.salt.slice(0, -4)}AAA=`
    const report = verifyBundle(text.replace(log.opened.salt, salt), log.keys)
    expect(report.findings).toMatchObject([
      { code: 'sealed-part-altered', entry: { index: 30, kind: 'report-received' } },
    ])
    expect(report.verified).toHaveLength(4)
  })

  it('is caught whatever one byte is changed, and the entry named where it is an entry that changed', () => {
    const bytes = new TextEncoder().encode(text)
    const lineOf = (position: number) => bytes.subarray(0, position).filter((byte) => byte === 10).length
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (position, mask) => {
        const changed = bytes.map((byte, i) => (i === position ? byte ^ mask : byte))
        const { findings } = verifyBundle(changed, log.keys)
        expect(findings.length).toBeGreaterThan(0)
        const line = lineOf(position)
        const inEntry = line >= 1 && line <= CHOSEN.length && bytes[position] !== 10
        if (!inEntry) return
        const named = findings.filter(({ entry }) => entry !== null)
        expect(named.length).toBeGreaterThan(0)
        const inIndex = position - bytes.lastIndexOf(10, position) <= `{"index":${CHOSEN[line - 1]},`.length
        if (!inIndex) expect(named.map(({ entry }) => entry?.index)).toContain(CHOSEN[line - 1])
      }),
      { numRuns: 600 },
    )
  })

  it('is caught with an entry taken out of its proof, put in twice or swapped with another', () => {
    const [first, second, ...rest] = bundle.entries
    if (!first || !second) throw new Error('too few entries')
    const printed = (entries: typeof bundle.entries) => formatBundle({ ...bundle, entries })
    expect(codesOf(printed([first, first]))).toEqual(['entry-repeated'])
    const swapped = [{ ...first, leaf: second.leaf }, { ...second, leaf: first.leaf }, ...rest]
    expect(verifyBundle(printed(swapped), log.keys).findings.map(({ entry }) => entry?.index)).toEqual([3, 4])
    expect(codesOf(printed([{ ...first, proof: first.proof.slice(1) }]))).toEqual(['entry-altered'])
  })

  it('needs the log and every witness that the reader trusts', () => {
    const stranger = verifierOf(createSignerKey('witness.example/east', 'witness', new Uint8Array(32).fill(77)))
    const report = verifyBundle(text, [...log.keys, stranger])
    expect(report.findings.map(({ message }) => message)).toEqual([
      `checkpoint: found no signature, expected one by witness witness.example/east+${stranger.id}`,
    ])
    const otherLog = verifierOf(createSignerKey('truceline.example/sample', 'log', new Uint8Array(32).fill(78)))
    expect(codesOf(text, [otherLog])).toEqual(['signature-missing'])
    const lines = log.note.split('\n')
    const unwitnessed = { ...bundle, checkpoint: `${lines.slice(0, 5).join('\n')}\n` }
    expect(codesOf(formatBundle(unwitnessed))).toEqual(['signature-missing', 'signature-missing'])
  })

  it('cannot be forged with a whole log of the forger and the reader still trust it', () => {
    const forgery = sampleLog(51)
    const key = createSignerKey('truceline.example/sample', 'log', new Uint8Array(32).fill(79))
    expect(codesOf(text, [verifierOf(key)])).toContain('signature-missing')
    const note = forgery.note.replace('51\n', '52\n')
    expect(codesOf(formatBundle({ ...bundle, checkpoint: note }))).toContain('signature-invalid')
  })

  it.each([
    '',
    '\n',
    '{}',
    '{"checkpoint":"x","entries":[\n\n],"format":"truceline-bundle/1","keys":[]}\n',
    '\n\n\n\n',
    '[[[[',
  ])('that is none gets findings, not an exception: %j', (garbage) => {
    expect(verifyBundle(garbage).findings.length).toBeGreaterThan(0)
  })
})
