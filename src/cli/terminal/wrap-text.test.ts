import * as fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { fitMiddle, widthOf, wrapText } from './wrap-text.ts'

const anyText = fc.string({ unit: 'grapheme' })
const anyColumns = fc.integer({ min: 4, max: 60 })

describe('wrapping', () => {
  it('breaks at white space', () => {
    expect(wrapText('the patrol was cut short', 10)).toEqual(['the patrol', 'was cut', 'short'])
  })

  it('keeps every word in its order', () => {
    fc.assert(
      fc.property(anyText, anyColumns, (text, columns) => {
        expect(wrapText(text, columns).join('').replaceAll(' ', '')).toBe(text.replace(/\s+/gu, ''))
      }),
    )
  })

  it('makes no line wider than asked, whatever the script', () => {
    fc.assert(
      fc.property(anyText, anyColumns, (text, columns) => {
        for (const line of wrapText(text, columns)) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
      }),
    )
  })

  it('tells the painter where each piece stands', () => {
    const text = 'a patrol of the M4'
    wrapText(text, 8, (piece, at) => {
      expect(text.slice(at, at + piece.length)).toBe(piece)
      return piece
    })
  })
})

describe('fitting a line', () => {
  it('leaves out the middle', () => {
    expect(fitMiddle('the terrorists tried to use civilians as a shield', 30)).toBe('the … civilians as a shield')
  })

  it('leaves a line that fits as it is', () => {
    expect(fitMiddle('recovered', 9)).toBe('recovered')
  })
})

describe('the width', () => {
  const pipe = { isTTY: false } as NodeJS.WriteStream

  it('is that of COLUMNS where there is no terminal, within reason', () => {
    expect(widthOf(pipe, { COLUMNS: '80' })).toBe(80)
    expect(widthOf(pipe, { COLUMNS: '9999' })).toBe(110)
    expect(widthOf(pipe, { COLUMNS: '3' })).toBe(40)
    expect(widthOf(pipe, {})).toBe(96)
  })
})
