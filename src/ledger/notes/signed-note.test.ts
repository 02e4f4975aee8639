import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCheckpoint } from './checkpoint.ts'
import { parseSignerKey, parseVerifierKey } from './keys.ts'
import { codeOf, enoch, ENOCH_LINE, GO_TEXT, peter, PETER_LINE, PETER_SECRET, valueOf } from './notes.fixture.ts'
import { formatNote, parseNote } from './signed-note.ts'
import { checkSignatures, signNoteText } from './signing.ts'

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
