import { TAG, type TokenRange, type Vocabulary, type Words } from '../../base/words/index.ts'
import type { Count, Harm } from '../../model/index.ts'

const KILLED = 'killed kill kills killing dead died dies dying martyred martyring slain slaughtered murdered executed'
const INJURED = 'injured injure injures injuring wounded wound wounds wounding hurt hurting maimed'
const LEAST = 'least than over'
const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'
/** How far from its verb a count may stand, in words. */
const REACH = 9

/** Reads how many were killed and injured in a range of tokens; null where nothing is told. */
export type HarmReader = (words: Words, range: TokenRange) => Harm | null

/** A reader whose words are entered into the vocabulary. */
export function createHarmReader(vocabulary: Vocabulary): HarmReader {
  const killed = idsOf(vocabulary, KILLED)
  const injured = idsOf(vocabulary, INJURED)
  const least = idsOf(vocabulary, LEAST)
  const numbers = numberTable(vocabulary)
  const articles = idsOf(vocabulary, 'a an')
  const stops = idsOf(vocabulary, 'when after as while')

  const numberAt = (words: Words, i: number): number | null => {
    const form = words.form[i]
    if (!form) return null
    const known = numbers.get(form.id)
    if (form.id > 0 && known !== undefined) return known
    return /^\d{1,3}(?:,\d{3})*$/.test(form.surface) ? Number(form.surface.replaceAll(',', '')) : null
  }
  const countAt = (words: Words, range: TokenRange, i: number): Count | null => {
    const value =
      numberAt(words, i) ?? (articles.has(words.form[i]?.id ?? -1) && isPerson(words, range, i + 1) ? 1 : null)
    if (value === null || isUnit(words, i + 1)) return null
    const before = words.form[i - 1]
    const open = i > range.first && before !== undefined && least.has(before.id)
    return open ? { min: value, max: null } : { min: value, max: value }
  }
  const seek = (
    words: Words,
    range: TokenRange,
    verb: number,
    step: 1 | -1,
    other: ReadonlySet<number>,
  ): Count | null => {
    for (let i = verb + step, n = 0; n < REACH && i >= range.first && i < range.last; i += step, n++) {
      const id = words.form[i]?.id ?? 0
      if (other.has(id) || stops.has(id)) return null
      const count = countAt(words, range, i)
      if (count) return count
    }
    return null
  }
  const find = (
    words: Words,
    range: TokenRange,
    own: ReadonlySet<number>,
    other: ReadonlySet<number>,
  ): Count | null => {
    for (let i = range.first; i < range.last; i++) {
      if (!own.has(words.form[i]?.id ?? -1)) continue
      const active = isActive(words, range, i)
      const count = seek(words, range, i, active ? 1 : -1, other) ?? seek(words, range, i, active ? -1 : 1, other)
      if (count) return count
    }
    return null
  }
  return (words, range) => {
    const dead = find(words, range, killed, injured)
    const hurt = find(words, range, injured, killed)
    return dead || hurt ? { killed: dead, injured: hurt } : null
  }
}

/** "killing two", "killed at least fifteen soldiers" look ahead; "were killed", "two killed", "dead" look back. */
function isActive(words: Words, range: TokenRange, verb: number): boolean {
  const lower = words.form[verb]?.lower ?? ''
  if (lower.endsWith('ing')) return true
  if (words.tag[verb + 1] === TAG.NUM && verb + 1 < range.last) return true
  if (words.tag[verb - 1] === TAG.NUM && verb > range.first) return false
  if (lower === 'dead' || lower === 'died' || words.tag[verb] === TAG.ADJ) return false
  for (let i = verb - 1; i >= Math.max(range.first, verb - 3); i--) {
    if (words.tag[i] === TAG.AUX) return !/^(?:was|were|been|be|is|are|being)$/.test(words.form[i]?.lower ?? '')
    if (words.tag[i] === TAG.NUM) return false
  }
  return words.tag[verb] === TAG.VERB
}

function isPerson(words: Words, range: TokenRange, at: number): boolean {
  for (let i = at; i < Math.min(range.last, at + 3); i++) {
    const lower = words.form[i]?.lower ?? ''
    if (
      /^(?:soldier|man|woman|child|boy|girl|civilian|officer|lieutenant|fighter|farmer|villager|resident|policeman|driver|person|journalist|guard|leader|conscript|sergeant|captain|nurse|teacher|worker)$/.test(
        lower,
      )
    )
      return true
  }
  return false
}

/** "six kilometres", "120 mm": a number of something else. */
function isUnit(words: Words, at: number): boolean {
  return /^(?:km|kilomet(?:er|re)s?|met(?:er|re)s?|mm|hours?|days?|weeks?|years?|months?|times|%|percent|minutes?|miles?|houses|villages|vehicles|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
    words.form[at]?.lower ?? '',
  )
}

function idsOf(vocabulary: Vocabulary, list: string): ReadonlySet<number> {
  return new Set(list.split(' ').map((w) => vocabulary.add(w)))
}

function numberTable(vocabulary: Vocabulary): ReadonlyMap<number, number> {
  const table = new Map<number, number>()
  for (const [value, word] of NUMBERS.split(' ').entries()) table.set(vocabulary.add(word), value)
  for (const [i, ten] of TENS.split(' ').entries()) {
    table.set(vocabulary.add(ten), 20 + 10 * i)
    for (const [unit, word] of NUMBERS.split(' ').entries()) {
      if (unit > 0 && unit < 10) table.set(vocabulary.add(`${ten}-${word}`), 20 + 10 * i + unit)
    }
  }
  return table
}
