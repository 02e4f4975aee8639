import type { Incident } from '../../model/index.ts'
import type { Sql } from '../../store/index.ts'
import { findReadings } from '../../store/projections/index.ts'
import { claimsOf } from './claim-anchors.ts'
import { readDecided, type Decided } from './decided.ts'
import { historyOf, locatorIn, type Locate, type RecordedStep } from './incident-history.ts'
import { applyReviews } from './reviews.ts'

/** The steps that bear on an incident, in the order of the log. */
export async function readStepsOf(sql: Sql, incident: Pick<Incident, 'claims'>): Promise<readonly RecordedStep[]> {
  const decided = await readDecided(sql)
  return historyOf(decided.entries, await locateSteps(sql, decided)).of(incident)
}

/** Locates the claims that steps name. */
export async function locateSteps(sql: Sql, { entries, reviews }: Decided): Promise<Locate> {
  const reports = entries.flatMap(({ entry }) =>
    entry.kind === 'verification-step' ? entry.body.claims.map(({ report }) => report) : [],
  )
  const readings = [...(await findReadings(sql, [...new Set(reports)])).values()]
  return locatorIn(claimsOf(readings), applyReviews(readings, reviews))
}
