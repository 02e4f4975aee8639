import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createVocabulary, createWordReader } from '../../base/words/index.ts'
import { taggerModel } from '../../base/words/model.fixture.ts'
import type { Claim } from '../../model/index.ts'
import { createClosedClass, mendTags } from '../clauses/index.ts'
import { classOf, eventOf } from './brief-event.ts'
import { parseBriefLexicon } from './brief-lexicon.ts'
import { createBriefReader } from './brief-reader.ts'
import { readScene } from './brief-scene.ts'
import { formatBriefModel, parseBriefModel } from './model-file.ts'
import { stemOf } from './stem.ts'
import { bestLabels, LABELS, mayFollow, rolesOfLabels } from './tagger.ts'

const data = new URL('../../../data/', import.meta.url)
const lexicon = parseBriefLexicon(parse(readFileSync(new URL('lexicon/briefs.yaml', data), 'utf8')))
const model = parseBriefModel(readFileSync(new URL('models/briefs.bin', data)))
const vocabulary = createVocabulary()
const read = createBriefReader(lexicon, model, vocabulary)
const closed = createClosedClass(vocabulary)
const readWords = createWordReader(taggerModel, vocabulary)

const wordsOf = (text: string) => mendTags(readWords(text, [{ start: 0, end: text.length }]))
const sceneOf = (text: string) => {
  const words = wordsOf(text)
  return readScene(words, { first: 0, last: words.count }, lexicon, closed)
}
const claimsOf = (text: string, claims: readonly Claim[] = []): readonly Claim[] =>
  read({ words: wordsOf(text), statements: [], places: [], times: [], claims, actorOf: () => null })

describe('a brief', () => {
  it('is read for who did it to whom', () => {
    const [claim] = claimsOf('Velland donated forty ambulances to Norra on Monday.')
    expect(claim).toMatchObject({ act: 'aid-delivered', actor: { text: 'Velland' }, target: { text: 'Norra' } })
  })

  it('names the model that made its claim, and is never sure', () => {
    for (const claim of claimsOf('The parliament of Velland rejected the peace plan of Norra.')) {
      expect(claim.rule).toMatch(/^model:brief\//)
      expect(claim.confidence).toBeLessThanOrEqual(0.5)
    }
  })

  it('is less sure where its act is only the nearest code', () => {
    const [near] = claimsOf('Velland imposed new sanctions on Norra.')
    expect(near?.rule).toBe('model:brief/kind')
    expect(near?.confidence).toBeLessThanOrEqual(0.4)
  })

  it('quotes its words verbatim, whatever they are', () => {
    const pieces = fc.constantFrom(
      'Velland',
      'has',
      'attacked',
      'the',
      'camp',
      ',',
      '“',
      '(',
      'said',
      'to lift',
      '3',
      '—',
      'aid',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join(' ')
        for (const { quote, actor, target } of claimsOf(text)) {
          for (const span of [quote, actor, target]) if (span) expect(text.slice(span.start, span.end)).toBe(span.text)
        }
      }),
    )
  })

  it('makes no claim of a mere comment', () => {
    expect(claimsOf('The president of Velland said he is optimistic about the elections.')).toEqual([])
  })
})

describe('a longer page', () => {
  it('keeps its claims as they are', () => {
    const claims: readonly Claim[] = []
    expect(claimsOf('Velland attacked Norra. '.repeat(5), claims)).toBe(claims)
  })
})

describe('the event of a sentence', () => {
  it('takes the modality that a governing verb sets', () => {
    expect(eventOf(sceneOf('Velland agreed to lift the blockade of Norra.'), 1)).toMatchObject({ modality: 'planned' })
  })

  it('makes up no deed where no word tells one', () => {
    expect(eventOf(sceneOf('The weather in Velland was mild.'), 4)).toBeNull()
  })

  it('turns what is planned into words, what is demanded into conflict in words', () => {
    expect([classOf(2, 'planned'), classOf(4, 'planned'), classOf(2, 'demanded'), classOf(1, 'denied')]).toEqual([
      1, 3, 3, 3,
    ])
  })
})

describe('labels', () => {
  it('never go on with what has not begun', () => {
    fc.assert(
      fc.property(fc.array(fc.uint16Array({ maxLength: 8 }), { maxLength: 20 }), (tokens) => {
        const labels = bestLabels(model.tags, tokens)
        expect([...labels].every((label, i) => mayFollow(i === 0 ? LABELS : labels[i - 1]!, label))).toBe(true)
      }),
    )
  })

  it('mark spans from a beginning to its end', () => {
    expect(rolesOfLabels(Uint8Array.of(1, 2, 0, 3, 4, 3))).toEqual({
      actors: [{ first: 0, last: 2 }],
      targets: [
        { first: 3, last: 5 },
        { first: 5, last: 6 },
      ],
    })
  })
})

describe('stems', () => {
  it('are one for the forms of a regular verb', () => {
    const forms = ['negotiate', 'negotiates', 'negotiated', 'negotiating']
    expect(new Set(forms.map(stemOf)).size).toBe(1)
    expect(new Set(['ban', 'bans', 'banned', 'banning'].map(stemOf)).size).toBe(1)
    expect(new Set(['deny', 'denies', 'denied', 'denying'].map(stemOf)).size).toBe(1)
  })
})

describe('a model file', () => {
  it('is read as it was written', () => {
    expect(parseBriefModel(formatBriefModel(model)).classes.values).toEqual(model.classes.values)
  })

  it('is refused where it is cut short', () => {
    expect(() => parseBriefModel(formatBriefModel(model).subarray(1))).toThrow('brief model')
  })
})
