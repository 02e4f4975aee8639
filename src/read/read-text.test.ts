import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText, type PageFacts } from './index.ts'
import { expectSoundReport, testRules } from './testing.ts'

function read(page: Partial<PageFacts> & { readonly text: string }) {
  const result = readText({ id: 'p', ...page }, testRules)
  if (!result.ok) throw new Error(result.failure.message)
  expectSoundReport(result.value)
  const { text, body, dropped } = result.value
  return {
    report: result.value,
    paragraphs: body.map(({ start, end }) => text.slice(start, end)),
    whys: Object.fromEntries(dropped.map((span) => [span.text, span.why])),
  }
}

function refusedFor(page: Partial<PageFacts> & { readonly text: string }, rules = testRules): string {
  const result = readText({ id: 'p', ...page }, rules)
  return result.ok ? 'read' : result.failure.message
}

const LEAD =
  'Two shells fell on the mill at Orvel on Tuesday, the district council said, and one of them did not explode.'
const SECOND = 'The garrison had no comment. Its colonel is to meet the observers at the ford tomorrow.'

/** Reads a page of two paragraphs with a line between them, and answers why it was dropped; null if it was kept. */
function fateOf(line: string): string | null {
  return read({ text: [LEAD, line, SECOND].join('\n') }).whys[line] ?? null
}

describe('readText, passages', () => {
  it.each([
    ['0 $', 'donation'],
    ['Keep this service alive - donate today!', 'donation'],
    ['Home | World | Sport | Weather', 'navigation'],
    ['Domů   Zprávy   Svět', 'navigation'],
    ['By Ada Lind, Orvel', 'byline'],
    ['03.05.2021 14:20', 'byline'],
    ['ORVEL, May 3. /OTA/.', 'byline'],
    ['[Photo: the mill]', 'caption'],
    ['FILE PHOTO: Soldiers wait at the ford near Orvel, May 3, 2020', 'caption'],
    ['Paylaş: Facebook Twitter', 'share'],
    ['Acest site folosește cookie pentru o experiență mai bună.', 'cookie'],
    ['Citește și: Seceta din sud', 'related'],
    ['Read also: Why did the mill close?', 'related'],
    ['— article continues after this message —', 'advertisement'],
    ['You have reached your limit of free articles.', 'subscription'],
    ['Yorumlar (0)', 'comments'],
    ['The views expressed here are not those of the newspaper.', 'disclaimer'],
    ['© Orvel Times 2021', 'disclaimer'],
    ['Tags: mill, Orvel', 'metadata'],
    ['Page 2', 'metadata'],
    ['Letters: desk at orvel.example', 'contact'],
    ['شارك الخبر على فيسبوك وتويتر.', 'foreign-language'],
    ['Why the mill matters', 'heading'],
  ])('drops %s', (line, why) => {
    expect(fateOf(line)).toBe(why)
  })

  it.each([
    'No shots were fired.',
    'Photos of the wreck were released by the army on Sunday.',
    'Share of the blame lies with the garrison, the colonel said.',
    'Contact between the two staffs was broken off on 3 May 2021.',
    '“You may print and share what you like,” he said.',
    '• Three shells hit the mill, the mission counted',
    'ORVEL, May 3 (OTA) - Calm returned to the town by noon.',
    'The miller, who lost his son, was asked what he would do now and said he did not know',
  ])('keeps %s', (line) => {
    expect(fateOf(line)).toBeNull()
  })

  it('drops the lines after the text as other stories', () => {
    const { whys } = read({ text: [LEAD, SECOND, 'Drought in the south', 'Bread to stay cheap'].join('\n') })
    expect(whys).toEqual({ 'Drought in the south': 'related', 'Bread to stay cheap': 'related' })
  })

  it('takes a hard-wrapped block for one paragraph', () => {
    const wrapped = `${LEAD} ${SECOND}`.replaceAll(/(.{40,60}) /g, '$1\n')
    expect(read({ text: `${wrapped}\n\n${wrapped}` }).paragraphs).toEqual([wrapped, wrapped])
  })

  it('keeps a page of one line, whatever it looks like', () => {
    expect(read({ text: 'Blast in Orvel, two dead' }).paragraphs).toEqual(['Blast in Orvel, two dead'])
  })
})

