import { array, assert, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupClaims, type ClaimGraph } from './group-claims.ts'

/** A graph by the evidence of its pairs; all others are strangers. */
function graphOf(size: number, evidence: Readonly<Record<string, number>>, more: Partial<ClaimGraph> = {}): ClaimGraph {
  const between = (i: number, j: number): number => evidence[`${Math.min(i, j)}-${Math.max(i, j)}`] ?? -1000
  const pairs = Array.from({ length: size * size }, (_, k) => [Math.floor(k / size), k % size] as const)
  const edges = pairs.filter(([i, j]) => i < j && between(i, j) > 0)
  return { size, edges, evidence: between, veto: -1000, joined: [], isParted: () => false, ...more }
}

describe('groupClaims', () => {
  it('joins what all evidence taken together speaks for', () => {
    expect(groupClaims(graphOf(3, { '0-1': 300, '1-2': 300, '0-2': -50 }))).toEqual([[0, 1, 2]])
  })

  it('parts a chain whose ends are strangers at its weakest link', () => {
    expect(groupClaims(graphOf(3, { '0-1': 100, '1-2': 300 }))).toEqual([[0], [1, 2]])
  })

  it('keeps together what a person joined, whatever speaks against it', () => {
    expect(groupClaims(graphOf(3, { '0-1': 100 }, { joined: [[0, 2]] }))).toEqual([[0, 1, 2]])
  })

  it('keeps apart what a person parted, also within larger groups', () => {
    const isParted = (i: number, j: number): boolean => Math.min(i, j) === 0 && Math.max(i, j) === 2
    const [first, ...rest] = groupClaims(graphOf(3, { '0-1': 100, '1-2': 300, '0-2': 300 }, { isParted }))
    expect([first, ...rest]).toEqual([[0], [1, 2]])
  })

  it('does not depend on the order of the edges', () => {
    const pairs = array(
      tuple(integer({ min: 0, max: 6 }), integer({ min: 0, max: 6 }), integer({ min: -300, max: 300 })),
    )
    assert(
      property(pairs, (list) => {
        const evidence = Object.fromEntries(
          list.filter(([i, j]) => i < j).map(([i, j, points]) => [`${i}-${j}`, points]),
        )
        const graph = graphOf(7, evidence)
        expect(groupClaims({ ...graph, edges: graph.edges.toReversed() })).toEqual(groupClaims(graph))
      }),
    )
  })
})
