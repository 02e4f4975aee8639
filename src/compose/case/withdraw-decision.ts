import { done, type Result } from '../../base/result.ts'
import type { Entry, EntryIndex, EntryKind } from '../../model/index.ts'
import { refused, type CaseFailure } from './failure.ts'
import { readDecided } from './decided.ts'
import type { OpenCase } from './open-case.ts'
import { recordDecision, type Recorded } from './record-decision.ts'
import type { CaseTools } from './tools.ts'

/** What a later entry can take back; a step of verification is followed by another step instead. */
const WITHDRAWABLE: ReadonlySet<EntryKind> = new Set(['review', 'link-decision'])

/** What is taken back, and why. */
export interface WithdrawalInput {
  readonly entry: EntryIndex
  /** Entries that go with it: a split takes up to three. (Default: none) */
  readonly also?: readonly EntryIndex[]
  readonly reason: string
}

/**
 * A person takes back a review or a decision on a link; it stays in the log, and counts for nothing. Several go under one checkpoint, all or
 * none. Fails with `entry-not-withdrawable`, `person-malformed` or `reason-missing`.
 */
export function withdrawDecision(
  open: OpenCase,
  tools: CaseTools,
  by: string,
  { entry, also = [], reason }: WithdrawalInput,
): Promise<Result<Recorded, CaseFailure>> {
  return recordDecision(open, tools, { by, reason }, async (sql) => {
    const { entries } = await readDecided(sql)
    const withdrawals: Entry[] = []
    for (const one of new Set([entry, ...also])) {
      const found = entries.find(({ index }) => index === one)
      if (!found || !WITHDRAWABLE.has(found.entry.kind)) {
        const what = found ? `a ${found.entry.kind}` : 'no decision in force'
        return refused('entry-not-withdrawable', `entry ${one}`, what, 'a review or a decision on a link')
      }
      const body = { entry: one, by: null, reason: reason.trim() }
      withdrawals.push({ kind: 'supersedes', at: tools.now(), by, body })
    }
    return done(withdrawals)
  })
}
