import { formatDay, parseDay, type PlainDate } from '../../base/calendar.ts'
import { corroborate } from '../../corroborate/index.ts'
import type { AdjudicatedIncident, CaseRecord, Patrol, Reading } from '../../model/index.ts'
import { askAsOf, type CaseTools, type OpenCase } from '../case/index.ts'
import { wasKnown } from './build-record.ts'
import { readRecord } from './record-in-store.ts'

/** How to read the record of a store. */
export interface StoreOptions {
  /** A day: what was known at its end (UTC). (Default: all that is known) */
  readonly asOf?: PlainDate
  /**
   * What "known" means. `recorded`: it stood in the log by then. `published`: its report was published by then, whenever it was recorded;
   * for a record that was put together later. (Default: recorded)
   */
  readonly basis?: 'recorded' | 'published'
}

/** The record of a case's store. As of a day costs a rebuild of that part of the log. */
export async function recordOfStore(
  open: OpenCase,
  tools: CaseTools,
  { asOf, basis = 'recorded' }: StoreOptions = {},
): Promise<CaseRecord> {
  if (asOf === undefined) return readRecord(open.store, null)
  if (basis === 'published') return publishedBy(await readRecord(open.store, null), asOf, tools)
  const before = `${formatDay((parseDay(asOf) ?? 0) + 1)}T00:00:00Z`
  return askAsOf(open, tools, before, (sql) => readRecord(sql, asOf, before))
}

/** What of a record was published by a day: its incidents are linked anew, and stand where they stand now if they are the same ones. */
function publishedBy(record: CaseRecord, asOf: PlainDate, tools: CaseTools): CaseRecord {
  const readings = [...record.readings.values()]
  const known = readings.filter(({ report }) => wasKnown(report.published, asOf))
  const standing = new Map(record.incidents.map((it) => [it.incident.id, it]))
  return {
    ...record,
    asOf,
    readings: new Map(known.map((reading) => [reading.report.id, reading])),
    abstracts: new Set(known.map(({ report }) => report.id).filter((id) => record.abstracts.has(id))),
    incidents: corroborate(known).map((incident): AdjudicatedIncident => {
      const { validity = 'alleged', responsibility = 'undetermined' } = standing.get(incident.id) ?? {}
      const { zones = [], road = null } = tools.bearingsOf?.(incident) ?? {}
      return { incident, validity, responsibility, zones, road: road?.id ?? null, chainageKm: road?.chainageKm ?? null }
    }),
    decisions: record.decisions.filter(({ on }) => wasKnown(on, asOf)),
    patrols: record.patrols.filter(({ on }) => wasKnown(on, asOf)).map((patrol) => onlyKnown(patrol, known)),
    coverage: record.coverage.filter(({ from }) => wasKnown(from, asOf)),
    undatedLeftOut: readings.filter(({ report }) => report.published === null).length,
  }
}

function onlyKnown(patrol: Patrol, known: readonly Reading[]): Patrol {
  const ids = new Set(known.map(({ report }) => report.id))
  const accounts = patrol.accounts.map((account) => {
    return { ...account, claims: account.claims.filter(({ report }) => ids.has(report)) }
  })
  return { ...patrol, accounts }
}
