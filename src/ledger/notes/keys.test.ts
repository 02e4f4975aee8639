import { describe, expect, it } from 'vitest'
import {
  createSignerKey,
  formatSignerKey,
  formatVerifierKey,
  parseSignerKey,
  parseVerifierKey,
  verifierOf,
} from './keys.ts'
import { codeOf, ENOCH, peter, PETER, PETER_SECRET, seedOf, valueOf } from './notes.fixture.ts'

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
