import { parseDay } from '../../base/calendar.ts'
import type { EntryBodies } from '../../model/index.ts'
import { accountSchema, plannedField, type ToldAccount, type ToldPatrol } from './account-schema.ts'

type PatrolLog = EntryBodies['patrol-log']

/** The document of an entry of kind `patrol-log`: an account, and what was to be driven. */
export const patrolLogSchema = accountSchema.omit({ side: true }).extend({ planned: plannedField })

/**
 * Patrols from entries in the order of the log. Of a side's accounts of one patrol the last one counts; those of `press` all do. An account
 * of another form than it must have, or of a patrol whose id is no day and road, is passed over: the log keeps it.
 */
export function patrolsOfLogs(logs: readonly PatrolLog[]): readonly ToldPatrol[] {
  const patrols = new Map<string, ToldPatrol>()
  for (const { patrol: id, side, account } of logs) {
    const named = /^(\d{4}-\d\d-\d\d)-(.+?)(?:-\d+)?$/.exec(id)
    const told = patrolLogSchema.safeParse(account)
    const [, on = '', road = ''] = named ?? []
    if (!told.success || parseDay(on) === null) continue
    const { planned, ...rest } = told.data
    const before = patrols.get(id) ?? { id, on, road, planned: null, accounts: [] }
    patrols.set(id, {
      ...before,
      planned: planned ? { road, ...planned } : before.planned,
      accounts: withAccount(before.accounts, { ...rest, side }),
    })
  }
  return [...patrols.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function withAccount(accounts: readonly ToldAccount[], told: ToldAccount): readonly ToldAccount[] {
  const others = told.side === 'press' ? accounts : accounts.filter(({ side }) => side !== told.side)
  return [...others, told]
}
