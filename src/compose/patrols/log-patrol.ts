import { parseDay } from '../../base/calendar.ts'
import { done, failed, type Result } from '../../base/result.ts'
import type { Entry } from '../../model/index.ts'
import { patrolLogSchema } from '../../plan/index.ts'
import type { CaseFailure, CaseTools, OpenCase } from '../case/index.ts'
import { recordDecision, type Recorded } from '../case/record-decision.ts'
import { documentOf, sayIssue } from './decide.ts'
import type { PatrolFailure } from './failure.ts'

/** A side's account of a patrol: the members of `PatrolAccount`, all but outcome and says may be left out. */
export interface PatrolLogInput {
  /** Day and road, `2020-03-15-m4`. */
  readonly patrol: string
  /** A side, or `press`. */
  readonly side: string
  readonly account: { readonly [member: string]: unknown }
}

/**
 * Puts a side's account of a patrol into the log. A later one of the same side follows it and counts; the earlier stays. Fails with
 * `patrol-unknown` for an id that is no day and road, `account-malformed`, or `person-malformed`.
 *
 * @param by the person who records it
 */
export async function logPatrol(
  open: OpenCase,
  tools: CaseTools,
  by: string,
  { patrol, side, account }: PatrolLogInput,
): Promise<Result<Recorded, PatrolFailure | CaseFailure>> {
  if (parseDay(patrol.slice(0, 10)) === null || !/^.{10}-[a-z0-9]+(?:-\d+)?$/.test(patrol)) {
    return failed({
      code: 'patrol-unknown',
      message: `patrol: found ${patrol}, expected a day and a road, 2020-03-15-m4`,
    })
  }
  const told = patrolLogSchema.safeParse(account)
  if (!told.success) return failed({ code: 'account-malformed', message: sayIssue('account', told.error) })
  return recordDecision(open, tools, { by, reason: told.data.says }, () =>
    Promise.resolve(
      done([
        {
          kind: 'patrol-log',
          at: tools.now(),
          by,
          body: { patrol, side, account: documentOf(told.data) },
        } satisfies Entry,
      ]),
    ),
  )
}
