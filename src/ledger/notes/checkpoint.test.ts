import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashLeaf } from '../merkle/index.ts'
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import { createSignerKey } from './keys.ts'
import { codeOf, seedOf, SOFA, valueOf } from './notes.fixture.ts'
import { formatNote, parseNote } from './signed-note.ts'

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
