import { elementAt } from '../../base/element-at.ts'
import { hashWord } from '../../base/hash.ts'
import type { Words } from '../../base/words/index.ts'
import type { NameInText } from './names.ts'
import type { Segments } from './segments.ts'

/**
 * A name that stands beside another: after it ("X, Y", "X in Y", "X of Y"), before it ("Y's X"), or loosely, in the same
 * sentence within a few words.
 */
export interface Link {
  readonly name: number
  readonly way: 'after' | 'before' | 'loose'
}

/** Loose links reach this many tokens. */
const LOOSE_TOKENS = 8

const COMMA = hashWord(',')
const BRACKET = hashWord('(')
const POSSESSIVES = new Set(["'s", "'"].map(hashWord))
const INSIDE = new Set('in of near outside'.split(' ').map(hashWord))

/** For each name of a text, the names linked to it by any of its mentions. */
export function gatherLinks(
  words: Words,
  segments: Segments,
  names: readonly NameInText[],
): readonly (readonly Link[])[] {
  const links: Link[][] = names.map(() => [])
  const mentions = names
    .flatMap((name, number) => name.mentions.map((segment) => ({ number, segment })))
    .sort((a, b) => a.segment - b.segment)
  for (const [i, right] of mentions.entries()) {
    const left = elementAt(mentions, i - 1)
    if (!left || left.number === right.number) continue
    const leftEnd = segments.last[left.segment]!
    const rightStart = segments.first[right.segment]!
    if (words.sentence[leftEnd - 1] !== words.sentence[rightStart]) continue
    const ways = waysBetween(words, leftEnd, rightStart)
    if (ways.left) add(links[left.number]!, right.number, ways.left)
    if (ways.right) add(links[right.number]!, left.number, ways.right)
  }
  return links
}

/** How the left name sees the right one, and the other way round. */
function waysBetween(words: Words, leftEnd: number, rightStart: number): { left?: Link['way']; right?: Link['way'] } {
  const gap = rightStart - leftEnd
  const hash = gap > 0 ? words.form[leftEnd]!.hash : 0
  if (gap === 1 && (hash === COMMA || hash === BRACKET || INSIDE.has(hash))) return { left: 'after', right: 'loose' }
  if (gap === 2 && INSIDE.has(hash)) return { left: 'after', right: 'loose' }
  if (gap === 0 || (gap === 1 && POSSESSIVES.has(hash))) return { left: 'loose', right: 'before' }
  return gap <= LOOSE_TOKENS ? { left: 'loose', right: 'loose' } : {}
}

function add(links: Link[], name: number, way: Link['way']): void {
  if (links.length < 16 && !links.some((link) => link.name === name && link.way === way)) links.push({ name, way })
}
