/** Spells out the forms of English verbs and nouns, so that a lexicon lists lemmas and the text is matched by form. */

/** Past and participle of verbs that do not take -ed, by lemma: `break → [broke, broken]`. */
export type IrregularVerbs = ReadonlyMap<string, readonly string[]>

/** All forms of a verb: base, -s, -ing, past, participle. */
export function verbForms(lemma: string, irregular: IrregularVerbs): readonly string[] {
  const past = irregular.get(lemma) ?? [withEd(lemma)]
  const british = /[^l]el$/.test(lemma) ? [`${lemma}led`, `${lemma}ling`] : []
  return [...new Set([lemma, withS(lemma), withIng(lemma), ...past, ...british])]
}

/** Singular and plural of a noun. A hyphenated or plural-only word is given as it is, with an s-form where regular. */
export function nounForms(lemma: string): readonly string[] {
  const plural = IRREGULAR_PLURALS.get(lemma)
  return plural ? [lemma, plural] : [lemma, withS(lemma)]
}

const IRREGULAR_PLURALS = new Map([
  ['man', 'men'],
  ['woman', 'women'],
  ['child', 'children'],
  ['person', 'people'],
  ['policeman', 'policemen'],
  ['serviceman', 'servicemen'],
  ['gunman', 'gunmen'],
  ['militiaman', 'militiamen'],
  ['rifleman', 'riflemen'],
  ['aircraft', 'aircraft'],
  ['personnel', 'personnel'],
  ['schoolchild', 'schoolchildren'],
  ['crisis', 'crises'],
  ['it', 'it'],
  ['them', 'them'],
  ['us', 'us'],
  ['me', 'me'],
  ['him', 'him'],
  ['her', 'her'],
])

const VOWELS = 'aeiou'
/** Final consonant is doubled also where the last of several syllables is stressed. */
const DOUBLING = new Set([
  'regret',
  'commit',
  'permit',
  'refer',
  'transfer',
  'deter',
  'admit',
  'kidnap',
  'repel',
  'expel',
  'control',
  'patrol',
  'shell',
])

function withS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`
  if (word.endsWith('y') && !VOWELS.includes(word.at(-2) ?? 'a')) return `${word.slice(0, -1)}ies`
  return `${word}s`
}

function withEd(word: string): string {
  if (word.endsWith('e')) return `${word}d`
  if (word.endsWith('y') && !VOWELS.includes(word.at(-2) ?? 'a')) return `${word.slice(0, -1)}ied`
  return `${doubled(word)}ed`
}

function withIng(word: string): string {
  if (word.endsWith('ie')) return `${word.slice(0, -2)}ying`
  if (word.endsWith('e') && !word.endsWith('ee')) return `${word.slice(0, -1)}ing`
  return `${doubled(word)}ing`
}

function doubled(word: string): string {
  const short = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(word)
  return short || (DOUBLING.has(word) && !word.endsWith('ll')) ? word + (word.at(-1) ?? '') : word
}
