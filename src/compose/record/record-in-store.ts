import type { PlainDate } from '../../base/calendar.ts'
import type { AdjudicatedIncident, CaseRecord, Reading, Validity } from '../../model/index.ts'
import { readEntriesOfKinds, type Sql } from '../../store/index.ts'
import {
  findIncidents,
  readIncidentZones,
  readReadings,
  readReportSources,
  type FoundIncident,
} from '../../store/projections/index.ts'
import { readDecided } from '../case/decided.ts'
import { buildRecord } from './build-record.ts'
import { ABSTRACT_OF } from './case-pages.ts'
import { resolvedIn } from './resolved-entries.ts'
import { withReviews } from './with-reviews.ts'

/**
 * The record that a store's projections and entries hold. `asOf` is only noted; which projections are seen is the caller's matter.
 *
 * @param before an instant; what was decided or told at it or later does not count (Default: all counts)
 */
export async function readRecord(sql: Sql, asOf: PlainDate | null, before?: string): Promise<CaseRecord> {
  const readings: Reading[] = []
  for await (const reading of readReadings(sql)) readings.push(reading)
  const { reviews } = await readDecided(sql, before)
  const sources = await readReportSources(sql)
  const zones = await readIncidentZones(sql)
  const entries = await readEntriesOfKinds(sql, ['decision', 'consent', 'coverage', 'patrol-log', 'supersedes'], before)
  return buildRecord({
    asOf,
    readings: withReviews(readings, reviews),
    abstracts: new Set([...sources].flatMap(([id, source]) => (source.startsWith(ABSTRACT_OF) ? [id] : []))),
    incidents: (await findIncidents(sql, {})).map((found) => adjudicated(found, zones)),
    ...resolvedIn(entries),
    undatedLeftOut: 0,
  })
}

function adjudicated(found: FoundIncident, zones: ReadonlyMap<string, readonly string[]>): AdjudicatedIncident {
  const { incident, validity, responsibility, road, chainageKm } = found
  // The store writes only states that `followSteps` gives.
  return {
    incident,
    validity: validity as Validity,
    responsibility,
    road,
    chainageKm,
    zones: zones.get(incident.id) ?? [],
  }
}
