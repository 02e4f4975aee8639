import type { ClaimReference, Entry, EntryIndex, Incident } from '../../model/index.ts'
import { entryKey, findEntries, parseLeaf, type Sql } from '../../store/index.ts'
import { entriesOfReports } from '../../store/projections/index.ts'
import { findIncident } from './find-incident.ts'
import { readStepsOf } from './read-steps.ts'

/** An incident as far as its entries are looked for: as it stands, or as it was known at a cut-off under an id that may have changed since. */
export type IncidentClaims = Pick<Incident, 'claims' | 'recalls'>

/** The same by its id in the record of today, or an earlier one; null where there is no such incident. */
export async function entriesBehind(sql: Sql, id: string): Promise<readonly EntryIndex[] | null> {
  const found = await findIncident(sql, id)
  return found ? entriesBehindClaims(sql, found.incident) : null
}

/**
 * All entries that an incident rests on: the reports of its claims with every sighting, what people said of those claims and of the links
 * between them, the steps of its verification, and what withdrew any of these. In no order.
 */
export async function entriesBehindClaims(sql: Sql, incident: IncidentClaims): Promise<readonly EntryIndex[]> {
  const claims = [...incident.claims, ...incident.recalls]
  const reports = [...new Set(claims.map(({ report }) => report))]
  const received = await entriesOfReports(sql, reports)
  const about = await findEntries(
    sql,
    reports.map((report) => entryKey('report', report)),
  )
  const bearing = about.filter(({ text }) => bearsOn(parseLeaf(text), claims)).map(({ index }) => index)
  const steps = (await readStepsOf(sql, incident)).map(({ entry }) => entry)
  const entries = [...received, ...bearing, ...steps]
  const withdrawals = await findEntries(
    sql,
    entries.map((entry) => entryKey('entry', String(entry))),
  )
  return [...new Set([...entries, ...withdrawals.map(({ index }) => index)])]
}

function bearsOn(entry: Entry, claims: readonly ClaimReference[]): boolean {
  const isOne = (named: ClaimReference) =>
    claims.some(({ report, claim }) => report === named.report && claim === named.claim)
  switch (entry.kind) {
    case 'review':
      return isOne(entry.body)
    case 'link-decision':
      return entry.body.claims.some(isOne)
    default:
      return entry.kind === 'report-received' || entry.kind === 'report-sighted'
  }
}
