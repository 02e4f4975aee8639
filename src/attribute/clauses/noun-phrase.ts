import { elementAt } from '../../base/element-at.ts'
import type { TokenRange, Words } from '../../base/words/index.ts'
import type { Chunk } from './chunks.ts'

const INNER = new Set(['of'])

/** The noun group at a chunk with its complements: "of …", and what a conjunction or list comma adds. */
export function extendNoun(words: Words, chunks: readonly Chunk[], at: number): TokenRange {
  const first = chunks[at] as Chunk
  let last = first.last
  let i = at + 1
  for (;;) {
    const link = chunks[i]
    const next = chunks[i + 1]
    if (link === undefined || next?.kind !== 'noun') break
    const complement = link.kind === 'preposition' && INNER.has(words.form[link.first]?.lower ?? '')
    const joined = link.kind === 'coordinator' && !opensClause(chunks, i + 1)
    const listed = link.kind === 'comma' && isListed(chunks, i)
    if (!complement && !joined && !listed) break
    last = next.last
    i += 2
  }
  return { first: first.first, last }
}

/** A noun group right before a verb is that verb's subject, so a new clause. */
function opensClause(chunks: readonly Chunk[], noun: number): boolean {
  let i = noun + 1
  while (chunks[i]?.kind === 'preposition' && chunks[i + 1]?.kind === 'noun') i += 2
  return chunks[i]?.kind === 'verb'
}

/** "A, B and C": a comma joins only where a conjunction comes before the list ends. */
function isListed(chunks: readonly Chunk[], comma: number): boolean {
  for (let i = comma + 2; i + 1 < chunks.length; i += 2) {
    const kind = chunks[i]?.kind
    if (chunks[i + 1]?.kind !== 'noun') return false
    if (kind === 'coordinator') return !opensClause(chunks, i + 1)
    if (kind !== 'comma') return false
  }
  return false
}

/** The chunk where the noun group that ends at a chunk begins: back over "of" and over a conjunction with its own noun group. */
export function startOfNoun(words: Words, chunks: readonly Chunk[], at: number): number {
  let start = at
  let list = false
  for (;;) {
    const link = elementAt(chunks, start - 1)
    const before = elementAt(chunks, start - 2)
    if (link === undefined || before?.kind !== 'noun') return start
    const complement = link.kind === 'preposition' && INNER.has(words.form[link.first]?.lower ?? '')
    const joined = link.kind === 'coordinator' && !isGoverned(chunks, start - 2)
    const listed =
      link.kind === 'comma' &&
      list &&
      !isGoverned(chunks, start - 2) &&
      elementAt(chunks, start - 3)?.kind !== 'preposition'
    if (!complement && !joined && !listed) return start
    list ||= joined
    start -= 2
  }
}

function isGoverned(chunks: readonly Chunk[], noun: number): boolean {
  return elementAt(chunks, noun - 1)?.kind === 'verb'
}
