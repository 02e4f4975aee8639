import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVocabulary, createWordReader, type TokenRange, type Words } from '../../base/words/index.ts'
import { taggerModel } from '../../base/words/model.fixture.ts'
import { createClosedClass, mendTags, parseSentence, type Clause } from './index.ts'

const vocabulary = createVocabulary()
const closed = createClosedClass(vocabulary)
const readWords = createWordReader(taggerModel, vocabulary)

function parse(text: string): { words: Words; clauses: readonly Clause[] } {
  const words = mendTags(readWords(text, [{ start: 0, end: text.length }]))
  const sentence = words.sentences[0]
  if (!sentence) throw new Error(`no sentence in: ${text}`)
  return { words, clauses: parseSentence(words, sentence, closed).clauses }
}

function shown(words: Words, range: TokenRange | null | undefined): string | null {
  return range ? words.text.slice(words.start[range.first], words.end[range.last - 1]) : null
}

/** The clause of a verb as `[subject, object, agent]`. */
function rolesOf(text: string, verb: string): (string | null)[] {
  const { words, clauses } = parse(text)
  const clause = clauses.find((c) => words.form[c.verb]?.lower === verb)
  return [shown(words, clause?.subject), shown(words, clause?.object), shown(words, clause?.agent)]
}

describe('parseSentence', () => {
  it('finds the subject past a participle set between commas', () => {
    const text = 'A fourth joint patrol, supported by drones in the air, was carried out on the road.'
    expect(rolesOf(text, 'carried')[0]).toBe('A fourth joint patrol')
  })

  it('takes a participle without auxiliary and object for a passive', () => {
    const { words, clauses } = parse('Two soldiers killed near Dolmir on Sunday.')
    expect(clauses.map((c) => [shown(words, c.subject), c.passive])).toEqual([['Two soldiers', true]])
    expect(parse('Gunmen killed two soldiers near Dolmir.').clauses[0]?.passive).toBe(false)
  })

  it('takes who stands behind "by" for the agent of a passive', () => {
    expect(rolesOf('The bridge was mined by men of the Highland League.', 'mined')).toEqual([
      'The bridge',
      null,
      'men of the Highland League',
    ])
  })

  it('passes over a relative clause on the way back to the subject', () => {
    const text = 'The centre, which puts the patrol at number 23, said that the column had been targeted.'
    expect(rolesOf(text, 'said')[0]).toBe('The centre')
    expect(rolesOf(text, 'targeted')[0]).toBe('the column')
  })

  it('gives a coordinated verb the subject of the verb before', () => {
    expect(rolesOf('The troops first used gas and then opened fire.', 'opened')[0]).toBe('The troops')
  })

  it('keeps a pair as one subject', () => {
    expect(rolesOf('Vladimir Putin and Recep Tayyip Erdogan had negotiated for hours.', 'negotiated')[0]).toBe(
      'Vladimir Putin and Recep Tayyip Erdogan',
    )
  })

  it('leaves an apposition out of the subject', () => {
    expect(rolesOf('Large armed groups in Idlib, Syria, refuse the deal.', 'refuse')[0]).toBe('Large armed groups')
  })

  it('lets number decide which noun a relative stands for', () => {
    expect(rolesOf('He spoke of joint patrols on the M4 which are to start next week.', 'start')[0]).toContain(
      'patrols',
    )
  })

  it('hands the object of a demand to the infinitive as its subject', () => {
    expect(rolesOf('The League wants the commission to investigate the shooting.', 'investigate')[0]).toBe(
      'the commission',
    )
  })

  it('finds an object behind a day', () => {
    expect(rolesOf('The army captured on Thursday a hill near the town.', 'captured')[1]).toBe('a hill')
  })

  it('does not take a time for a doer', () => {
    expect(rolesOf('The army since January has been advancing.', 'advancing')[0]).not.toBe('January')
  })

  it('tells conditions, also without if', () => {
    const { words, clauses } = parse('Should the truce fail, the patrols would end.')
    expect(clauses.find((c) => words.form[c.verb]?.lower === 'fail')?.condition).toBe(true)
    expect(clauses.find((c) => words.form[c.verb]?.lower === 'end')?.condition).toBe(false)
  })

  it('keeps a short bracket inside its noun group', () => {
    expect(rolesOf("Hay'at Tahrir al-Sham (HTS) and its allies obstructed the convoys.", 'obstructed')[0]).toBe(
      "Hay'at Tahrir al-Sham (HTS) and its allies",
    )
  })

  it('answers clauses inside the sentence for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const words = mendTags(readWords(text, [{ start: 0, end: text.length }]))
        for (const sentence of words.sentences) {
          for (const clause of parseSentence(words, sentence, closed).clauses) {
            expect(clause.first).toBeGreaterThanOrEqual(sentence.first)
            expect(clause.last).toBeLessThanOrEqual(sentence.last)
            expect(clause.verb).toBeLessThan(clause.last)
          }
        }
      }),
    )
  })
})
