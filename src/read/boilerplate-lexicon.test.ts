import { describe, expect, it } from 'vitest'
import { parseBoilerplateLexicon, SMALL_WORD } from './boilerplate-lexicon.ts'
import { foldWord } from './fold.ts'

const CONTENT = {
  cues: { share: { word: ['paylaş'], start: ['share this'] }, caption: { word: ['share'] } },
  englishWords: 'the of in',
  verbWords: 'was',
  addressWords: 'you',
  foreignWords: { tr: 've bir', xx: 'in u' },
  months: { 3: 'March Mar březen' },
}

describe('parseBoilerplateLexicon', () => {
  it('finds cues by their first word, the longest first', () => {
    const { words } = parseBoilerplateLexicon(CONTENT)
    expect(words.get('share')?.cues.map(({ reason, words }) => [reason, words.length])).toEqual([
      ['share', 2],
      ['caption', 1],
    ])
    expect(words.get('paylas')?.cues[0]?.strength).toBe('word')
  })

  it('counts words that English has too, and single letters, as no foreign words', () => {
    const { words } = parseBoilerplateLexicon(CONTENT)
    expect(words.get('in')?.small).toBe(SMALL_WORD.english)
    expect(words.get('u')).toBeUndefined()
    expect(words.get('ve')?.small).toBe(SMALL_WORD.foreign)
    expect(words.get('was')?.small).toBe(SMALL_WORD.english | SMALL_WORD.verb)
  })

  it('throws on a reason that the record does not know', () => {
    expect(() => parseBoilerplateLexicon({ ...CONTENT, cues: { noise: { word: ['x'] } } })).toThrow(/noise/)
  })
})

describe('foldWord', () => {
  it('makes spellings of one word one', () => {
    expect(['ŞİMDİ', 'şimdi', 'Simdi', 'şımdi'].map(foldWord)).toEqual(['simdi', 'simdi', 'simdi', 'simdi'])
    expect(foldWord('Citiți')).toBe('cititi')
  })
})
