import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolated, printable, printableLine } from './printable.ts'

describe('printable text', () => {
  it('holds no control but the line feed, no override of direction, and keeps offsets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = printable(text)
        expect(shown).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u)
        expect(shown).toHaveLength(text.length)
        expect(shown.isWellFormed()).toBe(true)
      }),
    )
  })

  it('collapses white space to one line', () => {
    expect(printableLine(' Idlib \n\t province ')).toBe('Idlib province')
  })

  it('sets right-to-left words apart, and no others', () => {
    expect(isolated('إدلب')).toBe('\u2068إدلب\u2069')
    expect(isolated('Idlib')).toBe('Idlib')
  })
})
