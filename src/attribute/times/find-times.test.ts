import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { createVocabulary, createWordReader } from '../../base/words/index.ts'
import { taggerModel } from '../../base/words/model.fixture.ts'
import type { TimeMention } from '../../model/index.ts'
import { createTimeFinder, parseTimeLexicon } from './index.ts'

const lexicon = parseTimeLexicon(
  parse(readFileSync(new URL('../../../data/lexicon/times.yaml', import.meta.url), 'utf8')),
)
const vocabulary = createVocabulary()
const find = createTimeFinder(vocabulary, lexicon)
const readWords = createWordReader(taggerModel, vocabulary)

/** A Wednesday. */
const PUBLISHED = '2020-04-15'

function timesIn(text: string, published: string | null = PUBLISHED): readonly TimeMention[] {
  const body = [...text.matchAll(/[^\n]+/g)].map((line) => ({ start: line.index, end: line.index + line[0].length }))
  return find(readWords(text, body), published)
}

/** Each time as `words = from..to precision`, `words = day` or `words = ?`. */
function written(text: string, published: string | null = PUBLISHED): readonly string[] {
  return timesIn(text, published).map(({ text: words, from, to, precision }) => {
    if (from === null) return `${words} = ?`
    return `${words} = ${from === to ? from : `${from}..${to} ${precision}`}`
  })
}

describe('days by name', () => {
  test.each([
    ['The convoy was stopped on Monday.', ['Monday = 2020-04-13']],
    ['The convoy was stopped on Wednesday.', ['Wednesday = 2020-04-15']],
    ['On Friday, the two sides will meet again.', ['Friday = 2020-04-17']],
    ['They agreed to meet on Friday.', ['Friday = 2020-04-17']],
    ['From Friday, when the pause ends, the army will advance.', ['Friday = 2020-04-17']],
    ['The patrol planned for Tuesday was cancelled.', ['Tuesday = 2020-04-14']],
    ['Both should have left by Tuesday.', ['Tuesday = 2020-04-14']],
    ['It is to begin this coming Sunday.', ['this coming Sunday = 2020-04-19']],
    ['Last Wednesday the bridge was closed.', ['Last Wednesday = 2020-04-08']],
    ["Friday's raid killed two.", ['Friday = 2020-04-10']],
    ['Talks start next Sunday.', ['next Sunday = 2020-04-19']],
    ['It began on Friday of last week.', ['Friday of last week = 2020-04-10']],
  ])('reads "%s"', (text, times) => {
    expect(written(text)).toEqual(times)
  })
})

describe('dates', () => {
  test.each([
    ['It was signed on 5 March.', ['5 March = 2020-03-05']],
    ['It was signed on March 5th, 2019.', ['March 5th, 2019 = 2019-03-05']],
    ['It was signed on the 5th of March.', ['the 5th of March = 2020-03-05']],
    ['It was signed in Moscow on 20 December.', ['20 December = 2019-12-20']],
    ['It will be signed on 20 December.', ['20 December = 2020-12-20']],
    ['They agreed on a truce from 25 April.', ['25 April = 2020-04-25']],
    ['Published 15.04.2020 17:42 in Ankara', ['15.04.2020 17:42 = 2020-04-15T17:42']],
    ['Fire ceased on 2020-03-06.', ['2020-03-06 = 2020-03-06']],
    ['Fire ceased on 3/6/2020.', ['3/6/2020 = 2020-03-06']],
    ['Fire ceased on 6 March 2020 at 08:50.', ['6 March 2020 at 08:50 = 2020-03-06T08:50']],
    ['Fire ceased at 5 p.m. on 6 March.', ['5 p.m. on 6 March = 2020-03-06T17:00']],
    ['It lasted from 12 to 21 January.', ['12 to 21 January = 2020-01-12..2020-01-21 day']],
    ['A platoon will stand there from the 20th.', ['the 20th = 2020-04-20']],
    ['It ended on the last day of February.', ['the last day of February = 2020-02-29']],
    ['On the 15th patrol nothing happened.', []],
  ])('reads "%s"', (text, times) => {
    expect(written(text)).toEqual(times)
  })
})

