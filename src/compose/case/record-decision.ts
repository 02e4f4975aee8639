import { done, type Result } from '../../base/result.ts'
import type { Entry, EntryIndex } from '../../model/index.ts'
import type { Sql } from '../../store/index.ts'
import { refused, type CaseFailure } from './failure.ts'
import type { OpenCase } from './open-case.ts'
import { bringUp, projectCase } from './project-case.ts'
import type { CaseTools } from './tools.ts'

/** Longest name of a person and longest reason, in UTF-16 units: what a person writes, not what a program pours in. */
const MAX_PERSON = 200
const MAX_REASON = 10_000

/** What the parts of the program sign with; no person may. */
const PARTS = new Set(['ingest', 'import'])

/** Who decides, and why: what every decision carries. */
export interface Deciding {
  /** The person's id, as the case's people know each other. */
  readonly by: string
  readonly reason: string
}

/** A decision is in the log. */
export interface Recorded {
  /** The first of its entries; a split takes several. */
  readonly entry: EntryIndex
}

/**
 * Records what a person decides: checked against the record as it stands while every other writer is shut out, then kept under one signed
 * checkpoint, then the projections are brought up. Where the check refuses nothing is written.
 *
 * @param choose looks at projections that are up to date and says what to record, or why not
 */
export async function recordDecision(
  open: OpenCase,
  tools: CaseTools,
  { by, reason }: Deciding,
  choose: (sql: Sql) => Promise<Result<readonly Entry[], CaseFailure>>,
): Promise<Result<Recorded, CaseFailure>> {
  const fault = faultOfPerson(by) ?? faultOfReason(reason)
  if (fault) return fault
  const outcome: { choice?: Result<readonly Entry[], CaseFailure> } = {}
  const { first } = await open.append(async (sql) => {
    await bringUp(sql, tools)
    outcome.choice = await choose(sql)
    return outcome.choice.ok ? outcome.choice.value.map((entry) => ({ entry })) : []
  })
  if (outcome.choice?.ok === false) return outcome.choice
  await projectCase(open, tools)
  return done({ entry: first })
}

function faultOfPerson(by: string): Result<never, CaseFailure> | null {
  const sound = by.trim() === by && by !== '' && by.length <= MAX_PERSON && by.isWellFormed() && !/\p{Cc}/u.test(by)
  if (sound && !PARTS.has(by)) return null
  const expected = `a person's id, one line of at most ${MAX_PERSON} characters, not ${[...PARTS].join(' or ')}`
  return refused('person-malformed', 'by', JSON.stringify(by.slice(0, 80)), expected)
}

function faultOfReason(reason: string): Result<never, CaseFailure> | null {
  if (reason.trim() === '') return refused('reason-missing', 'reason', 'none', 'the reason in words')
  if (reason.length <= MAX_REASON && reason.isWellFormed()) return null
  return refused('reason-missing', 'reason', `${reason.length} characters`, `words, at most ${MAX_REASON} characters`)
}
