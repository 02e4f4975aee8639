import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../index.ts'
import { expectSoundReport, testRules } from '../testing.ts'

const SENTENCES = [1, 2, 3, 4, 5].map(
  (n) => `On day ${n} the garrison shelled the mill at Orvel, the council said, and two people were hurt.`,
)

function page(parts: { readonly head?: string; readonly before?: string; readonly after?: string }): string {
  const text = SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('')
  return `<!doctype html><html><head>${parts.head ?? ''}</head><body>${parts.before ?? ''}<article>${text}</article>${parts.after ?? ''}</body></html>`
}

function read(html: string) {
  const result = readHtml({ id: 'p', html }, testRules)
  if (!result.ok) throw new Error(result.failure.message)
  expectSoundReport(result.value)
  const { text, body, dropped } = result.value
  return {
    report: result.value,
    paragraphs: body.map(({ start, end }) => text.slice(start, end)),
    whys: Object.fromEntries(dropped.map((span) => [span.text, span.why])),
  }
}

function codeOf(html: string, rules = testRules): string {
  const result = readHtml({ id: 'p', html }, rules)
  return result.ok ? 'ok' : result.failure.code
}

describe('readHtml', () => {
  it('keeps the paragraphs of the article and drops menu, caption, share bar, teasers and footer with their reasons', () => {
    const { paragraphs, whys } = read(
      page({
        before:
          '<nav><ul><li><a href=w>World</a></ul></nav><h1>Shells hit the mill at Orvel</h1><figure><figcaption>The mill before the war.</figcaption></figure>',
        after:
          '<div class="share-bar">Facebook Twitter</div><aside><p>The army chief resigned on Monday, the ministry said.</p></aside><footer>Orvel Times</footer>',
      }),
    )
    expect(paragraphs).toEqual(SENTENCES)
    expect(whys).toEqual({
      World: 'navigation',
      'Shells hit the mill at Orvel': 'title',
      'The mill before the war.': 'caption',
      'Facebook Twitter': 'share',
      'The army chief resigned on Monday, the ministry said.': 'related',
      'Orvel Times': 'masthead',
    })
  })

  it('takes neither scripts nor styles nor hidden parts for text', () => {
    const { report } = read(
      page({
        before:
          '<script>var a = "<p>fired</p>"</script><style>p{}</style><p hidden>Hidden words.</p><p style="display: none">More.</p>',
      }),
    )
    expect(report.text).toBe(SENTENCES.join('\n'))
  })

  it('reads title, outlet and date from JSON-LD before meta tags', () => {
    const linked = {
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: 'Mill shelled',
          datePublished: '2021-05-03T08:00:00Z',
          publisher: { name: 'Orvel Times' },
        },
      ],
    }
    const { report } = read(
      page({
        head: `<meta property="og:title" content="Other"><script type="application/ld+json">${JSON.stringify(linked)}</script>`,
      }),
    )
    expect(report).toMatchObject({ title: 'Mill shelled', outlet: 'Orvel Times', published: '2021-05-03T08:00:00Z' })
  })

  it('cuts the name of the outlet off the title of the page', () => {
    expect(read(page({ head: '<title>Mill shelled at dawn | Orvel Times</title>' })).report.title).toBe(
      'Mill shelled at dawn',
    )
  })

  it('parts the paragraphs of an old page at its line breaks', () => {
    const cells = `<table><tr><td><a href=1>Home</a></td><td>${SENTENCES.join('<br><br>')}</td></tr></table>`
    expect(read(cells).paragraphs).toEqual(SENTENCES)
  })

  it('ignores marks that stand on a wrapper of the whole page', () => {
    const wrapped = `<div class="content-sidebar related">${SENTENCES.map((s) => `<p>${s}</p>`).join('')}</div>`
    expect(read(wrapped).paragraphs).toEqual(SENTENCES)
  })

  it('refuses a page nested too deep before building its tree', () => {
    expect(codeOf('<div>'.repeat(100_000))).toBe('too-deep')
    expect(codeOf('<ul><li>'.repeat(1_000))).toBe('too-deep')
  })

  it('refuses a page of too many elements, attributes or stray marks', () => {
    expect(codeOf('<b></b>'.repeat(60_001))).toBe('too-large')
    expect(codeOf(`<p ${'a=1 '.repeat(2_000)}>x</p>`)).toBe('too-large')
    expect(codeOf('<'.repeat(300_000))).toBe('too-large')
  })

  it('refuses a class of so many names that the tree cannot be built', () => {
    expect(codeOf(`<p class="${'a '.repeat(500_000)}">x</p>`)).toBe('not-a-page')
  })

  it('refuses a page whose time is up', () => {
    let clock = 0
    const bounds = { ...testRules.bounds, now: () => (clock += 1_500) }
    expect(codeOf(page({}), { ...testRules, bounds })).toBe('too-slow')
  })

  it('answers any markup with a sound report or a refusal', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="nav">',
      '</div>',
      '<a href=x>',
      '<br>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<td>',
      '&amp;',
      '"',
      '<h1>',
      'The mill was shelled, he said.',
      '\ud800',
      '<svg><p>',
      '<template>',
      '<body>',
      '</html>',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (pieces) => {
        const result = readHtml({ id: 'p', html: pieces.join('') }, testRules)
        if (result.ok) expectSoundReport(result.value)
      }),
      { numRuns: 300 },
    )
  })
})
