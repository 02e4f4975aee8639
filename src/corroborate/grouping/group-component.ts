import { STRANGERS } from '../evidence/index.ts'
import type { ClaimRecord } from '../claim-record.ts'
import type { EdgeList } from './edge-list.ts'
import { groupClaims } from './group-claims.ts'

/** Claims of one event, as rows: those to whose reports it was news, and those that look back on it. Both in the order of compareRows. */
export interface ClaimGroup {
  readonly news: readonly number[]
  readonly recalls: readonly number[]
}

/**
 * Groups the claims of one connected component. First what was news; each claim that looks back then joins the group it fits best, or, where there is
 * none, others that look back on the same.
 *
 * @param rows all claims of the component, in any order
 */
export function groupComponent(record: ClaimRecord, edges: EdgeList, rows: readonly number[]): readonly ClaimGroup[] {
  const ordered = [...rows].sort((i, j) => record.compareRows(i, j))
  if (ordered.length === 1) return [{ news: ordered, recalls: [] }]
  const isRecall = (row: number): boolean => record.claims.recalls.at(row) === 1 && record.joinedWith(row).length === 0
  const news = groupRows(
    record,
    edges,
    ordered.filter((row) => !isRecall(row)),
  )
  const recalls = news.map((): number[] => [])
  const groupOf = new Map(news.flatMap((group, g) => group.map((row) => [row, g] as const)))
  const lonely: number[] = []
  for (const row of ordered.filter(isRecall)) {
    const near = new Set<number>()
    edges.neighboursOf(row, (other) => near.add(groupOf.get(other) ?? -1))
    const best = bestGroup(
      record,
      news,
      row,
      [...near].sort((a, b) => a - b),
    )
    ;(recalls[best] ?? lonely).push(row)
  }
  return [
    ...news.map((group, g) => ({ news: group, recalls: recalls[g] ?? [] })),
    ...groupRows(record, edges, lonely).map((group) => foundedByFirst(record, group)),
  ]
}

function groupRows(record: ClaimRecord, edges: EdgeList, rows: readonly number[]): readonly (readonly number[])[] {
  const position = new Map(rows.map((row, at) => [row, at]))
  const pairs: [number, number][] = []
  const joined: [number, number][] = []
  for (const [i, row] of rows.entries()) {
    edges.neighboursOf(row, (other) => {
      const j = position.get(other)
      if (j === undefined || j <= i) return
      pairs.push([i, j])
      if (record.rulingOn(row, other) === 'same') joined.push([i, j])
    })
  }
  const rowAt = (at: number): number => rows[at] ?? 0
  return groupClaims({
    size: rows.length,
    edges: pairs,
    evidence: (i, j) => record.evidence(rowAt(i), rowAt(j)),
    veto: STRANGERS,
    joined: joined.sort(([a, b], [c, d]) => a - c || b - d),
    isParted: (i, j) => record.rulingOn(rowAt(i), rowAt(j)) === 'different',
  }).map((group) => group.map(rowAt))
}

/** The group that a claim fits best, of those (`near`, by number) that hold a claim it is linked with; −1 if it fits none. */
function bestGroup(
  record: ClaimRecord,
  groups: readonly (readonly number[])[],
  row: number,
  near: readonly number[],
): number {
  let [best, most] = [-1, 0]
  for (const g of near) {
    const group = groups[g]
    if (!group) continue
    if (group.some((other) => record.rulingOn(row, other) === 'different')) continue
    const mean = group.reduce((sum, other) => sum + record.evidence(row, other), 0) / group.length
    if (mean > most) [best, most] = [g, mean]
  }
  return best
}

/** Where all only look back, the report nearest to the event stands for it. */
function foundedByFirst(record: ClaimRecord, group: readonly number[]): ClaimGroup {
  const founder = record.reportOf(group[0] ?? 0)
  return {
    news: group.filter((row) => record.reportOf(row) === founder),
    recalls: group.filter((row) => record.reportOf(row) !== founder),
  }
}
