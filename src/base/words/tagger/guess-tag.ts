import { TAG } from '../words.ts'
import { CATEGORY } from './split-rules.ts'
import { SPACE_TAG } from './word-kind.ts'

const BY_CATEGORY = new Map<number, number>([
  [CATEGORY.unknown, TAG.X],
  [CATEGORY.number, TAG.NUM],
  [CATEGORY.url, TAG.SYM],
  [CATEGORY.email, TAG.SYM],
  [CATEGORY.mention, TAG.PROPN],
  [CATEGORY.hashtag, TAG.SYM],
  [CATEGORY.emoji, TAG.SYM],
  [CATEGORY.emoticon, TAG.SYM],
  [CATEGORY.time, TAG.SYM],
  [CATEGORY.ordinal, TAG.PRON],
  [CATEGORY.currency, TAG.SYM],
  [CATEGORY.punctuation, TAG.PUNCT],
  [CATEGORY.symbol, TAG.SYM],
  [CATEGORY.lineBreak, SPACE_TAG],
  [CATEGORY.decade, TAG.NUM],
])

const ADJECTIVE_ENDS = ['able', 'tish', 'like', 'less', 'ous', 'ful', 'ary', 'ier', 'est', 'fy', 'ky']
const NAME_ENDS = ['llah', 'stan', 'gton', 'abad', 'land', 'tnam', 'pur']
const BY_END = new Map<string, number>([
  ...ADJECTIVE_ENDS.map((end) => [end, TAG.ADJ] as const),
  ...NAME_ENDS.map((end) => [end, TAG.PROPN] as const),
  ...['ity', 'ion', 'es', 'er', 'or'].map((end) => [end, TAG.NOUN] as const),
  ['ing', TAG.VERB],
  ['ed', TAG.VERB],
  ['ly', TAG.ADV],
])
const BY_BEGINNING = new Map<string, number>([
  ['cross', TAG.NOUN],
  ['anti', TAG.ADJ],
  ['post', TAG.ADJ],
  ['non', TAG.ADJ],
])

const LOWER_CASE = /^[a-z][a-z\-–—.]*$/
const TITLE_CASE = /^[A-Z][a-z\-–—.]*$/

/**
 * The likeliest tag of a spelling that the lexicon lacks.
 * @param baseTag that of its spelling in lower case, null if the lexicon lacks that too
 */
export function guessTag(spelling: string, category: number, baseTag: number | null): number {
  const tag = category === CATEGORY.word ? guessWord(spelling, baseTag) : BY_CATEGORY.get(category)
  return tag || (TITLE_CASE.test(spelling) ? TAG.PROPN : TAG.NOUN)
}

/** What is a noun or adjective in small letters is a name in capitals. */
function guessWord(spelling: string, baseTag: number | null): number {
  if (baseTag !== null) return baseTag === TAG.NOUN || baseTag === TAG.ADJ ? TAG.PROPN : baseTag
  if (!LOWER_CASE.test(spelling)) return TAG.PROPN
  const byEnd = BY_END.get(spelling.slice(-4)) ?? BY_END.get(spelling.slice(-3)) ?? BY_END.get(spelling.slice(-2))
  const byBeginning = [5, 4, 3].map((length) => BY_BEGINNING.get(spelling.slice(0, length))).find((tag) => tag)
  return byEnd ?? byBeginning ?? TAG.NOUN
}
