import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { parse } from 'yaml'
import type { Report } from '../model/index.ts'
import { parseBoilerplateLexicon, usualBounds, type ReadRules } from './index.ts'

/** The shipped lexicon under the usual bounds, on a clock that stands still. For tests alone. */
export const testRules: ReadRules = {
  lexicon: parseBoilerplateLexicon(parse(readFileSync('data/lexicon/boilerplate.yaml', 'utf8'))),
  bounds: usualBounds(() => 0),
}

/** Expects every span to be the exact slice, and body and dropped passages in order and disjoint. For tests alone. */
export function expectSoundReport({ text, body, dropped }: Report): void {
  for (const span of dropped) expect(span.text).toBe(text.slice(span.start, span.end))
  for (const list of [body, dropped, [...body, ...dropped].sort((a, b) => a.start - b.start)]) {
    let end = 0
    for (const interval of list) {
      expect(interval.start).toBeGreaterThanOrEqual(end)
      expect(interval.end).toBeGreaterThan(interval.start)
      end = interval.end
    }
    expect(end).toBeLessThanOrEqual(text.length)
  }
}
