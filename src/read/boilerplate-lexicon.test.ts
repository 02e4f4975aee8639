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
    const { cues } = parseBoilerplateLexicon(CONTENT)
    expect(cues.get('share')?.map(({ reason, words }) => [reason, words.length])).toEqual([
      ['share', 2],
      ['caption', 1],
    ])
    expect(cues.get('paylas')?.[0]?.strength).toBe('word')
  })

  it('counts words that English has too, and single letters, as no foreign words', () => {
    const { smallWords } = parseBoilerplateLexicon(CONTENT)
    expect(smallWords.get('in')).toBe(SMALL_WORD.english)
    expect(smallWords.get('u')).toBeUndefined()
    expect(smallWords.get('ve')).toBe(SMALL_WORD.foreign)
    expect(smallWords.get('was')).toBe(SMALL_WORD.english | SMALL_WORD.verb)
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