describe('times beside the day of publication', () => {
  test.each([
    ['The road was closed yesterday.', ['yesterday = 2020-04-14']],
    ['It happened the day before yesterday.', ['the day before yesterday = 2020-04-13']],
    ['Shells fell two days ago.', ['two days ago = 2020-04-13']],
    ['Shells fell last week.', ['last week = 2020-04-06..2020-04-12 week']],
    ['Shells fell last May.', ['last May = 2019-05-01..2019-05-31 month']],
    ['Shells fell overnight.', ['overnight = 2020-04-14T18:00..2020-04-15T05:59 hour']],
    ['Shells fell this morning.', ['this morning = 2020-04-15T06:00..2020-04-15T11:59 hour']],
    ['Shells fell in February.', ['February = 2020-02-01..2020-02-29 month']],
    ['Shells fell in the third quarter of 2019.', ['the third quarter of 2019 = 2019-07-01..2019-09-30 month']],
    ['The quarrel goes back to the 1990s.', ['the 1990s = 1990-01-01..1999-12-31 year']],
    ['It was built in nineteen ninety-four.', ['nineteen ninety-four = 1994-01-01..1994-12-31 year']],
    ['It was built in 1848.', ['1848 = 1848-01-01..1848-12-31 year']],
  ])('reads "%s"', (text, times) => {
    expect(written(text)).toEqual(times)
  })
})

describe('times beside what was told of last', () => {
  test.each([
    ['On 5 March two met. The same day a third came.', ['5 March = 2020-03-05', 'The same day = 2020-03-05']],
    ['On 5 March two met. Three days later a third came.', ['5 March = 2020-03-05', 'Three days later = 2020-03-08']],
    [
      'Lorries came on Monday. Five had been unloaded the day before by gunmen.',
      ['Monday = 2020-04-13', 'the day before = 2020-04-12'],
    ],
    ['Clashes broke out on Monday. At 18:40 they ended.', ['Monday = 2020-04-13', '18:40 = 2020-04-13T18:40']],
    [
      'On Monday he fled. He had been shot the evening before.',
      ['Monday = 2020-04-13', 'the evening before = 2020-04-12T18:00..2020-04-12T22:59 hour'],
    ],
    ['It came the day before the talks.', ['the day before = ?']],
  ])('reads "%s"', (text, times) => {
    expect(written(text)).toEqual(times)
  })

  it('gives a clock time far below the last day to the day of publication', () => {
    expect(written('They met on Monday.\nNothing else.\nNothing more.\nAt 06:15 a shot fell.').at(-1)).toBe(
      '06:15 = 2020-04-15T06:15',
    )
  })
})

describe('times that fix no interval', () => {
  test.each([
    ['It held for three years.', ['three years = ?']],
    ['A month-long siege followed.', ['month-long = ?']],
    ['A two-week lull followed.', ['two-week = ?']],
    ['Patrols go every Friday.', ['every Friday = ?']],
    ['The road is now open.', ['now = ?']],
    ['More than four hours passed.', ['More than four hours = ?']],
  ])('keeps "%s" with nulls', (text, times) => {
    expect(written(text)).toEqual(times)
  })

  it('leaves open what needs a day of publication where there is none', () => {
    expect(written('5 March was spoken of on Monday. Not so 6 March 2020.', null)).toEqual([
      '5 March = ?',
      'Monday = ?',
      '6 March 2020 = 2020-03-06',
    ])
  })
})

describe('words that only look like times', () => {
  test.each([
    'He may march on.',
    'About 2000 soldiers came.',
    'A nine-year-old boy was hurt.',
    'The 23rd joint patrol set out.',
    'Resolution 1973 was passed over.',
    'The Good Friday accord is a model.',
    'Foreign minister Theresa May spoke.',
  ])('passes over "%s"', (text) => {
    expect(written(text)).toEqual([])
  })
})

it('answers exact slices in the order of the text, whatever the words', () => {
  const words = Object.values(lexicon.words).flatMap((list) => Object.keys(list))
  const word = fc.oneof(
    fc.constantFrom(...words, 'March', 'Friday', 'will', 'fell', '.', '\n'),
    fc.string({ maxLength: 6 }),
    fc.integer().map(String),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), fc.constantFrom(null, PUBLISHED, 'soon'), (parts, published) => {
      const text = parts.join(' ')
      let last = 0
      for (const time of timesIn(text, published)) {
        expect(text.slice(time.start, time.end)).toBe(time.text)
        expect(time.start).toBeGreaterThanOrEqual(last)
        if (time.from !== null) expect(time.from <= time.to).toBe(true)
        last = time.end
      }
    }),
    { numRuns: 500 },
  )
})