describe('readText, title, date and language', () => {
  it('finds the headline that the page repeats and keeps it out of the body', () => {
    const title = 'Shells hit the mill at Orvel'
    const { report, paragraphs } = read({ text: `0 $\n500 $\n\n${title}\n\n\n${title}\n\n${LEAD}` })
    expect(report.title).toBe(title)
    expect(report.dropped.map(({ why }) => why)).toEqual(['donation', 'donation', 'title', 'doubled-title'])
    expect(paragraphs).toEqual([LEAD])
  })

  it('knows the given title with the name of the outlet behind it, and as a question', () => {
    const { whys } = read({
      title: 'Who shelled Orvel?',
      text: `Who shelled Orvel? - Orvel Times\nWho shelled Orvel?\n${LEAD}`,
    })
    expect(whys).toEqual({ 'Who shelled Orvel? - Orvel Times': 'title', 'Who shelled Orvel?': 'doubled-title' })
  })

  it('takes the headline from the end of a breadcrumb where it stands nowhere else', () => {
    expect(read({ text: `Home » World » Shells hit the mill at Orvel\n${LEAD}` }).report.title).toBe(
      'Shells hit the mill at Orvel',
    )
  })

  it.each([
    ['15.04.2020 17:42', '2020-04-15T17:42'],
    ['Published August 25, 2020 | 04:40 PM', '2020-08-25T16:40'],
    ['by admin | mart. 30, 2020 | World', '2020-03-30'],
    ['2020-03-17   0   Share', '2020-03-17'],
    ['Çarşamba, 5 Ağustos 2020', '2020-08-05'],
  ])('reads the day of publication from the line %s', (line, published) => {
    expect(read({ text: `${line}\n${LEAD}` }).report.published).toBe(published)
  })

  it('reads it from the dateline, and not where day and month may be swapped', () => {
    expect(read({ text: `ORVEL (OTA - 25th August, 2020) ${LEAD}` }).report.published).toBe('2020-08-25')
    expect(read({ text: `Posted 04/05/2020\n${LEAD}` }).report.published).toBeNull()
  })

  it('prefers the date given, also as feeds write it', () => {
    const page = { text: `15.04.2020\n${LEAD}`, published: 'Thu, 16 Apr 2020 08:00:00 GMT' }
    expect(read(page).report.published).toBe('2020-04-16T08:00')
  })

  it('calls a page English whose text is, whatever its menus are', () => {
    const menus = 'Ana Sayfa | Gündem | Dünya\nİlgili haberler\nBu haberi arkadaşlarınla paylaş'
    expect(read({ text: `${menus}\n${LEAD}\n${menus}` }).report.language).toBe('en')
  })
})

describe('readText, refusals', () => {
  it('names what was found and what was expected', () => {
    expect(refusedFor({ text: ' \n ' })).toBe('p: found no words, expected a page with text')
    expect(refusedFor({ text: LEAD, published: 'soon' })).toContain('p.published: found "soon"')
    expect(refusedFor({ text: 'Salı günü değirmene iki top mermisi düştü ve bir kişi yaralandı.' })).toContain(
      'language tr',
    )
    expect(refusedFor({ text: 'Во вторник гарнизон обстрелял мельницу, сообщил совет.' })).toContain('language ru')
  })

  it('refuses a page over its bounds', () => {
    const { bounds } = testRules
    expect(refusedFor({ text: LEAD }, { ...testRules, bounds: { ...bounds, maxSize: 10 } })).toContain('at most 10')
    expect(refusedFor({ text: LEAD }, { ...testRules, bounds: { ...bounds, maxBody: 20 } })).toContain('at most 20')
    let clock = 0
    const slow = { ...testRules, bounds: { ...bounds, now: () => (clock += 3_000) } }
    expect(refusedFor({ text: LEAD }, slow)).toContain('at most 2000 ms a page')
  })

  it('survives a word of half a megabyte of accents', () => {
    expect(refusedFor({ text: `a${'\u0301'.repeat(500_000)}` })).toBe('read')
  })

  it('answers any text with a sound report or a refusal', () => {
    const piece = fc.constantFrom(
      '\n',
      '\r\n',
      '\u2028',
      ' | ',
      '  ',
      '“',
      '"',
      '$5',
      '\ud800',
      LEAD,
      'By Ada',
      '3 May 2021',
      '© ',
    )
    const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 40 })
    fc.assert(
      fc.property(text, fc.option(fc.string()), (pieces, title) => {
        const result = readText({ id: 'p', text: pieces.join(''), title }, testRules)
        if (result.ok) expectSoundReport(result.value)
      }),
    )
  })
})
