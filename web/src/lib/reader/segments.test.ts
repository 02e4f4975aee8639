import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText } from './segments.ts'

const TEXT = '🕊️ قال المرصد\nShelling hit النيرب 👨‍👩‍👧‍👦 today.\n\nShare'

describe('a page cut into pieces', () => {
  it('keeps offsets in Arabic and behind emoji', () => {
    const start = TEXT.indexOf('النيرب')
    const end = TEXT.indexOf(' today')
    const pieces = cutText(TEXT, [{ start, end }], []).flatMap((line) => line.pieces)
    const marked = pieces.filter(({ claims }) => claims.length > 0)
    expect(marked.map(({ text }) => text)).toEqual(['النيرب 👨‍👩‍👧‍👦'])
    expect(marked[0]?.begins).toEqual([0])
  })

  it('shows where quotations overlap', () => {
    const quotes = [
      { start: 0, end: 10 },
      { start: 5, end: 15 },
    ]
    const [line] = cutText('0123456789abcdefghij', quotes, [])
    expect(line?.pieces.map(({ text, claims }) => [text, claims])).toEqual([
      ['01234', [0]],
      ['56789', [0, 1]],
      ['abcde', [1]],
      ['fghij', []],
    ])
  })

  it('says why a passage was left out', () => {
    const start = TEXT.indexOf('Share')
    const lines = cutText(TEXT, [], [{ start, end: TEXT.length, why: 'share' }])
    expect(lines.at(-1)?.pieces).toMatchObject([{ text: 'Share', dropped: 'share' }])
  })

  it('loses no letter, whatever the text and however the quotations lie', () => {
    const stretch = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
    const text = fc.array(fc.constantFrom('a', ' ', '\n', '🚨', 'ع', 'é'), { maxLength: 40 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, fc.array(stretch, { maxLength: 5 }), (page, quotes) => {
        for (const line of cutText(page, quotes, [])) {
          expect(line.pieces.map((piece) => piece.text).join('')).toBe(page.slice(line.start, line.end))
          for (const { start, end, text: shown } of line.pieces) expect(page.slice(start, end)).toBe(shown)
        }
        const shown = cutText(page, quotes, []).map((line) => page.slice(line.start, line.end).trim())
        expect(shown).toEqual(
          page
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
        )
      }),
    )
  })
})
