import { describe, expect, test } from 'vitest'
import { createVocabulary, createWordReader } from '../../base/words/index.ts'
import { taggerModel } from '../../base/words/model.fixture.ts'
import { findQuotations } from './quotations.ts'

const read = createWordReader(taggerModel, createVocabulary())

function quotationsOf(...paragraphs: string[]): string[] {
  const text = paragraphs.join('\n')
  let at = 0
  const body = paragraphs.map((paragraph) => {
    const interval = { start: at, end: at + paragraph.length }
    at = interval.end + 1
    return interval
  })
  const words = read(text, body)
  return findQuotations(words).list.map(({ first, last }) => text.slice(words.start[first], words.end[last]))
}

describe('finding quotations', () => {
  test('keeps nested quotations inside the outer one', () => {
    expect(quotationsOf('He spoke of “men along the “security corridors” of the north” again.')).toEqual([
      '“men along the “security corridors” of the north”',
    ])
  })

  test('stretches a quotation to a second closing mark in the same paragraph', () => {
    expect(quotationsOf('“They are here.” They will stay,” he said.')).toEqual(['“They are here.” They will stay,”'])
  })

  test('runs on over paragraphs that repeat the opening mark', () => {
    expect(quotationsOf('“First part.', '“Second part,” he said.')).toEqual(['“First part.\n“Second part,”'])
  })

  test('ends a quotation whose closing mark is missing with its paragraph', () => {
    expect(quotationsOf('“They are here, he said.', 'Nothing else happened.')).toEqual(['“They are here, he said.'])
  })

  test('does not take apostrophes for quotation marks', () => {
    expect(quotationsOf("The soldiers' tents weren't the League's.")).toEqual([])
  })

  test('reads straight and single marks', () => {
    expect(quotationsOf('"Go," he said, and \'stay\' they did.')).toEqual(['"Go,"', "'stay'"])
  })
})
