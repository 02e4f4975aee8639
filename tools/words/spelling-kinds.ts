import { TAG } from '../../src/base/words/index.ts'
import { PASSED_OVER, type WordKind } from '../../src/base/words/tagger/index.ts'
import { eventOfHint } from './convert-machine.ts'
import { tagNumbers } from './tag-numbers.ts'
import type { WinkModel } from './wink-model.ts'

/** Hint of a quote that closes after a word and may open after a space, and the hint it then has. */
const AMBIGUOUS_QUOTE = 4
const SPACED_QUOTE = 6
/** Hints of abbreviations, and of those that are one letter and a full stop. */
export const ABBREVIATION = 7
const INITIAL = 8
/** The spelling that the sentence machine passes over. */
const LINE_BREAK = '\n'

/** Symbols of the machines by the model's events. */
export interface Symbols {
  readonly sentences: ReadonlyMap<number, number>
  readonly tags: ReadonlyMap<number, number>
}

/** Works out kinds of spellings; those that behave alike get one number. */
export interface SpellingKinds {
  /** `tag`: where it is fixed, as of a contraction's part. */
  readonly kindOf: (spelling: number, normal?: number, tag?: number) => number
  readonly all: () => readonly WordKind[]
}

/** Kinds by the properties that the model has of spellings: a lookup for each token there is one for each spelling here. */
export function createSpellingKinds(wink: WinkModel, symbols: Symbols): SpellingKinds {
  const { property } = wink
  const tagOf = tagNumbers(wink.features.pos.list)
  const numbers = new Map<string, number>()
  const normalOf = (spelling: number) => mappedOf(wink, spelling) ?? spelling + property(spelling, 'normal')

  return {
    kindOf: (spelling, normal = normalOf(spelling), tag) => {
      const hint = property(spelling, 'posHint')
      const base = wink.partsOf(spelling)[0]?.[0] ?? spelling
      const kind: WordKind = {
        tag: tagOf(tag ?? (property(mappedOf(wink, spelling) ?? spelling, 'pos') || TAG.NOUN)),
        fixed: tag !== undefined,
        baseTag: tagOf(property(base, 'pos')),
        mayBe: tagsOfCluster(wink, property(normal, 'lexemeCID')),
        tagSymbol: hint ? (symbols.tags.get(eventOfHint(hint)) ?? 0) : 0,
        joinedSymbol: sentenceSymbol(wink, symbols.sentences, spelling, normal, false),
        spacedSymbol: sentenceSymbol(wink, symbols.sentences, spelling, normal, true),
      }
      const key = JSON.stringify(kind)
      if (!numbers.has(key)) numbers.set(key, numbers.size)
      return numbers.get(key) ?? 0
    },
    all: () => [...numbers.keys()].map((key) => JSON.parse(key) as WordKind),
  }
}

/** Tags of one of the model's sets, as bits. */
export function tagsOfCluster({ features }: WinkModel, cluster: number): number {
  const tagOf = tagNumbers(features.pos.list)
  return [...(features.posClusters.list[cluster] ?? [])].reduce((bits, tag) => bits | (1 << tagOf(tag)), 0)
}

/** The usual spelling that the model has for a rare one, under "lemma". */
function mappedOf({ property }: WinkModel, spelling: number): number | null {
  return property(spelling, 'isSpellingMapped') ? property(spelling, 'lemma') : null
}

function sentenceSymbol(
  { property, features }: WinkModel,
  symbols: ReadonlyMap<number, number>,
  spelling: number,
  normal: number,
  isSpaced: boolean,
): number {
  const text = features.lexeme.list[normal] ?? ''
  if (text === LINE_BREAK) return PASSED_OVER
  const hint = property(normal, 'sbdHint') || property(spelling, 'sbdHint')
  const heard = hint === AMBIGUOUS_QUOTE && isSpaced ? SPACED_QUOTE : hint
  if (heard) return symbols.get(eventOfHint(heard)) ?? 0
  if (property(normal, 'isAbbrev')) return symbols.get(eventOfHint(text.length === 2 ? INITIAL : ABBREVIATION)) ?? 0
  return symbols.get(normal) ?? 0
}
