import type { Hint } from '../clean-page.ts'
import type { PageBlock } from './page-blocks.ts'

/** A block that is links from end to end leads elsewhere: a menu, a teaser. */
const LINKED_SHARE = 0.9
/** Marks that hold more of the main part than this are on a wrapper of the whole page, and tell nothing. */
const MAX_MARKED_SHARE = 0.4

/**
 * What the markup tells of each block, given the numbers of the main part's blocks (null: not found). Outside of the main part
 * marked blocks go, and all after its end; inside of it marked sentences go only where marks are few.
 */
export function hintBlocks(blocks: readonly PageBlock[], main: ReadonlySet<number> | null): readonly Hint[] {
  const isMain = ({ block }: PageBlock): boolean => main?.has(block) ?? true
  const last = blocks.findLastIndex(isMain)
  const trustsMarks = markedShare(blocks.filter(isMain)) <= MAX_MARKED_SHARE
  return blocks.map((block, i) => {
    if (block.linkedShare >= LINKED_SHARE) return { why: block.reason ?? 'related', evenProse: true }
    if (block.reason) return { why: block.reason, evenProse: trustsMarks || !isMain(block) }
    if (block.isHeading) return { why: 'heading', evenProse: false }
    return i > last ? { why: 'related', evenProse: true } : null
  })
}

function markedShare(blocks: readonly PageBlock[]): number {
  let [marked, total] = [0, 0]
  for (const { text, reason, linkedShare } of blocks) {
    total += text.length
    if (reason && reason !== 'caption' && linkedShare < LINKED_SHARE) marked += text.length
  }
  return total === 0 ? 0 : marked / total
}
