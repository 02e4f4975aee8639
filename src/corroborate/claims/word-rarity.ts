import type { Reading } from '../../model/index.ts'
import { wordKeys } from './content-words.ts'
import { bodyOf } from './story.ts'

/** In how many reports of a record each word stands: what all tell does not make two alike. A snapshot, so that linking stays pure. */
export interface WordRarity {
  readonly reports: number
  /** Reports by the key of a word that stands in them. */
  readonly counts: ReadonlyMap<number, number>
}

/** Reports without the word that are taken for granted beside those counted, so that few reports do not make every word common. */
const ASSUMED_REPORTS = 20

/** Counts the words of the reports of a record. */
export function countWordRarity(readings: Iterable<Reading>): WordRarity {
  const counts = new Map<number, number>()
  let reports = 0
  for (const reading of readings) {
    reports++
    const words = new Set([...wordKeys(reading.report.title ?? ''), ...wordKeys(bodyOf(reading.report))])
    for (const key of words) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return { reports, counts }
}

/** The inverse document frequency of a word, in nats. */
export function weightOfWord(rarity: WordRarity, key: number): number {
  return Math.log((rarity.reports + ASSUMED_REPORTS) / ((rarity.counts.get(key) ?? 0) + 0.5))
}
