import type { Report } from '../../model/index.ts'
import { wordKeys } from './content-words.ts'
import { weightOfWord, type WordRarity } from './word-rarity.ts'

/** What a report is about: the keys of its words in rising order with their weights, of unit length. Empty for a report without words. */
export interface Story {
  readonly keys: Int32Array
  readonly weights: Float32Array
}

/** A word of the title counts as often as this many of the body. */
const TITLE_WEIGHT = 2

/** The text of a report's body, paragraphs by line. */
export function bodyOf(report: Report): string {
  return report.body.map(({ start, end }) => report.text.slice(start, end)).join('\n')
}

/** Weighs the words of a report's title and body by their frequency in it and their rarity in the record. */
export function tellStory(report: Report, rarity: WordRarity): Story {
  const counts = new Map<number, number>()
  const count = (text: string, weight: number): void => {
    for (const key of wordKeys(text)) counts.set(key | 0, (counts.get(key | 0) ?? 0) + weight)
  }
  count(report.title ?? '', TITLE_WEIGHT)
  count(bodyOf(report), 1)
  const keys = Int32Array.from(counts.keys()).sort()
  const raw = Array.from(keys, (key) => (1 + Math.log(counts.get(key) ?? 1)) * weightOfWord(rarity, key >>> 0))
  const length = Math.hypot(...raw)
  return { keys, weights: Float32Array.from(raw, (weight) => (length > 0 ? weight / length : 0)) }
}

/** How alike two stories are: the cosine of their words, 0..1. */
export function likenessOf(a: Story, b: Story): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.keys.length && j < b.keys.length;) {
    const [one, other] = [a.keys[i] ?? 0, b.keys[j] ?? 0]
    if (one === other) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0)
    else if (one < other) i++
    else j++
  }
  return sum
}

/** The keys of a story's heaviest words, at most `most`: what it may be found by. */
export function heaviestWords(story: Story, most: number): readonly number[] {
  return [...story.keys.keys()]
    .sort((i, j) => (story.weights[j] ?? 0) - (story.weights[i] ?? 0) || (story.keys[i] ?? 0) - (story.keys[j] ?? 0))
    .slice(0, most)
    .map((i) => story.keys[i] ?? 0)
}
