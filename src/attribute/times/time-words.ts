import { SHAPE, TAG, type Vocabulary, type WordForm, type Words } from '../../base/words/index.ts'
import { NO_TIME_WORD, readFigures, type TimeWord } from './figures.ts'
import { KIND } from './kinds.ts'
import type { TimeLexicon } from './lexicon.ts'

/** What the token at a position means to an expression of time. */
export type TimeWordReader = (words: Words, token: number) => TimeWord

/** A reader of single words: those of the lexicon by their number, those in figures by their letters, remembered by spelling. */
export function createTimeWordReader(vocabulary: Vocabulary, lexicon: TimeLexicon): TimeWordReader {
  const table = createTable(vocabulary, lexicon)
  const figures = new WeakMap<WordForm, TimeWord>()

  const readUnlisted = (form: WordForm): TimeWord => {
    const known = figures.get(form)
    if (known) return known
    const made =
      (form.shape & SHAPE.digit) === 0 ? readPrefixed(form.lower, vocabulary, table) : readFigures(form.lower)
    figures.set(form, made)
    return made
  }

  return (words, token) => {
    const form = words.form[token]
    if (!form) return NO_TIME_WORD
    const listed = form.id > 0 ? table[form.id] : undefined
    if (listed) return isMeant(listed.kind, form, words.tag[token] ?? 0) ? listed : NO_TIME_WORD
    return (form.shape & (SHAPE.digit | SHAPE.hyphen)) === 0 ? NO_TIME_WORD : readUnlisted(form)
  }
}

function createTable(vocabulary: Vocabulary, lexicon: TimeLexicon): readonly (TimeWord | undefined)[] {
  const table: (TimeWord | undefined)[] = []
  for (const [name, words] of Object.entries(lexicon.words)) {
    const kind = KIND[name as keyof typeof lexicon.words]
    const possessive = lexicon.possessive.some((other) => other === name)
    for (const [word, value] of Object.entries(words)) {
      table[vocabulary.add(word)] = { kind, value }
      if (possessive) table[vocabulary.add(`${word}'s`)] = { kind, value }
    }
  }
  return Array.from(table)
}

/** "mid-March": the tagger keeps the prefix. */
function readPrefixed(lower: string, vocabulary: Vocabulary, table: readonly (TimeWord | undefined)[]): TimeWord {
  const cut = lower.indexOf('-') + 1
  const rest = table[vocabulary.find(lower.slice(cut))]
  const prefix = lower.slice(0, cut)
  if (!rest || !['mid-', 'early-', 'late-'].includes(prefix)) return NO_TIME_WORD
  if (rest.kind === KIND.month) return { kind: KIND.earlyMonth, value: rest.value }
  return rest.kind === KIND.daypart || rest.kind === KIND.season ? rest : NO_TIME_WORD
}

/** Names of months, days and zones are capitalised; "may" and "march" are verbs otherwise. */
function isMeant(kind: number, form: WordForm, tag: number): boolean {
  switch (kind) {
    case KIND.month:
      return (form.shape & SHAPE.capital) !== 0 && tag !== TAG.AUX && (tag !== TAG.VERB || form.lower !== 'march')
    case KIND.weekday:
    case KIND.shortWeekday:
    case KIND.feast:
    case KIND.named:
      return (form.shape & SHAPE.capital) !== 0
    case KIND.zone:
      return (form.shape & SHAPE.upper) !== 0
    default:
      return true
  }
}
