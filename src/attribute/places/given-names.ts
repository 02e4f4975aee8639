import { hashWord } from '../../base/hash.ts'

/** Hashes of given names, for telling persons from places. */
export type GivenNames = ReadonlySet<number>

/** Reads a list of given names: lower case, separated by white space, lines beginning with # left out. */
export function parseGivenNames(text: string): GivenNames {
  const names = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join(' ')
    .split(/\s+/u)
    .filter((name) => name !== '')
  return new Set(names.map(hashWord))
}
