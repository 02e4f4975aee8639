import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Result } from '../src/base/result.ts'
import { loadRules } from '../src/compose/index.ts'
import { readingSchema, toWire } from '../src/contract/index.ts'
import type { Reading } from '../src/model/index.ts'
import { createPipeline } from '../src/pipeline.ts'
import { expectExactSpans } from './check-reading.ts'

const pipeline = createPipeline(loadRules())
/** Language and date given, so that every stage runs and not only the guard at the door. */
const FACTS = { id: 'page', language: 'en', published: '2020-03-16' }

function expectAnswer(answer: Result<Reading, { readonly code: string; readonly message: string }>): void {
  if (!answer.ok) {
    expect(answer.failure.code).toMatch(/^[a-z-]+$/)
    expect(answer.failure.message.length).toBeLessThan(400)
    return
  }
  expectExactSpans(answer.value)
  readingSchema.parse(toWire(answer.value, { withText: true }))
}

/** Words, marks and fragments that the stages look for, in any order. */
const PRESS = fc
  .array(
    fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      '‘',
      '’',
      ' said',
      ' told Reuters',
      'According to ',
      'the ministry',
      ' shelled',
      ' was cut short',
      ' Idlib',
      ' the M4',
      ' on Sunday',
      ' 15 March',
      ' at 08:50',
      ' two soldiers were killed',
      ' not',
      ' will',
      ' if',
      '. ',
      ', ',
      ': ',
      ' – ',
      '\n',
      '\n\n',
      ' by',
      ' and',
      ' that',
      ' which',
      ' of',
      ' in',
      '(',
      ')',
      '\u00a0',
      '\u200f',
      'إدلب',
      '\ud800',
      '\udc00',
      '😀',
      '\u0000',
      '\u001b[31m',
      '\ufeff',
      'A',
      '5,000 $',
      'Share on Facebook',
      '&nbsp;',
      '…',
    ),
    { maxLength: 120 },
  )
  .map((pieces) => pieces.join(''))

const MARKUP = fc
  .array(
    fc.oneof(
      PRESS,
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div class="share">',
        '</div>',
        '<article>',
        '<h1>',
        '</h1>',
        '<',
        '>',
        '<!--',
        '-->',
        '<script>',
        '</script>',
        '<a href="',
        '">',
        '<table>',
        '<td>',
        '<svg>',
        '<template>',
        '<meta property="og:title" content="',
        '<title>',
        '</title>',
        '<![CDATA[',
        '&#x110000;',
        '&#0;',
        '&',
        '<html',
        '<body onload=',
        '<p\n',
        '</',
        '<time datetime="',
      ),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''))

describe('the whole pipeline', () => {
  it('answers any text with exact spans or a code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) =>
        expectAnswer(pipeline.readPage({ ...FACTS, text })),
      ),
    )
  })

  it('answers any broken text of the press with exact spans or a code', () => {
    fc.assert(
      fc.property(PRESS, (text) => expectAnswer(pipeline.readPage({ ...FACTS, text }))),
      { numRuns: 400 },
    )
  })

  it('answers any broken markup with exact spans or a code', () => {
    fc.assert(
      fc.property(MARKUP, (html) => expectAnswer(pipeline.readPage({ ...FACTS, html }))),
      { numRuns: 200 },
    )
  })

  it('answers any bytes with exact spans or a code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) =>
        expectAnswer(await pipeline.readFile({ ...FACTS, bytes })),
      ),
    )
  })

  it('answers any facts about a page with exact spans or a code', () => {
    const anyText = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(anyText, anyText, anyText, (title, outlet, url) =>
        expectAnswer(pipeline.readPage({ ...FACTS, text: 'The army shelled Idlib on Sunday.', title, outlet, url })),
      ),
    )
  })

  const MEGABYTE = 1_000_000
  it.each<readonly [string, string]>([
    ['one letter a million times', 'a'.repeat(MEGABYTE)],
    ['one capital a million times', 'A'.repeat(MEGABYTE)],
    ['a million spaces', ' '.repeat(MEGABYTE)],
    ['a million line breaks', '\n'.repeat(MEGABYTE)],
    ['a million lone surrogates', '\ud800'.repeat(MEGABYTE)],
    ['a million full stops', '.'.repeat(MEGABYTE)],
    ['a million digits', '7'.repeat(MEGABYTE)],
    ['10,000 opening quotes', '“'.repeat(10_000)],
    ['10,000 quotes between words', '“he said ” '.repeat(10_000)],
    ['10,000 nested attributions', `${'the ministry said that '.repeat(10_000)}the army shelled Idlib.`],
    ['10,000 clauses without an end', 'the army shelled Idlib and '.repeat(10_000)],
    ['a sentence of a megabyte', `${'shelling of Idlib by the army on Sunday, '.repeat(25_000)}said the ministry.`],
    ['100,000 short paragraphs', 'He said.\n\n'.repeat(100_000)],
    ['a hundred thousand names', 'Abu Omar al-Idlibi '.repeat(50_000)],
    ['a thousand sentences of claims', 'Fighters shelled Saraqib on Monday, the army told Reuters. '.repeat(1_000)],
  ])(
    'answers %s',
    (_, text) => {
      expectAnswer(pipeline.readPage({ ...FACTS, text }))
    },
    60_000,
  )

  it.each<readonly [string, string]>([
    ['elements nested 100,000 deep', '<div>'.repeat(100_000)],
    ['elements nested as deep as is taken', `${'<div>'.repeat(390)}<p>The army shelled Idlib.</p>`],
    ['100,000 attributes', `<p ${'a=b '.repeat(100_000)}>The army shelled Idlib.</p>`],
    ['100,000 tables begun', '<table><td>'.repeat(100_000)],
    ['a comment that never ends', `<p>The army shelled Idlib.</p><!--${'-'.repeat(MEGABYTE)}`],
    ['a megabyte of entities', `<p>${'&amp;'.repeat(MEGABYTE / 5)}</p>`],
  ])(
    'answers %s',
    (_, html) => {
      expectAnswer(pipeline.readPage({ ...FACTS, html }))
    },
    60_000,
  )
})
