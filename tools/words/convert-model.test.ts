import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatTaggerModel, parseTaggerModel } from '../../src/base/words/tagger/index.ts'
import { convertModel } from './convert-model.ts'
import { readWinkModel } from './wink-model.ts'

const SHIPPED = readFileSync(new URL('../../data/models/words.bin', import.meta.url))

describe('the words of the model', () => {
  it('are shipped as the installed package has them', () => {
    const built = formatTaggerModel(convertModel(readWinkModel()))
    expect(Buffer.compare(built, SHIPPED)).toBe(0)
  })

  it('let every contraction fall into parts that stand in it, in order', () => {
    const { lexicon } = parseTaggerModel(SHIPPED)
    const torn = [...lexicon.contractions].filter(([text, parts]) => {
      const ends = parts.reduce((end, [part]) => (end < 0 ? end : text.indexOf(part, end) + part.length), 0)
      return ends !== text.length
    })
    expect(torn).toEqual([])
  })

  it('are refused where a file is cut short or another', () => {
    expect(() => parseTaggerModel(SHIPPED.subarray(0, 5_000))).toThrow(RangeError)
    expect(() => parseTaggerModel(new Uint8Array(100))).toThrow(RangeError)
  })
})
