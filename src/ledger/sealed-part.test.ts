import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64 } from '../base/base64.ts'
import { sealPart, verifyOpenedPart } from './sealed-part.ts'

const salt = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('a sealed part', () => {
  it('opens with its own salt and bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array(), salt, (part, random) => {
        const { commitment, opened } = sealPart('page', part, random)
        expect(verifyOpenedPart([commitment], opened)).toBeNull()
      }),
    )
  })

  it('does not open with another salt, part or name', () => {
    const { commitment, opened } = sealPart('page', 'The road was open.', new Uint8Array(32).fill(1))
    const codeOf = (change: object) => verifyOpenedPart([commitment], { ...opened, ...change })?.code
    expect(codeOf({ salt: toBase64(new Uint8Array(32).fill(2)) })).toBe('sealed-part-altered')
    expect(codeOf({ salt: toBase64(new Uint8Array(31).fill(1)) })).toBe('sealed-part-altered')
    expect(codeOf({ part: toBase64(new TextEncoder().encode('The road was shut.')) })).toBe('sealed-part-altered')
    expect(codeOf({ part: 'no base64' })).toBe('sealed-part-altered')
    expect(codeOf({ name: 'source-identity' })).toBe('sealed-part-unknown')
    const renamed = { ...commitment, name: 'source-identity' }
    expect(verifyOpenedPart([renamed], { ...opened, name: 'source-identity' })?.code).toBe('sealed-part-altered')
  })

  it('tells nothing of equal parts under different salts', () => {
    const [one, two] = [1, 2].map((byte) => sealPart('source-identity', 'N. N.', new Uint8Array(32).fill(byte)))
    expect(one?.commitment.commitment).not.toBe(two?.commitment.commitment)
  })

  it('is not made with a short salt or a name of two lines', () => {
    expect(() => sealPart('page', 'x', new Uint8Array(16))).toThrow('salt: found 16 bytes, expected 32')
    expect(() => sealPart('a\nb', 'x', new Uint8Array(32))).toThrow('expected one line')
  })
})
