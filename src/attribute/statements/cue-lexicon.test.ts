import { describe, expect, test } from 'vitest'
import { createVocabulary } from '../../base/words/index.ts'
import { CUE_KINDS, NOUN_CUE, parseCueLexicon } from './cue-lexicon.ts'

const YAML = `
say:
  verbs: [tell, reply, note]
  nouns: [statement]
deny:
  verbs: [deny]
irregular:
  tell: [tells, told, telling]
relays:
  words: [agency]
  names: [interfax]
`

describe('the cue lexicon', () => {
  const vocabulary = createVocabulary()
  const lexicon = parseCueLexicon(YAML, vocabulary)
  const kindOf = (word: string) => lexicon.kindOf[vocabulary.find(word)]

  test('makes the regular forms of verbs and takes the irregular ones', () => {
    for (const word of ['tell', 'told', 'replied', 'replies', 'noting', 'noted']) {
      expect(kindOf(word)).toBe(CUE_KINDS.indexOf('say'))
    }
    expect(kindOf('denies')).toBe(CUE_KINDS.indexOf('deny'))
  })

  test('marks nouns apart from verbs', () => {
    expect(kindOf('statements')).toBe(CUE_KINDS.indexOf('say') + NOUN_CUE)
  })

  test('knows the media that relay', () => {
    expect(lexicon.relay[vocabulary.find('interfax')]).toBe(1)
    expect(lexicon.relay[vocabulary.find('told')]).toBe(0)
  })

  test('refuses a file that is no mapping', () => {
    expect(() => parseCueLexicon('just words', createVocabulary())).toThrow(TypeError)
  })
})
