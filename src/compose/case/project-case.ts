import type { Sql } from '../../store/index.ts'
import { clearProjections, digestProjections, shadowProjections } from '../../store/projections/index.ts'
import type { OpenCase } from './open-case.ts'
import { projectFindings } from './project-findings.ts'
import { projectIncidents } from './project-incidents.ts'
import { projectReadings, type ProjectOptions } from './project-readings.ts'
import type { CaseTools } from './tools.ts'

/** Brings all projections of a case up to the end of its log, in one transaction. Cheap where they are. */
export async function projectCase({ store }: OpenCase, tools: CaseTools, options: ProjectOptions = {}): Promise<void> {
  await store.transaction((sql) => bringUp(sql, tools, options))
}

/** Brings only reports and claims up: in the middle of a long ingest, so that their readings need not be kept. */
export async function projectReports({ store }: OpenCase, tools: CaseTools, options: ProjectOptions): Promise<void> {
  await store.transaction(async (sql) => {
    await lockProjections(sql)
    await projectReadings(sql, tools, options)
  })
}

/** Brings all projections up inside a transaction that is under way. */
export async function bringUp(sql: Sql, tools: CaseTools, options: ProjectOptions = {}): Promise<void> {
  await lockProjections(sql)
  await projectReadings(sql, tools, options)
  await projectIncidents(sql, tools)
  await projectFindings(sql, tools)
}

/**
 * Empties the projections and computes them anew from the log, in one transaction: who asks meanwhile sees the old ones, and a rebuild that
 * dies leaves them as they were.
 *
 * @returns digests of what was written; the same log and the same rules give the same digests on every engine
 */
export async function rebuildCase(
  { store }: OpenCase,
  tools: CaseTools,
  options: ProjectOptions = {},
): ReturnType<typeof digestProjections> {
  return store.transaction(async (sql) => {
    await lockProjections(sql)
    await clearProjections(sql)
    await projectReadings(sql, tools, options)
    await projectIncidents(sql, tools)
    await projectFindings(sql, tools)
    return digestProjections(sql)
  })
}

/**
 * Answers a question from what was known before an instant: the projections of the entries recorded until then are computed into
 * temporary tables, and `ask` sees those. Costs a rebuild of that part of the log; changes nothing.
 */
export async function askAsOf<T>(
  { store }: OpenCase,
  tools: CaseTools,
  before: string,
  ask: (sql: Sql) => Promise<T>,
): Promise<T> {
  return store.transaction(async (sql) => {
    await shadowProjections(sql)
    await projectReadings(sql, tools, { before })
    await projectIncidents(sql, tools, before)
    await projectFindings(sql, tools, before)
    return ask(sql)
  })
}

/** One process at a time writes projections. */
export async function lockProjections(sql: Sql): Promise<void> {
  await sql.query(`select pg_advisory_xact_lock(hashtext('truceline projections'), hashtext(current_schema()))`)
}
