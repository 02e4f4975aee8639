import type { LogLine } from '../api-types.ts'

/** One thing that somebody did: one entry, or those of a split or its withdrawal. */
export interface ActOfPeople {
  /** In the order of the log; never empty. */
  readonly entries: readonly LogLine[]
  /** Whether it has been taken back. */
  readonly isWithdrawn: boolean
  /** Whether it can be: reviews and decisions on links, once. */
  readonly isWithdrawable: boolean
}

const WITHDRAWABLE = new Set(['review', 'link-decision'])

/** What people did, in the order of the log. Entries that were recorded as one act stand together. */
export function actsOf(lines: readonly LogLine[]): readonly ActOfPeople[] {
  const gone = new Set(lines.filter(({ kind }) => kind === 'supersedes').map(({ body }) => body['entry']))
  const groups: LogLine[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last?.[0] && isOneAct(last[0], line)) last.push(line)
    else groups.push([line])
  }
  return groups.map((entries) => {
    const isWithdrawn = entries.every(({ index }) => gone.has(index))
    const isWithdrawable = !isWithdrawn && entries.every(({ kind }) => WITHDRAWABLE.has(kind))
    return { entries, isWithdrawn, isWithdrawable }
  })
}

/** Recorded by one person at one time for one reason. */
function isOneAct(first: LogLine, next: LogLine): boolean {
  if (first.kind !== next.kind || !['link-decision', 'supersedes'].includes(first.kind)) return false
  return first.at === next.at && first.by === next.by && first.body['reason'] === next.body['reason']
}
