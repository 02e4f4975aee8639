import { describe, expect, it } from 'vitest'
import { createVocabulary, createWordReader } from '../../base/words/index.ts'
import { taggerModel } from '../../base/words/model.fixture.ts'
import type { Atlas } from './atlas.ts'
import { keyOfTokens, nameTokens } from './name-key.ts'
import { createSegments, findSegments } from './segments.ts'

const read = createWordReader(taggerModel, createVocabulary())

/** The spans of a text; those of `known` names are marked with a star. */
function spansOf(text: string, known: readonly string[] = []): readonly string[] {
  const keys = new Set(known.map((name) => keyOfTokens(nameTokens(name))?.check))
  const atlas: Pick<Atlas, 'first'> = { first: (_, check) => (keys.has(check) ? 0 : -1) }
  const words = read(text, [{ start: 0, end: text.length }])
  const segments = findSegments(words, atlas, createSegments())
  return Array.from({ length: segments.count }, (_, at) => {
    const slice = text.slice(words.start[segments.first[at]!], words.end[segments.last[at]! - 1])
    return segments.best[at] === 0 ? `${slice}*` : slice
  })
}

describe('spans that may be a name', () => {
  it('begin and end with capitals and go over hyphens and particles', () => {
    expect(spansOf('they left Ain al-Hawr quickly', ['Ain al-Hawr'])).toEqual(['Ain', 'Ain al-Hawr*', 'Hawr'])
  })

  it('go over "and" only where the name is known', () => {
    expect(spansOf('people of Trinidad and Tobago')).toEqual(['Trinidad', 'Tobago'])
    expect(spansOf('people of Trinidad and Tobago', ['Trinidad and Tobago'])).toContain('Trinidad and Tobago*')
  })

  it('begin with a function word only where the name is known', () => {
    expect(spansOf('The Hague is quiet.')).not.toContain('The Hague')
    expect(spansOf('The Hague is quiet.', ['The Hague'])).toContain('The Hague*')
  })

  it('end at a comma and at a sentence', () => {
    expect(spansOf('He saw Ariha, Idlib')).not.toContain('Ariha, Idlib')
  })

  it('put together words that are split at letters outside ASCII', () => {
    expect(spansOf('shells hit Sarāqib today', ['Sarāqib'])).toEqual(['Sarāqib*'])
  })

  it('take Arabic words without their comma', () => {
    expect(spansOf('في إدلب، أمس', ['ادلب'])).toContain('إدلب،*')
  })
})
