import { parseFeed } from 'htmlparser2'
import { parseAtomFeed } from 'feedsmith'
import * as fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { draftBulletin } from '../draft-bulletin.ts'
import { writeFeed } from '../feed.ts'
import { FACTS, recordOf, recordOfMany, SCOPE } from '../record.fixture.ts'
import { drawAnnexPages, drawBulletin } from './draw-bulletin.ts'

const draw = { roads: [], nameOf: FACTS.nameOf }

describe('the page of a bulletin', () => {
  it('stays under 60 kB, however many incidents it tells of', () => {
    for (const count of [0, 1, 50, 5_000]) {
      const { text } = drawBulletin(draftBulletin(recordOfMany(count), SCOPE, FACTS), draw)
      expect([count, Buffer.byteLength(text) < 60_000]).toEqual([count, true])
    }
  })

  it('has no script, and no address that could run one', () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1)'
    const input = recordOf([{ id: 'a', words: hostile, title: hostile, speaker: hostile }])
    const { text } = drawBulletin(draftBulletin(input, SCOPE, FACTS), draw)
    const { document } = parseHTML(text)
    expect(document.querySelectorAll('script, [onerror], [onclick], img').length).toBe(0)
    expect(
      [...document.querySelectorAll('a')].filter((a) => /^javascript/i.test(a.getAttribute('href') ?? '')),
    ).toEqual([])
  })

  it('keeps the words of any report as words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
        const { text } = drawBulletin(draftBulletin(recordOf([{ id: 'a', words: `x${words}` }]), SCOPE, FACTS), draw)
        expect(parseHTML(text).document.querySelectorAll('main').length).toBe(1)
      }),
      { numRuns: 50 },
    )
  })

  it('leads from each incident to one that stands on it, or on the page of the annex that is named', () => {
    const bulletin = draftBulletin(recordOfMany(130), SCOPE, FACTS)
    const pages = new Map(
      [drawBulletin(bulletin, draw), ...drawAnnexPages(bulletin, draw)].map(({ file, text }) => [file, text]),
    )
    for (const [file, text] of pages) {
      for (const a of parseHTML(text).document.querySelectorAll('a[href*="#i-"]')) {
        const [to = '', id = ''] = (a.getAttribute('href') ?? '').split('#')
        expect([file, id, pages.get(to || file)?.includes(`id="${id}"`)]).toEqual([file, id, true])
      }
    }
  })

  it('has no link to a place that is not on it', () => {
    const bulletin = draftBulletin(recordOfMany(400), SCOPE, FACTS)
    for (const { text } of [drawBulletin(bulletin, draw), ...drawAnnexPages(bulletin, draw)].slice(0, 3)) {
      const { document } = parseHTML(text)
      const lost = [...document.querySelectorAll('a[href^="#"]')]
        .map((a) => a.getAttribute('href')?.slice(1) ?? '')
        .filter((id) => !document.getElementById(id))
      expect(lost).toEqual([])
    }
  })

  it('has a title for every section and a text for every picture', () => {
    const { document } = parseHTML(drawBulletin(draftBulletin(recordOfMany(20), SCOPE, FACTS), draw).text)
    for (const section of document.querySelectorAll('section'))
      expect(document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent).toBeTruthy()
    for (const picture of document.querySelectorAll('[role=img]'))
      expect(picture.getAttribute('aria-label')).toBeTruthy()
  })

  it('shows pictures in full size by a button of the keyboard, and by a plain link', () => {
    const image = {
      report: 'report-a',
      file: 'a.jpg',
      fullFile: 'a-full.jpg',
      width: 640,
      height: 400,
      alt: 'A road',
      credit: 'Photo: Line',
    }
    const bulletin = draftBulletin(recordOf([{ id: 'a' }]), SCOPE, { ...FACTS, images: [image] })
    const { document } = parseHTML(drawBulletin(bulletin, draw).text)
    const target = document.querySelector('button[popovertarget]')?.getAttribute('popovertarget')
    expect(document.getElementById(target ?? '')?.getAttribute('role')).toBe('dialog')
    expect(document.querySelector('a[href="a-full.jpg"]')?.textContent).toBe('Full size')
  })

  it('shows the bar of support only where a site sets it, with its sum in words', () => {
    const bulletin = draftBulletin(recordOf([]), SCOPE, FACTS)
    expect(drawBulletin(bulletin, draw).text).not.toContain('<progress')
    const support = {
      steps: [0, 2500, 5000],
      raised: 3492,
      currency: '$',
      appeal: 'Consider helping us.',
      address: null,
    }
    const { document } = parseHTML(drawBulletin(bulletin, { ...draw, support }).text)
    expect(document.querySelector('progress')?.getAttribute('value')).toBe('3492')
    expect(document.querySelector('label[for=raised]')?.textContent).toBe('Raised: 3,492 $ of 5,000 $')
  })
})

describe('the feed', () => {
  it('is Atom that two parsers read alike', () => {
    const bulletin = draftBulletin(recordOf([{ id: 'a', words: 'x & <y>' }]), SCOPE, FACTS)
    const site = {
      name: 'A & B',
      address: 'https://site.example/',
      published: new Map([['2020-03-16', '2020-03-16T17:45:00Z']]),
    }
    const text = writeFeed([bulletin], site)
    const feed = parseAtomFeed(text)
    expect(feed.entries?.map(({ id, updated }) => [id, updated])).toEqual([
      ['https://site.example/2020-03-16/', '2020-03-16T17:45:00.000Z'],
    ])
    expect(feed.title?.value).toBe('A & B: bulletins')
    expect(parseFeed(text)?.items.map(({ title }) => title)).toEqual(['Test case: bulletin of 16 March 2020'])
  })
})
