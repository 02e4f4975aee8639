import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'
import { isInstant } from './instant.ts'
import { sha256, sha256Into } from './sha256.ts'

describe('SHA-256', () => {
  it('is the one of node:crypto for any bytes and any text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
      }),
    )
    expect(Buffer.from(sha256('دورية')).toString('hex')).toBe(
      createHash('sha256').update('دورية', 'utf8').digest('hex'),
    )
  })

  it('writes at an offset and nowhere else', () => {
    const target = new Uint8Array(40)
    sha256Into('a', target, 4)
    expect(target.subarray(4, 36)).toEqual(sha256('a'))
    expect([...target.subarray(0, 4), ...target.subarray(36)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  })
})

describe('base64', () => {
  it('gives back the bytes it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes)
      }),
    )
  })

  it.each(['QQ', 'QR==', 'QQ==\n', 'Q Q==', 'QQ=', '-_-_', '*'])('refuses the second spelling %s', (text) => {
    expect(fromBase64(text)).toBeNull()
  })
})

describe('an instant', () => {
  it.each(['2020-03-15T09:00:00Z', '2024-02-29T23:59:59.123456789Z'])('can be %s', (text) => {
    expect(isInstant(text)).toBe(true)
  })

  it.each([
    '2020-03-15',
    '2020-03-15T09:00:00',
    '2020-03-15T09:00:00+02:00',
    '2021-02-29T00:00:00Z',
    '2020-03-15T24:00:00Z',
    '2020-03-15T23:59:60Z',
  ])('cannot be %s', (text) => {
    expect(isInstant(text)).toBe(false)
  })
})
