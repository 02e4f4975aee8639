import { describe, expect, it } from 'vitest'
import { sliceSpan } from '../../base/span.ts'
import type { Claim, Reading } from '../../model/index.ts'
import { createStyle } from '../terminal/index.ts'
import { drawReading } from './draw-reading.ts'
import type { Look } from './look.ts'
import { sentencesOf } from './sentences.ts'

const TEXT = 'Calm held in the morning. Gen. Aydin denied that a patrol was stoned. Rain fell.'
const QUOTE = sliceSpan(TEXT, TEXT.indexOf('a patrol'), TEXT.indexOf('. Rain'))

const CLAIM: Claim = {
  act: 'attack-on-patrol',
  modality: 'denied',
  quote: QUOTE,
  statement: 0,
  speaker: { ...sliceSpan(TEXT, TEXT.indexOf('Gen.'), TEXT.indexOf(' denied')), kind: 'named', actor: 'tr-mod' },
  via: null,
  actor: null,
  target: { ...sliceSpan(TEXT, QUOTE.start, QUOTE.start + 8), id: null },
  place: null,
  time: null,
  harm: null,
  rule: 'attack-on-patrol/verb:stone',
  confidence: 0.7,
}

function readingOf(text: string, claims: readonly Claim[]): Reading {
  const report = {
    id: 'page.txt',
    text,
    title: null,
    outlet: null,
    url: null,
    published: null,
    language: 'en',
    dropped: [],
  }
  return {
    report: { ...report, body: [{ start: 0, end: text.length }] },
    statements: [],
    places: [],
    times: [],
    claims,
  }
}

function lookOf(look: Partial<Look>): Look {
  return { columns: 80, style: createStyle(process.stdout, { NO_COLOR: '1' }), all: false, ...look }
}

describe('a reading drawn', () => {
  it('sets the claim under its sentence, with its speaker and how it stands', () => {
    const drawn = drawReading(readingOf(TEXT, [CLAIM]), lookOf({}))
    expect(drawn).toContain('Gen. Aydin [tr-mod]:')
    expect(drawn).toMatch(
      /1 {2}attack on patrol {2,}→ a patrol\n {6}denied {2,}“a patrol was stoned” {2}verb:stone 0\.70/,
    )
  })

  it('counts the sentences it does not show, and shows them when asked', () => {
    const reading = readingOf(TEXT, [CLAIM])
    expect(drawReading(reading, lookOf({}))).not.toContain('Rain fell.')
    expect(drawReading(reading, lookOf({ all: true }))).toContain('Rain fell.')
  })

  it('says so when a page claims nothing', () => {
    expect(drawReading(readingOf('Rain fell.', []), lookOf({}))).toContain('No claims.')
  })

  it('puts what is told under the act where there are few columns', () => {
    expect(drawReading(readingOf(TEXT, [CLAIM]), lookOf({ columns: 50 }))).toContain(
      'attack on patrol\n      denied\n      → a patrol',
    )
  })

  it('cuts no sentence inside a quote', () => {
    const whole = { ...CLAIM, quote: sliceSpan(TEXT, 0, QUOTE.end) }
    expect(sentencesOf(readingOf(TEXT, [whole])).map(({ span }) => span.text)).toEqual([
      `${TEXT.slice(0, QUOTE.end)}.`,
      'Rain fell.',
    ])
  })
})
