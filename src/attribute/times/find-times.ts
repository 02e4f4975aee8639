import { elementAt } from '../../base/element-at.ts'
import { parseDay, type PlainDate } from '../../base/calendar.ts'
import { sliceSpan } from '../../base/span.ts'
import type { Vocabulary, Words } from '../../base/words/index.ts'
import type { TimeMention, TimeReference } from '../../model/index.ts'
import { createAtomReader } from './atoms.ts'
import { createPhraseMatcher } from './automaton.ts'
import type { TimeLexicon } from './lexicon.ts'
import { MEANINGS } from './meanings.ts'
import type { MeaningName } from './meaning-names.ts'
import type { Moment } from './moment.ts'
import { Phrase } from './phrase.ts'
import { layOutPhrases } from './phrases.ts'
import { createTenseReader } from './tense.ts'

/** Finds the expressions of time in a text, in their order, and resolves them against the day of publication. */
export type TimeFinder = (words: Words, published: PlainDate | null) => readonly TimeMention[]

/**
 * A finder over a lexicon whose words get their numbers from the vocabulary. Of two expressions that overlap the longer one from the
 * left is taken. Those that fix no interval carry nulls; so do all that need a day of publication where `published` is null or no day.
 * Throws a SyntaxError where a phrase of the lexicon names an unknown kind.
 */
export function createTimeFinder(vocabulary: Vocabulary, lexicon: TimeLexicon): TimeFinder {
  const readAtoms = createAtomReader(vocabulary, lexicon)
  const tenseOf = createTenseReader(vocabulary, lexicon)
  const net = layOutPhrases(lexicon)
  const longestAt = createPhraseMatcher(net)

  return (words, published) => {
    const atoms = readAtoms(words)
    const mentions: TimeMention[] = []
    let moment = openingMoment(published)
    for (let at = 0; at < atoms.count;) {
      const { rule: index, start, end } = longestAt(atoms, at)
      const rule = elementAt(net.rules, index)
      at = rule ? end : at + 1
      if (!rule) continue
      const phrase = new Phrase(words, atoms, start, end, tenseOf)
      const reference = MEANINGS[rule.means](phrase, moment)
      if (reference === 'nothing') continue
      mentions.push(mentionOf(words, phrase, reference))
      moment = momentAfter(moment, rule.means, reference, phrase.paragraph)
    }
    return mentions
  }
}

function openingMoment(published: PlainDate | null): Moment {
  return { published: published === null ? null : parseDay(published), day: null, dayParagraph: -1, quarter: null }
}

function momentAfter(moment: Moment, means: MeaningName, reference: TimeReference | null, paragraph: number): Moment {
  if (reference === null) return moment
  if (means === 'quarter' || means === 'sameQuarter') return { ...moment, quarter: reference }
  const from = reference.from.slice(0, 10)
  if (from !== reference.to.slice(0, 10)) return moment
  return { ...moment, day: parseDay(from), dayParagraph: paragraph }
}

const UNFIXED = { from: null, to: null, precision: null } as const

function mentionOf(words: Words, phrase: Phrase, reference: TimeReference | null): TimeMention {
  const last = words.form[phrase.last]?.lower ?? ''
  const possessive = last.length > 2 && last.endsWith("'s") ? 2 : 0
  const span = sliceSpan(words.text, words.start[phrase.first] ?? 0, (words.end[phrase.last] ?? 0) - possessive)
  return { ...span, ...(reference ?? UNFIXED) }
}
