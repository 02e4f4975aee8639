import { describe, expect, it } from 'vitest'
import { fromBase64 } from '../../base/base64.ts'
import { createMerkleTree, hashLeaf } from '../merkle/index.ts'
import { formatCheckpoint, openCheckpoint, signCheckpoint } from './checkpoint.ts'
import { createSignerKey, verifierOf } from './keys.ts'
import { codeOf, seedOf, valueOf } from './notes.fixture.ts'
import { parseNote } from './signed-note.ts'
import { checkSignatures, cosignNoteText } from './signing.ts'
import { cosignCheckpoint } from './witness.ts'

describe('a witness', () => {
  const logKey = createSignerKey('truceline.example/m4', 'log', seedOf(1))
  const side = createSignerKey('witness.example/north', 'witness', seedOf(2))
  const other = createSignerKey('witness.example/south', 'witness', seedOf(3))
  const tree = createMerkleTree(Array.from({ length: 20 }, (_, i) => hashLeaf(`${i}`)))
  const forged = createMerkleTree(Array.from({ length: 20 }, (_, i) => hashLeaf(i === 4 ? 'forged' : `${i}`)))
  const at = (size: number, from = tree) => ({ origin: logKey.name, size, root: from.rootAt(size) })
  const log = { origin: logKey.name, keys: [verifierOf(logKey)], latest: at(8) }
  const request = (size: number, from = tree) => ({
    note: signCheckpoint(at(size, from), logKey),
    proof: from.proveConsistency(8, size),
  })
  const ask = (asked: { note: string; proof: Uint8Array[] }, known: { latest: ReturnType<typeof at> | null } = log) =>
    cosignCheckpoint({ ...log, ...known }, asked, side, 1_584_262_800)

  it('cosigns what continues the log it knows, and others can tell who signed when', () => {
    const first = valueOf(ask(request(13)))
    expect(first.latest).toEqual(at(13))
    const second = valueOf(cosignCheckpoint(log, { note: first.note, proof: request(13).proof }, other, 1_584_262_801))
    const { signatures } = valueOf(openCheckpoint(second.note, [logKey, side, other]))
    expect(signatures.map(({ key, timeSeconds }) => [key.name, timeSeconds])).toEqual([
      ['truceline.example/m4', null],
      ['witness.example/north', 1_584_262_800],
      ['witness.example/south', 1_584_262_801],
    ])
  })

  it('signs the text and the time in the form of the specification', () => {
    const { signature } = cosignNoteText(formatCheckpoint(at(13)), side, 1_584_262_800)
    expect(signature).toHaveLength(72)
    expect([...signature.subarray(0, 8)]).toEqual([0, 0, 0, 0, 0x5e, 0x6d, 0xee, 0x90])
    const note = valueOf(parseNote(valueOf(ask(request(13))).note))
    const earlier = note.signatures.map((line) =>
      line.name === side.name
        ? { ...line, signature: line.signature.map((byte, i) => (i === 7 ? byte - 1 : byte)) }
        : line,
    )
    expect(codeOf(checkSignatures({ ...note, signatures: earlier }, [side]))).toBe('signature-invalid')
  })

  it('reads the time of a cosignature that another implementation made', () => {
    // From github.com/transparency-dev/formats, note/note_cosigv1_test.go (Apache-2.0): signed at 1727964367.
    const line =
      'ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA=='
    const bytes = Buffer.from(fromBase64(line) ?? [])
    expect([bytes.length, Number(bytes.readBigUInt64BE(4))]).toEqual([4 + 72, 1_727_964_367])
  })

  it('cosigns a first checkpoint without a proof, and the same checkpoint again', () => {
    expect(ask({ ...request(13), proof: [] }, { latest: null }).ok).toBe(true)
    expect(ask(request(8)).ok).toBe(true)
    const twice = valueOf(ask({ note: valueOf(ask(request(8))).note, proof: [] }))
    expect(valueOf(parseNote(twice.note)).signatures).toHaveLength(2)
  })

  it.each([
    ['a log that shrank', 'tree-shrunk', { ...request(13), note: signCheckpoint(at(7), logKey) }],
    ['a second history of the same size', 'tree-forked', { note: signCheckpoint(at(8, forged), logKey), proof: [] }],
    ['a longer second history', 'consistency-invalid', request(13, forged)],
    ['a true checkpoint without its proof', 'consistency-invalid', { ...request(13), proof: [] }],
    [
      'a checkpoint that the log did not sign',
      'signature-missing',
      { ...request(13), note: signCheckpoint(at(13), createSignerKey('x', 'log', seedOf(9))) },
    ],
    [
      'another log',
      'origin-mismatch',
      { ...request(13), note: signCheckpoint({ ...at(13), origin: 'elsewhere' }, logKey) },
    ],
    ['what is no note', 'note-malformed', { note: 'hello', proof: [] }],
  ])('refuses %s', (_, code, asked) => {
    expect(codeOf(ask(asked))).toBe(code)
  })

  it('refuses a proof where there is nothing to prove, and to sign with the key of a log', () => {
    expect(codeOf(ask(request(13), { latest: null }))).toBe('consistency-invalid')
    expect(() => cosignCheckpoint(log, request(13), logKey, 1)).toThrow('expected a witness key')
    expect(() => cosignNoteText('x\n', side, 1.5)).toThrow('whole seconds')
  })
})
