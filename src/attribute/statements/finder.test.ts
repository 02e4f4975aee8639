import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createVocabulary, createWordReader } from '../../base/words/index.ts'
import { createStatementFinder, parseAttributionModel, parseCueLexicon, type FoundStatement } from './index.ts'

const vocabulary = createVocabulary()
const lexicon = parseCueLexicon(
  readFileSync(new URL('../../../data/lexicon/cues.yaml', import.meta.url), 'utf8'),
  vocabulary,
)
const model = parseAttributionModel(readFileSync(new URL('../../../data/models/attribution.bin', import.meta.url)))
const find = createStatementFinder(lexicon, model)
const read = createWordReader(vocabulary)

function statementsOf(...paragraphs: string[]): readonly FoundStatement[] {
  const text = paragraphs.join('\n')
  let at = 0
  const body = paragraphs.map((paragraph) => {
    const interval = { start: at, end: at + paragraph.length }
    at = interval.end + 1
    return interval
  })
  return find(read(text, body), { text, body })
}

function brief(statement: FoundStatement | undefined) {
  return {
    speaker: statement?.speaker?.text ?? null,
    via: statement?.via?.text ?? null,
    content: statement?.content.map((piece) => piece.text),
  }
}

describe('a statement finder', () => {
  test('reads a clause before "the ministry said"', () => {
    expect(brief(statementsOf('The patrol on the coastal road was cut short, the Defence Ministry said.')[0])).toEqual({
      speaker: 'the Defence Ministry',
      via: null,
      content: ['The patrol on the coastal road was cut short'],
    })
  })

  test('takes a quotation that was closed too early and goes on for one statement, relayed by the agency told', () => {
    const found = statementsOf(
      '“Large groups of fighters stand in the valley.” They refused to sign the paper in this region,” the foreign ministry told Interfax.',
    )
    expect(found.map(brief)).toEqual([
      {
        speaker: 'the foreign ministry',
        via: 'Interfax',
        content: ['“Large groups of fighters stand in the valley.” They refused to sign the paper in this region,”'],
      },
    ])
  })

  test('gives a denial the kind that the lexicon has for it', () => {
    const [statement] = statementsOf('The army denied that its men had shelled the village.')
    expect(statement?.cueKind).toBe('deny')
    expect(statement?.speaker?.text).toBe('The army')
  })

  test('answers nothing for a text without words', () => {
    expect(statementsOf('', '...')).toEqual([])
  })
})
