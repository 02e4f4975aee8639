import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64 } from '../../base/base64.ts'
import { createMerkleTree, hashLeaf } from '../merkle/index.ts'
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import {
  createSignerKey,
  formatSignerKey,
  formatVerifierKey,
  parseSignerKey,
  parseVerifierKey,
  verifierOf,
} from './keys.ts'
import { formatNote, parseNote } from './signed-note.ts'
import { checkSignatures, cosignNoteText, signNoteText } from './signing.ts'
import { cosignCheckpoint } from './witness.ts'

/** Example keys and note of Go's golang.org/x/mod/sumdb/note (BSD-3-Clause). */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const PETER_SECRET = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'
const GO_TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const PETER_LINE =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
const ENOCH_LINE =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'

/** Example of c2sp.org/tlog-cosignature. */
const SOFA = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`

const seedOf = (byte: number) => new Uint8Array(32).fill(byte)
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
const codeOf = (result: { ok: true } | { ok: false; failure: { code: string } }) =>
  result.ok ? null : result.failure.code
const peter = valueOf(parseVerifierKey(PETER))
const enoch = valueOf(parseVerifierKey(ENOCH))

describe('keys', () => {
  it.each([PETER, ENOCH, 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'])(
    'that others made are read and printed the same: %s',
    (text) => {
      expect(formatVerifierKey(valueOf(parseVerifierKey(text)))).toBe(text)
    },
  )

  it('that sign are read, printed the same, and have the public half that Go gives them', () => {
    const key = valueOf(parseSignerKey(PETER_SECRET))
    expect(formatSignerKey(key)).toBe(PETER_SECRET)
    expect(formatVerifierKey(key)).toBe(PETER)
    expect(verifierOf(key)).toEqual(peter)
  })

  it('tell a witness from a log of the same name and bytes', () => {
    const [log, witness] = [
      createSignerKey('a.example', 'log', seedOf(1)),
      createSignerKey('a.example', 'witness', seedOf(1)),
    ]
    expect(log.publicKey).toEqual(witness.publicKey)
    expect(log.id).not.toBe(witness.id)
    expect(valueOf(parseVerifierKey(formatVerifierKey(witness))).role).toBe('witness')
  })

  it('are refused after any one character is changed, cut off or put before', () => {
    for (let i = 0; i < PETER.length; i++) {
      const next = String.fromCharCode(PETER.charCodeAt(i) + 1)
      expect(codeOf(parseVerifierKey(PETER.slice(0, i) + next + PETER.slice(i + 1)))).toBe('key-malformed')
      expect(codeOf(parseVerifierKey(PETER.slice(0, i)))).toBe('key-malformed')
      if (i > 0) expect(codeOf(parseVerifierKey(PETER.slice(i)))).toBe('key-malformed')
    }
  })

  it.each([
    'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  ])('of another length or type are refused: %s', (text) => {
    expect(codeOf(parseVerifierKey(text))).toBe('key-malformed')
  })

  it('cannot have a name that would break a note, nor a seed of another length', () => {
    expect(() => createSignerKey('two words', 'log', seedOf(1))).toThrow('no white space')
    expect(() => createSignerKey('a\u0085b', 'log', seedOf(1))).toThrow(TypeError)
    expect(() => createSignerKey('a', 'log', new Uint8Array(31))).toThrow('found 31 bytes')
    expect(codeOf(parseSignerKey(PETER))).toBe('key-malformed')
  })
})

describe('a signed note', () => {
  it('is signed byte for byte as Go signs it', () => {
    const signature = signNoteText(GO_TEXT, valueOf(parseSignerKey(PETER_SECRET)))
    expect(formatNote({ text: GO_TEXT, signatures: [signature] })).toBe(`${GO_TEXT}\n${PETER_LINE}`)
  })

  it('is opened by whoever knows one of its keys', () => {
    const note = valueOf(parseNote(`${GO_TEXT}\n${PETER_LINE}${ENOCH_LINE}`))
    const signers = (keys: (typeof peter)[]) => valueOf(checkSignatures(note, keys)).map(({ key }) => key.name)
    expect(signers([peter])).toEqual(['PeterNeumann'])
    expect(signers([enoch, peter])).toEqual(['PeterNeumann', 'EnochRoot'])
    expect(codeOf(checkSignatures(note, []))).toBe('signature-missing')
  })

  it('is refused when a known key signed something else, even beside a good signature', () => {
    const note = valueOf(parseNote(`${GO_TEXT}\n${PETER_LINE}${ENOCH_LINE}`))
    expect(codeOf(checkSignatures({ ...note, text: `${GO_TEXT}!\n` }, [peter]))).toBe('signature-invalid')
    const broken = PETER_LINE.replace('yBwJnAM=', 'yBwJnAQ=')
    const other = valueOf(parseNote(`${GO_TEXT}\n${broken}${ENOCH_LINE}`))
    expect(codeOf(checkSignatures(other, [peter, enoch]))).toBe('signature-invalid')
  })

  it.each([
    ['no signature', GO_TEXT],
    ['an empty list of signatures', `${GO_TEXT}\n`],
    ['no newline at the end', `${GO_TEXT}\n${PETER_LINE.slice(0, -1)}`],
    ['a control character', `\u0001${GO_TEXT}\n${PETER_LINE}`],
    ['a lone surrogate', `\ud800${GO_TEXT}\n${PETER_LINE}`],
    ['a name of two words', `${GO_TEXT}\n${PETER_LINE.replace('PeterNeumann', 'Peter Neumann')}`],
    ['a line that is none', `${GO_TEXT}\n${PETER_LINE}Unexpected line.\n`],
    ['a hundred and one signatures', `${GO_TEXT}\n${PETER_LINE.repeat(101)}`],
  ])('is not one with %s', (_, text) => {
    expect(codeOf(parseNote(text))).toBe('note-malformed')
  })

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\n', '— ', 'a', ' ', '+', '=', 'AAAAAAAA', '\ud800') }),
        (text) => {
          expect(typeof parseNote(text).ok).toBe('boolean')
          expect(typeof parseCheckpoint(text).ok).toBe('boolean')
          expect(typeof parseVerifierKey(text).ok).toBe('boolean')
        },
      ),
    )
  })
})

describe('a checkpoint', () => {
  it('is read and printed as the published example has it', () => {
    const note = valueOf(parseNote(SOFA))
    const checkpoint = valueOf(parseCheckpoint(note.text))
    expect([checkpoint.origin, checkpoint.size]).toEqual(['example.com/behind-the-sofa', 20852163])
    expect(formatCheckpoint(checkpoint)).toBe(note.text)
    expect(formatNote(note)).toBe(SOFA)
    expect(note.signatures.map(({ keyId }) => keyId)).toEqual(['033de0ae', '8d66cf3f'])
  })

  it('keeps extension lines, and gives back whatever was signed', () => {
    const key = createSignerKey('truceline.example/m4', 'log', seedOf(7))
    const line = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'ش', ' ', '+', '0') })
    fc.assert(
      fc.property(fc.nat(), line, fc.array(line), (size, origin, extensions) => {
        const checkpoint = { origin, size, root: hashLeaf('x'), ...(extensions.length > 0 && { extensions }) }
        expect(valueOf(openCheckpoint(signCheckpoint(checkpoint, key), [key])).checkpoint).toEqual(checkpoint)
      }),
      { numRuns: 30 },
    )
  })

  const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='
  it.each([
    ['a leading zero', `o\n01\n${root}\n`],
    ['a sign', `o\n-1\n${root}\n`],
    ['a size beyond 2^53', `o\n9007199254740993\n${root}\n`],
    ['a short root', 'o\n1\nAAAA\n'],
    ['no origin', `\n1\n${root}\n`],
    ['an empty extension', `o\n1\n${root}\n\nx\n`],
    ['no newline at the end', `o\n1\n${root}`],
  ])('cannot have %s', (_, text) => {
    expect(codeOf(parseCheckpoint(text))).toBe('checkpoint-malformed')
  })

  it('cannot be printed with an origin that would forge a line', () => {
    expect(() => formatCheckpoint({ origin: 'a\n5', size: 1, root: hashLeaf('x') })).toThrow(
      'without control characters',
    )
  })
})

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
