import type { DropReason } from '../model/index.ts'
import { foldWord } from './fold.ts'
import type { Verdict } from './judge-passage.ts'
import type { Passage } from './passage.ts'

/** A page's title, and which passages repeat it. */
export interface FoundTitle {
  readonly text: string | null
  /** The passages that are the title, by index. */
  readonly whys: ReadonlyMap<number, DropReason>
}

/** Headlines of the press are shorter; a longer line is a lead. */
const MAX_TITLE_LENGTH = 250
const MIN_TITLE_WORDS = 3

/**
 * Finds the headline: the title given, or the line before the text that stands there twice, or the first that can be one.
 * A line counts as the title also with a mark and the outlet's name after it ("… - Example News").
 */
export function findTitle(
  text: string,
  passages: readonly Passage[],
  verdicts: readonly Verdict[],
  given: string | null,
): FoundTitle {
  const keys = passages.map((p) => (p.end - p.start <= MAX_TITLE_LENGTH ? keyOf(text.slice(p.start, p.end)) : ''))
  const chosen = given === null ? chooseTitle(passages, verdicts, keys) : null
  const passage = chosen === null ? null : passages[chosen]
  const title = given ?? (passage ? text.slice(passage.start, passage.end) : null)
  return { text: title, whys: title === null ? new Map() : repetitions(keys, verdicts, keyOf(title)) }
}

function keyOf(line: string): string {
  return foldWord(line)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Index of the line before the text that is most likely the headline, null if none can be. */
function chooseTitle(
  passages: readonly Passage[],
  verdicts: readonly Verdict[],
  keys: readonly string[],
): number | null {
  const text = verdicts.findIndex((verdict, i) => verdict.kind === 'prose' && !isRepeated(keys, i))
  if (text <= 0) return null
  const before = [...keys.keys()].filter(
    (i) => i < text && keys[i] !== '' && (passages[i]?.words ?? 0) >= MIN_TITLE_WORDS,
  )
  const doubled = before.find((i) => isRepeated(keys, i) && verdicts[i]?.kind !== 'boilerplate')
  if (doubled !== undefined) return doubled
  const open = before.filter((i) => verdicts[i]?.kind === 'fragment')
  return open.find((i) => (passages[i]?.words ?? 0) >= 5) ?? open[0] ?? null
}

function isRepeated(keys: readonly string[], i: number): boolean {
  return keys[i] !== '' && keys.indexOf(keys[i] ?? '', i + 1) > 0
}

/** Longest name of an outlet after the title in the same line. */
const MAX_OUTLET_LENGTH = 40

function repetitions(keys: readonly string[], verdicts: readonly Verdict[], title: string): Map<number, DropReason> {
  const whys = new Map<number, DropReason>()
  if (title === '') return whys
  for (const [i, key] of keys.entries()) {
    const withOutlet = key.startsWith(`${title} `) && key.length <= title.length + MAX_OUTLET_LENGTH
    if (key !== title && !(withOutlet && verdicts[i]?.kind !== 'prose')) continue
    whys.set(i, whys.size === 0 ? 'title' : 'doubled-title')
  }
  return whys
}
