import { globSync, readFileSync } from 'node:fs'
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import winkModel from 'wink-eng-lite-web-model'
import winkNlp from 'wink-nlp'
import { taggerModel } from '../model.fixture.ts'
import { TAG } from '../words.ts'
import { createTagger } from './index.ts'
import { SPACE_TAG } from './word-kind.ts'

const TAG_NAMES = new Map<number, string>([
  ...Object.entries(TAG).map(([name, tag]) => [tag, name] as const),
  [SPACE_TAG, 'SPACE'],
])

const EXAMPLES = globSync('../../../../cases/*/examples/*.txt', { cwd: import.meta.dirname })
  .flatMap((file) => readFileSync(new URL(file, import.meta.url), 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')

const SENTENCES = [
  'Mr. Demir said: "We can\'t stay." He didn’t say why; the U.S.-backed side won\'t either.',
  'Fire at 07:30 a.m. on 12/04/2020 killed 1,200-odd sheep (so the herdsmen) -- nobody else.',
  'Write to desk@example.org, see https://example.org/a?b=1 or #Idlib @desk :-) 40th 1990s €5 5% 😀.',
  'She said\u00a0so. “Never again,” they wrote… O.K.! Dr. Aziz, Gen. Orlov et al. disagreed?',
  'an anti-tank shell, mid-2019, ex-rebels, a well-known ceasefire-line village, M4/M5, A.B. and a.b.c',
]

/** Tokens, tags and whether a sentence ends there, as one line each. */
function tagBy(tag: ReturnType<typeof createTagger<string>>, text: string): readonly string[] {
  const { count, token, tag: tags, isLast } = tag(text, 0, text.length)
  return Array.from({ length: count }, (_, i) =>
    [token[i]?.form, TAG_NAMES.get(tags[i] ?? 0), i < count - 1 && isLast[i] === 1].join(' '),
  )
}

const create = () => createTagger(taggerModel, (spelling) => spelling)

describe('the tagger', () => {
  it('cuts, tags and ends sentences as wink-nlp does', () => {
    const texts = [...SENTENCES, ...EXAMPLES]
    const tag = create()
    expect(texts.map((text) => tagBy(tag, text))).toEqual(texts.map(createPeer()))
  })

  it('says the same of a text whatever it read before', () => {
    const tag = create()
    const texts = ["to Mr. Trump's wall (Trump's) and Trump's-like", ...SENTENCES]
    const there = texts.map((text) => tagBy(tag, text))
    const back = texts.toReversed().map((text) => tagBy(create(), text))
    expect(back.toReversed()).toEqual(there)
  })

  it('gives tokens that stand in the text, in order, and leaves out nothing but white space', () => {
    const tag = create()
    const unit = oneof(string({ unit: 'binary' }), constantFrom(...SENTENCES, 'a-', "'s", '.', '\n', ' ', '\u3000'))
    assert(
      property(array(unit, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        const { count, token, chunkStart } = tag(text, 0, text.length)
        let end = 0
        for (let i = 0; i < count; i++) {
          const [at, one] = [chunkStart[i] ?? 0, token[i]]
          const start = at + (one?.start ?? 0)
          expect(text.slice(end, start).trim()).toBe('')
          end = at + (one?.end ?? 0)
          expect(text.slice(start, end)).toBe(one?.form)
        }
        expect(text.slice(end).trim()).toBe('')
      }),
    )
  })

  it('cuts what has no white space into bounded pieces', () => {
    const text = 'http://a'.repeat(1_000)
    const { token, count } = create()(text, 0, text.length)
    const longest = Math.max(...token.slice(0, count).map(({ start, end }) => end - start))
    expect(longest).toBeLessThanOrEqual(500)
  })
})

/** wink-nlp, which learns spellings as it reads: so the texts here hold none that it would cut otherwise the second time. */
function createPeer(): (text: string) => readonly string[] {
  const nlp = winkNlp(winkModel, ['sbd', 'pos'])
  return (text) => {
    const document = nlp.readDoc(text)
    const values = document.tokens().out(nlp.its.value)
    const tags = document.tokens().out(nlp.its.pos) as string[]
    const spans = document.sentences().out(nlp.its.span) as unknown as [number, number][]
    const ends = new Set(spans.slice(0, -1).map(([, last]) => last))
    return values.map((value, i) => [value, tags[i], ends.has(i)].join(' '))
  }
}
