import { readFileSync } from 'node:fs'
import type { Interval } from '../../../src/base/span.ts'
import type { WordReader, Words } from '../../../src/base/words/index.ts'

/** A place name of an annotated text; coordinates are null where the annotators give none. */
export interface GoldPlace extends Interval {
  readonly lat: number | null
  readonly lon: number | null
}

/** An annotated text, read into words. */
export interface TrainingText {
  readonly id: string
  readonly title: string | null
  readonly words: Words
  readonly places: readonly GoldPlace[]
}

/** Reads annotated texts: one JSON a line with id, text, title and places [{start, end, lat, lon}]. */
export function readCorpus(path: string, read: WordReader): readonly TrainingText[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = JSON.parse(line) as { id: string; text: string; title?: string; places: GoldPlace[] }
      return { id: row.id, title: row.title ?? null, words: read(row.text, linesOf(row.text)), places: row.places }
    })
}

/** Each line that is not blank as an interval. */
export function linesOf(text: string): readonly Interval[] {
  const lines: Interval[] = []
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    if (text.slice(start, end).trim() !== '') lines.push({ start, end })
    start = end + 1
  }
  return lines
}
