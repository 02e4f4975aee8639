import { done, type Result } from '../../base/result.ts'
import type { Entry, EntryIndex, EntryKind } from '../../model/index.ts'
import { refused, type CaseFailure } from './failure.ts'
import { readDecided } from './decided.ts'
import type { IndexedEntry } from '../../store/index.ts'
import type { OpenCase } from './open-case.ts'
import { recordDecision, type Recorded } from './record-decision.ts'
import type { CaseTools } from './tools.ts'

/** What a later entry can take back; a step of verification is followed by another step instead. */
const WITHDRAWABLE: ReadonlySet<EntryKind> = new Set(['review', 'link-decision'])

/** Entries that a split takes at most. */
const MOST_OF_SPLIT = 3

/**
 * A person takes back a review or a decision on a link; it stays in the log, and counts for nothing. A split of several entries goes as a
 * whole, whichever of them is named. Fails with `entry-not-withdrawable`, `person-malformed` or `reason-missing`.
 */
export function withdrawDecision(
  open: OpenCase,
  tools: CaseTools,
  by: string,
  { entry, reason }: { readonly entry: EntryIndex; readonly reason: string },
): Promise<Result<Recorded, CaseFailure>> {
  return recordDecision(open, tools, { by, reason }, async (sql) => {
    const { entries } = await readDecided(sql)
    const found = entries.find(({ index }) => index === entry)
    if (!found || !WITHDRAWABLE.has(found.entry.kind)) {
      const what = found ? `a ${found.entry.kind}` : 'no decision in force'
      return refused('entry-not-withdrawable', `entry ${entry}`, what, 'a review or a decision on a link')
    }
    const at = tools.now()
    return done(
      entries
        .filter((one) => one.index === entry || isOneSplit(one, found))
        .map(({ index }): Entry => {
          return { kind: 'supersedes', at, by, body: { entry: index, by: null, reason: reason.trim() } }
        }),
    )
  })
}

/** Whether two entries are parts of one split: recorded next to each other by one person at one time for one reason. */
function isOneSplit(a: IndexedEntry, b: IndexedEntry): boolean {
  if (a.entry.kind !== 'link-decision' || b.entry.kind !== 'link-decision') return false
  const [one, other] = [a.entry, b.entry]
  const isOneAct = one.at === other.at && one.by === other.by && one.body.reason === other.body.reason
  return isOneAct && Math.abs(a.index - b.index) < MOST_OF_SPLIT
}
