import type { Interval } from '../../base/span.ts'
import type { TokenRange, Words } from '../../base/words/index.ts'
import type { PlaceMention, TimeMention } from '../../model/index.ts'
import { extendNoun, type Clause, type ParsedSentence } from '../clauses/index.ts'
import { CLASS_WIDTH, type ActTable, type ClassSet } from './act-table.ts'

/** What the rules look at while they read one sentence of a page. */
export interface Scene {
  readonly words: Words
  readonly table: ActTable
  readonly sentence: TokenRange
  readonly parsed: ParsedSentence
  /** Places and times of the sentence, in the order of the text. */
  readonly places: readonly PlaceMention[]
  readonly times: readonly TimeMention[]
  /** The sentence before, taken apart when asked for; null at the beginning of a page. */
  readonly before: () => Scene | null
  /** Classes of all the page's words. */
  readonly page: ClassSet
}

/** Whether a range of tokens holds a word of one of the classes, or a place name where "place" is asked for. */
export function holdsClass(scene: Scene, range: TokenRange | null, asked: ClassSet): boolean {
  if (!range) return false
  const { words, table } = scene
  for (let i = range.first; i < range.last; i++) {
    const id = words.form[i]?.id ?? 0
    if (id > 0 && meets(table.classes, id * CLASS_WIDTH, asked)) return true
  }
  return overlaps(asked, table.named.place) && holdsPlace(scene, range)
}

function meets(classes: Int32Array, at: number, asked: ClassSet): boolean {
  for (let k = 0; k < CLASS_WIDTH; k++) if ((classes[at + k] ?? 0) & (asked[k] ?? 0)) return true
  return false
}

function overlaps(a: ClassSet, b: ClassSet): boolean {
  for (let k = 0; k < CLASS_WIDTH; k++) if ((a[k] ?? 0) & (b[k] ?? 0)) return true
  return false
}

/** Whether a word, by its vocabulary number, is of one of the classes. */
export function inClass(table: ActTable, id: number, asked: ClassSet): boolean {
  return meets(table.classes, id * CLASS_WIDTH, asked)
}

/** Whether one word is of one of the classes. */
export function isOfClass(scene: Scene, token: number, asked: ClassSet): boolean {
  return meets(scene.table.classes, (scene.words.form[token]?.id ?? 0) * CLASS_WIDTH, asked)
}

/** Whether a place name stands in a range of tokens. */
export function holdsPlace(scene: Scene, range: TokenRange): boolean {
  const from = scene.words.start[range.first] ?? 0
  const to = scene.words.end[range.last - 1] ?? 0
  for (const place of scene.places) if (place.start < to && place.end > from) return true
  return false
}

/** The classes of all words of a page together. */
export function classesOf(words: Words, table: ActTable): ClassSet {
  const all = Array.from<number>({ length: CLASS_WIDTH }).fill(0)
  for (const form of words.form) {
    if (form.id === 0) continue
    for (let k = 0; k < CLASS_WIDTH; k++) all[k] = (all[k] ?? 0) | (table.classes[form.id * CLASS_WIDTH + k] ?? 0)
  }
  return all
}

/** Whether the page as a whole holds one of the classes. */
export function pageHolds(scene: Scene, asked: ClassSet): boolean {
  return overlaps(scene.page, asked)
}

/** Who does what the clause's verb says: the subject, or of a passive who stands after "by". */
export function doerOf(clause: Clause): TokenRange | null {
  return clause.passive ? clause.agent : clause.subject
}

/** What the clause's verb is done to: the object, or of a passive the subject. */
export function sufferOf(clause: Clause): TokenRange | null {
  return clause.passive ? clause.subject : clause.object
}

/** The noun group after one of some prepositions, from a token on, within a clause. */
export function afterPreposition(
  scene: Scene,
  from: number,
  to: number,
  prepositions: ReadonlySet<string>,
): TokenRange | null {
  const { words, parsed } = scene
  for (let i = 0; i < parsed.chunks.length; i++) {
    const chunk = parsed.chunks[i]
    if (!chunk || chunk.first < from || chunk.first >= to || chunk.kind !== 'preposition') continue
    if (!prepositions.has(words.form[chunk.first]?.lower ?? '')) continue
    const next = parsed.chunks[i + 1]
    if (next?.kind === 'noun') return extendNoun(words, parsed.chunks, i + 1)
  }
  return null
}

/** The characters of a range of tokens. */
export function charactersOf(words: Words, range: TokenRange): Interval {
  return { start: words.start[range.first] ?? 0, end: words.end[range.last - 1] ?? 0 }
}
