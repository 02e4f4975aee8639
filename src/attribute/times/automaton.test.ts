import { expect, it } from 'vitest'
import type { Atoms } from './atoms.ts'
import { createPhraseMatcher } from './automaton.ts'
import { KIND, type Kind } from './kinds.ts'
import { layOutPhrases } from './phrases.ts'

function atomsOf(...kinds: readonly Kind[]): Atoms {
  const column = Int32Array.from(kinds.keys())
  return {
    count: kinds.length,
    kind: Uint8Array.from(kinds, (kind) => KIND[kind]),
    value: column,
    first: column,
    last: column,
  }
}

const net = layOutPhrases({
  groups: { DAY: ['month integer', 'integer of? month'] },
  phrases: {
    monthDay: ['DAY', 'DAY comma? year'],
    month: ['month'],
    dayOfMonth: ['(on) integer'],
    nothing: ['integer'],
  },
})
const longestAt = createPhraseMatcher(net)

it('takes the longest phrase', () => {
  const match = longestAt(atomsOf('month', 'integer', 'comma', 'year', 'of'), 0)
  expect(match).toMatchObject({ start: 0, end: 4 })
  expect(net.rules[match.rule]?.means).toBe('monthDay')
})

it('leaves the lead out of the phrase', () => {
  expect(longestAt(atomsOf('on', 'integer'), 0)).toMatchObject({ start: 1, end: 2 })
})

it('prefers what begins after the lead where it reaches further', () => {
  const match = longestAt(atomsOf('on', 'integer', 'of', 'month'), 0)
  expect(match).toMatchObject({ start: 1, end: 4 })
  expect(net.rules[match.rule]?.means).toBe('monthDay')
})

it('finds nothing where no phrase begins', () => {
  expect(longestAt(atomsOf('year', 'month'), 0).rule).toBe(-1)
})

it('names the word of a phrase that is neither kind nor group', () => {
  expect(() => layOutPhrases({ groups: {}, phrases: { month: ['mnth'] } })).toThrow('"mnth"')
})

it('refuses groups that go in circles', () => {
  expect(() => layOutPhrases({ groups: { A: ['B'], B: ['A'] }, phrases: { month: ['A'] } })).toThrow('neither a kind')
})
