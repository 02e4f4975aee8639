import { describe, expect, it } from 'vitest'
import { BlockIndex, MOST_REPORTS_A_BLOCK } from './block-index.ts'

function membersOf(blocks: BlockIndex, key: number): number[] {
  const members: number[] = []
  blocks.membersOf(key, (report) => members.push(report))
  return members
}

describe('BlockIndex', () => {
  it('tells who shares a key, the last first', () => {
    const blocks = new BlockIndex()
    for (const report of [1, 2, 3]) blocks.join(77, report)
    expect(membersOf(blocks, 77)).toEqual([3, 2, 1])
    expect(membersOf(blocks, 78)).toEqual([])
  })

  it('closes a block with one report too many and stays closed', () => {
    const blocks = new BlockIndex()
    const joined = Array.from({ length: MOST_REPORTS_A_BLOCK + 3 }, (_, report) => blocks.join(5, report))
    expect(joined.filter((it) => it === 'open')).toHaveLength(MOST_REPORTS_A_BLOCK)
    expect(joined.slice(MOST_REPORTS_A_BLOCK)).toEqual(['closing', 'closed', 'closed'])
    expect(blocks.isOpen(5)).toBe(false)
  })

  it('keeps a hundred thousand keys apart', () => {
    const blocks = new BlockIndex()
    for (let key = 0; key < 100_000; key++) blocks.join(key * 7919, key)
    for (let key = 0; key < 100_000; key += 997) expect(membersOf(blocks, key * 7919)).toEqual([key])
  })
})
