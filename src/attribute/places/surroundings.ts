import { hashText } from '../../base/hash.ts'
import { MAX_CANDIDATES, type Atlas } from './atlas.ts'
import { nextCheck, nextIndex, startCheck, startIndex, nameTokens } from './name-key.ts'
import type { NameInText } from './names.ts'

/** A title or outlet's name longer than this says nothing more. */
const MAX_TOKENS = 30
const MAX_PARTS = 4
/** Kept between reports; most come from few outlets. */
const MAX_KEPT = 1_000

/** Names known to the atlas in a line that is no part of the body: a title, or the outlet's name, which tells its home. */
export type SurroundingNames = (line: string) => readonly NameInText[]

/** Remembers lines already looked at. */
export function createSurroundings(atlas: Atlas): SurroundingNames {
  let kept = new Map<string, readonly NameInText[]>()
  return (line) => {
    const known = kept.get(line)
    if (known) return known
    if (kept.size >= MAX_KEPT) kept = new Map()
    const made = namesIn(atlas, line)
    kept.set(line, made)
    return made
  }
}

function namesIn(atlas: Atlas, line: string): readonly NameInText[] {
  const tokens = nameTokens(line.slice(0, 300)).slice(0, MAX_TOKENS)
  const raw = new Set(line.split(/[\s,;:()-]+/u))
  const names: NameInText[] = []
  for (let at = 0; at < tokens.length;) {
    const capital = [...raw].some((word) => word.toLowerCase() === tokens[at] && word !== tokens[at])
    const found = capital ? longestFrom(atlas, tokens, at) : null
    if (found) names.push({ references: found.references, mentions: [], partly: false })
    at += found?.length ?? 1
  }
  return names
}

function longestFrom(
  atlas: Atlas,
  tokens: readonly string[],
  at: number,
): { references: Uint32Array; length: number } | null {
  const into = new Uint32Array(MAX_CANDIDATES)
  let best: { references: Uint32Array; length: number } | null = null
  let index = 0
  let check = 0
  for (let length = 1; length <= MAX_PARTS && at + length <= tokens.length; length++) {
    const hash = hashText(tokens[at + length - 1] ?? '')
    index = length === 1 ? startIndex(hash) : nextIndex(index, hash)
    check = length === 1 ? startCheck(hash) : nextCheck(check, hash)
    const count = atlas.collect(index, check, into)
    if (count > 0) best = { references: into.slice(0, count), length }
  }
  return best
}
