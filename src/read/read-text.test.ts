import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseBoilerplateLexicon, readText, usualBounds, type PageFacts } from './index.ts'

const lexicon = parseBoilerplateLexicon(parse(readFileSync('data/lexicon/boilerplate.yaml', 'utf8')))
const rules = { lexicon, bounds: usualBounds(() => 0) }

function read(page: Partial<PageFacts> & { readonly text: string }) {
  const result = readText({ id: 'p', ...page }, rules)
  if (!result.ok) throw new Error(result.failure.message)
  const { value } = result
  return {
    ...value,
    paragraphs: value.body.map(({ start, end }) => value.text.slice(start, end)),
    whys: Object.fromEntries(value.dropped.map((span) => [span.text, span.why])),
  }
}

const LEAD =
  'Two shells fell on the mill at Orvel on Tuesday, the district council said, and one of them did not explode.'
const SECOND = 'The garrison had no comment. Its colonel is to meet the observers at the ford tomorrow.'

describe('readText', () => {
  it('keeps the paragraphs and drops menu, byline, caption and share line with their reasons', () => {
    const report = read({
      text: [
        'Home | World | Sport | Weather',
        'By Ada Lind',
        LEAD,
        '[Photo: the mill]',
        SECOND,
        'Paylaş: Facebook Twitter',
      ].join('\n'),
    })
    expect(report.paragraphs).toEqual([LEAD, SECOND])
    expect(report.whys).toEqual({
      'Home | World | Sport | Weather': 'navigation',
      'By Ada Lind': 'byline',
      '[Photo: the mill]': 'caption',
      'Paylaş: Facebook Twitter': 'share',
    })
  })

  it('finds the headline that the page repeats and keeps it out of the body', () => {
    const report = read({
      text: `0 $\n500 $\n\nShells hit the mill at Orvel\n\n\nShells hit the mill at Orvel\n\n${LEAD}`,
    })
    expect(report.title).toBe('Shells hit the mill at Orvel')
    expect(report.dropped.map(({ why }) => why)).toEqual(['donation', 'donation', 'title', 'doubled-title'])
  })
})
