import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createVocabulary, createWordReader } from '../../base/words/index.ts'
import { taggerModel } from '../../base/words/model.fixture.ts'
import {
  createStatementFinder,
  parseAttributionModel,
  parseCueLexicon,
  statementOver,
  type FoundStatement,
} from './index.ts'

const vocabulary = createVocabulary()
const lexicon = parseCueLexicon(
  readFileSync(new URL('../../../data/lexicon/cues.yaml', import.meta.url), 'utf8'),
  vocabulary,
)
const model = parseAttributionModel(readFileSync(new URL('../../../data/models/attribution.bin', import.meta.url)))
const find = createStatementFinder(lexicon, model)
const read = createWordReader(taggerModel, vocabulary)

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

function speakerOver(text: string, passage: string): string | null {
  const found = statementsOf(text)
  const start = text.indexOf(passage)
  return found[statementOver(found, { start, end: start + passage.length })]?.speaker?.text ?? null
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

  test('cuts the attribution out of the middle of what is said', () => {
    expect(brief(statementsOf('The second convoy, it said, was turned back near the bridge.')[0])).toEqual({
      speaker: 'it',
      via: null,
      content: ['The second convoy', 'was turned back near the bridge'],
    })
  })

  test('takes the quotation that goes on behind the attribution into the same statement', () => {
    const [statement] = statementsOf('“They mined the bridge,” the general said. “They knew what they were doing.”')
    expect(statement?.content.map((piece) => piece.text)).toEqual([
      '“They mined the bridge,”',
      '“They knew what they were doing.”',
    ])
    expect(statement?.manner).toBe('direct')
  })

  test('gives what stands under a name and a colon to the one named', () => {
    expect(brief(statementsOf('Kerovian MoD, Thursday: two soldiers were killed near the bridge.')[0])).toEqual({
      speaker: 'Kerovian MoD',
      via: null,
      content: ['two soldiers were killed near the bridge'],
    })
    const text = 'Ministry on 19 March: the road is open; the governor: it was never closed to lorries.'
    expect(speakerOver(text, 'the road is open')).toBe('Ministry')
    expect(speakerOver(text, 'it was never closed')).toBe('the governor')
    expect(speakerOver('Reports from Betrin: two houses were hit.', 'two houses were hit')).toBeNull()
    expect(speakerOver('The device went off at 8:50 near the road.', 'near the road')).toBeNull()
  })

  test('takes a head and what it heads for nobody else’s words', () => {
    const found = statementsOf(
      'Kerovian MoD: a vehicle was damaged near Betrin, fire was returned, the operation goes on.',
    )
    expect(found.map((statement) => statement.speaker?.text)).toEqual(['Kerovian MoD'])
  })

  test('lets a bare name head what is said only where it is known to be a speaker’s', () => {
    const text = 'Ilsen: the road was closed for two days.'
    expect(speakerOver(text, 'the road was closed')).toBeNull()
    const known = createStatementFinder(lexicon, model, (name) => name === 'Ilsen')
    const body = [{ start: 0, end: text.length }]
    expect(known(read(text, body), { text, body })[0]?.speaker?.text).toBe('Ilsen')
  })

  test('names reports from a place, not the place', () => {
    expect(speakerOver('The bridge was cut, according to reports from Betrin.', 'The bridge was cut')).toBe(
      'reports from Betrin',
    )
  })

  test('names who was quoted as the speaker and the agency as the relay', () => {
    const [statement] = statementsOf('The truce has been broken, Interfax quoted the ministry as saying on Monday.')
    expect(brief(statement)).toEqual({
      speaker: 'the ministry',
      via: 'Interfax',
      content: ['The truce has been broken'],
    })
  })

  test('lets the agent of a passive speak, and not the one spoken of', () => {
    expect(speakerOver('The shelling of Dolmir was denied by the League yesterday.', 'shelling of Dolmir')).toBe(
      'the League',
    )
    expect(speakerOver('The Column is said to be signing up boys.', 'signing up boys')).toBeNull()
  })

  test('gives "according to X" in front, behind and in the midst to X', () => {
    const said = 'the road was closed on Sunday'
    expect(speakerOver(`According to local sources, ${said}.`, said)).toBe('local sources')
    expect(speakerOver(`${said}, according to the mayor of Betrin.`, said)).toBe('the mayor of Betrin')
    expect(speakerOver('The road, according to her, was closed on Sunday.', 'was closed on Sunday')).toBe('her')
  })

  test('keeps leading titles and complements in the speaker and leaves appositions out', () => {
    expect(speakerOver('A truce holds, Colonel Anton Breck said.', 'A truce holds')).toBe('Colonel Anton Breck')
    expect(speakerOver('A truce holds, a source at the General Command said.', 'A truce holds')).toBe(
      'a source at the General Command',
    )
    expect(speakerOver('A truce holds, Ingrid Solvay, the head of the mission, said.', 'A truce holds')).toBe(
      'Ingrid Solvay',
    )
  })

  test('tells named, unnamed and pronoun speakers apart', () => {
    const kindOf = (speaker: string) => statementsOf(`The road is open, ${speaker} said.`)[0]?.speaker?.kind
    expect(kindOf('the Defence Ministry')).toBe('named')
    expect(kindOf('local residents')).toBe('unnamed')
    expect(kindOf('she')).toBe('pronoun')
  })

  test('gives a denial the kind that the lexicon has for it', () => {
    const [statement] = statementsOf('The army denied that its men had shelled the village.')
    expect(statement?.cueKind).toBe('deny')
    expect(statement?.speaker?.text).toBe('The army')
  })

  test("lays an interview's answers to the one who was asked", () => {
    const found = statementsOf(
      'We asked her what is left of the truce.',
      '“More than you think. They met on Thursday.”',
    )
    expect(found.at(-1)?.speaker?.text).toBe('her')
  })

  test('answers nothing for a text without words', () => {
    expect(statementsOf('', '...')).toEqual([])
  })

  test('never throws and answers only exact slices, whatever the text', () => {
    const piece = fc.constantFrom('“', '”', '"', "'", '‘', '’', '«', '»', ',', '.', ':', ' ', '\n', ' said ', ' told ')
    const word = fc.constantFrom(' he ', ' X ', ' that ', ' according to ', ' was ', ' by ', ' quoted ', ' as saying ')
    const texts = fc.array(fc.oneof(piece, word, fc.string({ unit: 'binary' })), { maxLength: 60 })
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('')
        for (const { content, speaker, cue, via } of find(read(text, [{ start: 0, end: text.length }]), {
          text,
          body: [],
        })) {
          for (const span of [...content, speaker, cue, via]) {
            if (span && text.slice(span.start, span.end) !== span.text) return false
          }
        }
        return true
      }),
      { numRuns: 300 },
    )
  })

  test('keeps what it answers in proportion to the text where marks or cues run wild', () => {
    for (const unit of ['"', '“', ' he said "', ' he said that they ', ', which said']) {
      const text = unit.repeat(4000)
      const found = find(read(text, [{ start: 0, end: text.length }]), { text, body: [] })
      const said = found.reduce((sum, { content }) => sum + content.reduce((n, span) => n + span.text.length, 0), 0)
      expect(said).toBeLessThan(text.length * 400)
    }
  })
})
