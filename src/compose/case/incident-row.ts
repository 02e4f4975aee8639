import type { Incident } from '../../model/index.ts'
import type { Bearings, IncidentRow } from '../../store/projections/index.ts'
import { standingOf, type StepHistory } from './incident-history.ts'
import type { ReviewedReadings } from './reviews.ts'
import type { CaseTools } from './tools.ts'

const NOWHERE: Bearings = { zones: [], road: null }

/** An incident, told in claims of the record, as it is projected. */
export function incidentRowOf(
  incident: Incident,
  reviewed: ReviewedReadings,
  history: StepHistory,
  tools: CaseTools,
): IncidentRow {
  const bearings = tools.bearingsOf?.(incident) ?? NOWHERE
  return { incident, actors: actorsOf(incident, reviewed), ...standingOf(history, incident), bearings }
}

function actorsOf(incident: Incident, reviewed: ReviewedReadings): readonly string[] {
  return incident.claims.flatMap((claim) => {
    const actor = reviewed.claimAt(claim)?.actor
    return actor ? [actor.id ?? actor.text.toLowerCase()] : []
  })
}
